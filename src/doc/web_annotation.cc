#include "doc/web_annotation.h"

#include "base/utf8.h"
#include "doc/json_writer.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

class AnnotationWriter {
 public:
  AnnotationWriter(const Document& document, std::string& out)
      : doc_(document), points_(document.text), out_(out) {}

  void Write() {
    for (const Mention& mention : doc_.mentions) {
      const bool known = mention.actor != kNone;
      Line("identifying", mention.span, Label(mention.type),
           known ? doc_.actors[static_cast<size_t>(mention.actor)].name : std::string());
    }
    for (const TimeExpression& time : doc_.times) {
      Line("identifying", time.span, Label(time.type), time.value);
    }
    for (const Quote& quote : doc_.quotes) {
      const bool known = quote.speaker && quote.speaker->actor != kNone;
      for (const Span part : quote.content) {
        Line("describing", part, std::string(Label(quote.kind)) + " quotation",
             known ? doc_.actors[static_cast<size_t>(quote.speaker->actor)].name : std::string());
      }
    }
    for (const Statement& statement : doc_.statements) {
      Line("classifying", statement.span,
           statement.type ? Name(*statement.type) : Label(statement.fact),
           std::string(Label(statement.modality)) + ", " + std::string(Label(statement.polarity)));
    }
  }

 private:
  void Body(JsonWriter& json, std::string_view purpose, std::string_view value) {
    if (value.empty()) return;
    json.BeginObject();
    json.Field("type", "TextualBody");
    json.Field("purpose", purpose);
    json.Field("value", value);
    json.EndObject();
  }

  void Line(std::string_view purpose, Span span, std::string_view tag, std::string_view value) {
    JsonWriter json(out_);
    json.BeginObject();
    json.Field("@context", "http://www.w3.org/ns/anno.jsonld");
    json.Field("id", "urn:synoptic:" + doc_.id + ":" + std::to_string(++number_));
    json.Field("type", "Annotation");
    json.Field("motivation", purpose);
    json.Key("body"), json.BeginArray();
    Body(json, "tagging", tag);
    Body(json, purpose, value);
    json.EndArray();
    json.Key("target"), json.BeginObject();
    json.Field("source", doc_.url.value_or("urn:synoptic:" + doc_.id));
    json.Key("selector"), json.BeginArray();
    json.BeginObject();
    json.Field("type", "TextPositionSelector");
    json.Field("start", static_cast<int>(points_.At(span.begin)));
    json.Field("end", static_cast<int>(points_.At(span.end)));
    json.EndObject();
    json.BeginObject();
    json.Field("type", "TextQuoteSelector");
    json.Field("exact", doc_.Cut(span));
    json.EndObject();
    json.EndArray();
    json.EndObject();
    json.EndObject();
    out_ += '\n';
  }

  const Document& doc_;
  CodePointIndex points_;
  std::string& out_;
  int number_ = 0;
};

}  // namespace

void WriteWebAnnotation(const Document& document, std::string& out) {
  AnnotationWriter(document, out).Write();
}

}  // namespace synoptic
