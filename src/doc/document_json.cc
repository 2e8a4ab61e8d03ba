#include "base/utf8.h"
#include "doc/json.h"
#include "doc/json_writer.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

// Writes the annotations of one document; every position passes through Positions().
class DocumentWriter {
 public:
  DocumentWriter(const Document& document, std::string& out)
      : doc_(document), points_(document.text), json_(out) {}

  void Write(const JsonOptions& options) {
    sources_ = options.source_map;
    json_.BeginObject();
    WriteHead();
    if (sources_) WriteSourceMap(doc_, json_);
    List("sections", doc_.sections,
         [&](const Section& section) { json_.Field("kind", Label(section.kind)); });
    List("sentences", doc_.sentences, [](const Sentence&) {});
    if (options.tokens) {
      List("tokens", doc_.tokens, [&](const Token& token) { WriteToken(token); });
    }
    List("mentions", doc_.mentions, [&](const Mention& mention) { WriteMention(mention); });
    WriteActors();
    List("times", doc_.times, [&](const TimeExpression& time) { WriteTime(time); });
    List("quantities", doc_.quantities, [&](const Quantity& quantity) { WriteQuantity(quantity); });
    WriteQuotes();
    List("statements", doc_.statements,
         [&](const Statement& statement) { WriteStatement(statement); });
    if (!doc_.warnings.empty()) json_.Field("warnings", doc_.warnings);
    json_.EndObject();
  }

 private:
  template <typename T, typename F>
  void List(std::string_view key, const std::vector<T>& items, F rest) {
    json_.Key(key), json_.BeginArray();
    for (const T& item : items) {
      json_.BeginObject();
      Positions(item.span);
      rest(item);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Positions(Span span) {
    json_.Field("begin", static_cast<int>(points_.At(span.begin)));
    json_.Field("end", static_cast<int>(points_.At(span.end)));
  }

  void SpanObject(Span span) {
    json_.BeginObject();
    Positions(span);
    json_.EndObject();
  }

  void QuotedSpan(Span span) {
    json_.BeginObject();
    Positions(span);
    if (const auto source = sources_ ? SourceOf(doc_.source_map.runs, span) : std::nullopt) {
      json_.Field("source_begin", static_cast<int>(source->begin));
      json_.Field("source_end", static_cast<int>(source->end));
    }
    json_.EndObject();
  }

  void ActorField(std::string_view key, Index actor) {
    json_.Key(key);
    actor == kNone ? json_.Null() : json_.String(doc_.actors[static_cast<size_t>(actor)].id);
  }

  void ReferenceField(std::string_view key, const std::optional<Reference>& reference) {
    json_.Key(key);
    if (!reference) return json_.Null();
    json_.BeginObject();
    Positions(reference->span);
    ActorField("actor", reference->actor);
    json_.EndObject();
  }

  void Indices(std::string_view key, const std::vector<Index>& indices) {
    json_.Key(key), json_.BeginArray();
    for (const Index index : indices) json_.Int(index);
    json_.EndArray();
  }

  void WriteHead() {
    json_.Field("id", doc_.id);
    json_.FieldOrNull("path", doc_.path);
    json_.Field("url", doc_.url);
    json_.Field("title", doc_.title);
    json_.Field("source", doc_.source);
    json_.Field("authors", doc_.authors);
    json_.Field("credit", doc_.credit);
    json_.FieldOrNull("published", doc_.published ? doc_.published->Iso() : std::string());
    json_.Field("published_from", Label(doc_.published_from));
    if (doc_.modified) json_.Field("modified", doc_.modified->Iso());
    json_.Field("language", doc_.language);
    if (!doc_.based_on.empty()) json_.Field("based_on", doc_.based_on);
    if (!doc_.duplicate_of.empty()) json_.Field("duplicate_of", doc_.duplicate_of);
    if (!doc_.revision_of.empty()) json_.Field("revision_of", doc_.revision_of);
    json_.Field("text", doc_.text);
  }

  void WriteToken(const Token& token) {
    json_.Field("pos", Name(token.pos));
    json_.Field("lemma", token.lemma);
  }

  void WriteMention(const Mention& mention) {
    json_.Field("type", Label(mention.type));
    ActorField("actor", mention.actor);
    json_.Field("kind", Label(mention.kind));
    if (mention.metonym) json_.Field("metonym", true);
  }

  void WriteActors() {
    json_.Key("actors"), json_.BeginArray();
    for (const Actor& actor : doc_.actors) {
      json_.BeginObject();
      json_.Field("id", actor.id);
      json_.Field("type", Label(actor.type));
      json_.Field("name", actor.name);
      json_.Field("aliases", actor.aliases);
      json_.Key("roles"), json_.BeginArray();
      for (const Span role : actor.roles) SpanObject(role);
      json_.EndArray();
      if (!actor.country.empty()) json_.Field("country", actor.country);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void WriteTime(const TimeExpression& time) {
    json_.Field("type", Label(time.type));
    json_.Field("value", time.value);
    const std::pair<std::string_view, const std::string&> optional[] = {
        {"mod", time.mod},          {"quant", time.quant},  {"freq", time.freq},
        {"beginPoint", time.begin}, {"endPoint", time.end}, {"unresolved", time.unresolved}};
    for (const auto& [key, value] : optional) {
      if (!value.empty()) json_.Field(key, value);
    }
  }

  void WriteQuantity(const Quantity& quantity) {
    json_.Key("value");
    quantity.value ? json_.Number(*quantity.value) : json_.Null();
    json_.Field("low", quantity.low);
    json_.Field("high", quantity.high);
    json_.FieldOrNull("of", quantity.of);
    json_.Field("vague", quantity.vague);
    if (quantity.percent) json_.Field("percent", true);
    if (quantity.cumulative) json_.Field("cumulative", true);
    if (quantity.as_of != kNone) json_.Key("as_of"), json_.Int(quantity.as_of);
  }

  void WriteQuotes() {
    json_.Key("quotes"), json_.BeginArray();
    for (const Quote& quote : doc_.quotes) WriteQuote(quote);
    json_.EndArray();
  }

  void WriteQuote(const Quote& quote) {
    json_.BeginObject();
    json_.Field("id", quote.id);
    json_.Field("kind", Label(quote.kind));
    json_.Key("content"), json_.BeginArray();
    for (const Span part : quote.content) QuotedSpan(part);
    json_.EndArray();
    json_.Key("cue");
    quote.cue ? SpanObject(*quote.cue) : json_.Null();
    ReferenceField("speaker", quote.speaker);
    if (quote.reporter) ReferenceField("reporter", quote.reporter);
    json_.FieldOrNull("channel", quote.channel);
    if (!quote.addressee.empty()) json_.Field("addressee", quote.addressee);
    json_.Field("malformed", quote.malformed);
    if (!quote.marked.empty()) {
      json_.Key("marked"), json_.BeginArray();
      for (const Span part : quote.marked) SpanObject(part);
      json_.EndArray();
    }
    if (quote.continues != kNone) {
      json_.Field("continues", doc_.quotes[static_cast<size_t>(quote.continues)].id);
    }
    if (quote.negated) json_.Field("negated", true);
    json_.Field("confidence", quote.confidence);
    json_.EndObject();
  }

  void WriteStatement(const Statement& statement) {
    json_.Field("id", statement.id);
    json_.Field("fact", Label(statement.fact));
    json_.FieldOrNull("type", statement.type ? Name(*statement.type) : std::string_view());
    json_.FieldOrNull("mode", statement.mode);
    json_.Field("context", statement.context);
    ReferenceField("actor", statement.actor);
    ReferenceField("target", statement.target);
    json_.Key("trigger"), SpanObject(statement.trigger);
    json_.Field("polarity", Label(statement.polarity));
    json_.Field("modality", Label(statement.modality));
    json_.Key("attributed_to"), json_.BeginArray();
    for (const Index actor : statement.attributed_to) {
      json_.String(doc_.actors[static_cast<size_t>(actor)].id);
    }
    json_.EndArray();
    Indices("times", statement.times);
    Indices("quantities", statement.quantities);
    json_.FieldOrNull("place", statement.place);
  }

  const Document& doc_;
  CodePointIndex points_;
  JsonWriter json_;
  bool sources_ = false;
};

}  // namespace

void WriteSourceRuns(std::string_view text, const std::vector<SourceRun>& runs, JsonWriter& json) {
  const CodePointIndex points(text);
  json.BeginArray();
  for (const SourceRun& run : runs) {
    json.BeginObject();
    json.Field("begin", static_cast<int>(points.At(run.span.begin)));
    json.Field("end", static_cast<int>(points.At(run.span.end)));
    json.Field("source_begin", static_cast<int>(run.source.begin));
    json.Field("source_end", static_cast<int>(run.source.end));
    json.Field("kind", Label(run.kind));
    json.EndObject();
  }
  json.EndArray();
}

void WriteSourceMap(const Document& document, JsonWriter& json, const std::function<void()>& more) {
  const SourceMap& map = document.source_map;
  json.Key("source_map");
  if (map.encoding.empty()) return json.Null();
  json.BeginObject();
  json.Field("encoding", map.encoding);
  if (map.record) json.Key("record"), json.Int(static_cast<int64_t>(*map.record));
  json.Key("title"), WriteSourceRuns(document.title.value_or(""), map.title, json);
  json.Key("text"), WriteSourceRuns(document.text, map.runs, json);
  if (more) more();
  json.EndObject();
}

void WriteDocumentJson(const Document& document, const JsonOptions& options, std::string& out) {
  DocumentWriter(document, out).Write(options);
}

}  // namespace synoptic
