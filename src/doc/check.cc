#include "doc/check.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace synoptic {
namespace {

class Checker {
 public:
  std::vector<std::string> Take() { return std::move(broken_); }

  void Fail(std::string what) { broken_.push_back(std::move(what)); }

  void InText(const Document& doc, Span span, std::string_view what) {
    if (span.begin >= span.end || span.end > doc.text.size()) {
      Fail(std::string(what) + " outside the text: " + std::to_string(span.begin) + ".." +
           std::to_string(span.end));
    } else if (!IsBoundary(doc.text, span.begin) || !IsBoundary(doc.text, span.end)) {
      Fail(std::string(what) + " cuts a character at " + std::to_string(span.begin));
    }
  }

  void Points(Index index, size_t size, std::string_view what) {
    if (index != kNone && (index < 0 || static_cast<size_t>(index) >= size)) {
      Fail(std::string(what) + " points nowhere: " + std::to_string(index));
    }
  }

  template <typename T>
  void Sorted(const Document& doc, const std::vector<T>& items, std::string_view what) {
    for (const T& item : items) InText(doc, item.span, what);
    const auto before = [](const T& a, const T& b) { return a.span.begin < b.span.begin; };
    if (!std::is_sorted(items.begin(), items.end(), before)) Fail(std::string(what) + " unsorted");
  }

  void Refers(const Document& doc, const std::optional<Reference>& reference,
              std::string_view what) {
    if (!reference) return;
    InText(doc, reference->span, what);
    Points(reference->actor, doc.actors.size(), what);
  }

  void Report(const Document& doc) {
    if (!IsValidUtf8(doc.text)) return Fail("text is not UTF-8");
    Sorted(doc, doc.sections, "section");
    Tokens(doc);
    Actors(doc);
    Sorted(doc, doc.times, "time");
    for (const TimeExpression& time : doc.times) {
      if (time.value.empty()) Fail("time without a value");
    }
    Sorted(doc, doc.quantities, "quantity");
    for (const Quantity& quantity : doc.quantities) {
      if (!(quantity.low <= quantity.high)) Fail("quantity with low above high");
      if (!quantity.of_span.empty()) InText(doc, quantity.of_span, "quantity's unit");
      Points(quantity.as_of, doc.times.size(), "quantity's day");
    }
    Quotes(doc);
    Statements(doc);
    Sources(doc.text, doc.source_map.runs, "source run");
    Sources(doc.title.value_or(""), doc.source_map.title, "title's source run");
  }

 private:
  void Sources(std::string_view text, const std::vector<SourceRun>& runs, std::string_view what) {
    const std::string name(what);
    Span last{}, last_source{};
    for (const SourceRun& run : runs) {
      const bool inside = !run.span.empty() && run.span.end <= text.size();
      if (!inside) return Fail(name + " outside the text at " + std::to_string(run.span.begin));
      if (run.source.empty()) Fail(name + " without bytes at " + std::to_string(run.span.begin));
      if (run.span.begin < last.end || run.source.begin < last_source.end)
        Fail(name + " out of order at " + std::to_string(run.span.begin));
      if (!IsBoundary(text, run.span.begin) || !IsBoundary(text, run.span.end))
        Fail(name + " cuts a character at " + std::to_string(run.span.begin));
      if (run.kind == SourceKind::kCopied && run.span.size() != run.source.size())
        Fail(name + " is no copy at " + std::to_string(run.span.begin));
      if (run.kind == SourceKind::kSpace && run.span.In(text) != " ")
        Fail(name + " is no space at " + std::to_string(run.span.begin));
      last = run.span, last_source = run.source;
    }
  }

  void Tokens(const Document& doc) {
    Sorted(doc, doc.sentences, "sentence");
    Sorted(doc, doc.tokens, "token");
    for (size_t i = 1; i < doc.tokens.size(); ++i) {
      if (doc.tokens[i - 1].span.Overlaps(doc.tokens[i].span)) Fail("tokens overlap");
    }
    Index next = 0;
    for (const Sentence& sentence : doc.sentences) {
      if (sentence.first_token != next || sentence.end_token < next) Fail("sentence loses tokens");
      next = sentence.end_token;
      Points(next - 1, doc.tokens.size(), "sentence");
      for (Index i = sentence.first_token; i < std::min<Index>(next, Size(doc.tokens)); ++i) {
        const Token& token = doc.tokens[static_cast<size_t>(i)];
        if (!sentence.span.Contains(token.span)) Fail("token outside its sentence");
        const bool inside = token.head >= sentence.first_token && token.head < next;
        if (token.head != kNone && !inside) Fail("head outside its sentence");
      }
    }
    if (next != Size(doc.tokens)) Fail("tokens outside sentences");
  }

  void Actors(const Document& doc) {
    Sorted(doc, doc.mentions, "mention");
    std::vector<int> mentioned(doc.actors.size());
    for (const Mention& mention : doc.mentions) {
      Points(mention.actor, doc.actors.size(), "mention");
      if (mention.actor >= 0 && mention.actor < Size(doc.actors)) {
        ++mentioned[static_cast<size_t>(mention.actor)];
      }
      Points(mention.literal, doc.actors.size(), "metonym");
      if (mention.literal >= 0 && mention.literal < Size(doc.actors)) {
        ++mentioned[static_cast<size_t>(mention.literal)];
      }
    }
    std::set<std::string_view> ids;
    for (size_t i = 0; i < doc.actors.size(); ++i) {
      if (mentioned[i] == 0) Fail("actor without a mention: " + doc.actors[i].id);
      if (!ids.insert(doc.actors[i].id).second) Fail("actor id twice: " + doc.actors[i].id);
      for (const Span role : doc.actors[i].roles) InText(doc, role, "role");
    }
  }

  void Quotes(const Document& doc) {
    std::set<std::string_view> ids;
    for (const Quote& quote : doc.quotes) {
      if (!ids.insert(quote.id).second) Fail("quote id twice: " + quote.id);
      if (quote.content.empty()) Fail("quote without content");
      for (const Span part : quote.content) InText(doc, part, "quote");
      if (!std::is_sorted(quote.content.begin(), quote.content.end())) Fail("quote unsorted");
      for (const Span part : quote.marked) InText(doc, part, "marked words");
      Points(quote.continues, doc.quotes.size(), "quote");
      if (quote.cue) InText(doc, *quote.cue, "cue");
      Refers(doc, quote.speaker, "speaker");
      Refers(doc, quote.reporter, "reporter");
    }
  }

  void Statements(const Document& doc) {
    std::set<std::string_view> ids;
    for (const Statement& statement : doc.statements) {
      if (!ids.insert(statement.id).second) Fail("statement id twice: " + statement.id);
      InText(doc, statement.span, "statement");
      InText(doc, statement.trigger, "trigger");
      Points(statement.trigger_token, doc.tokens.size(), "trigger");
      Refers(doc, statement.actor, "statement's actor");
      Refers(doc, statement.target, "statement's target");
      Points(statement.quote, doc.quotes.size(), "statement's quote");
      for (const Index actor : statement.attributed_to) Points(actor, doc.actors.size(), "source");
      for (const Index time : statement.times) Points(time, doc.times.size(), "statement's time");
      for (const Index quantity : statement.quantities) {
        Points(quantity, doc.quantities.size(), "statement's quantity");
      }
      if (!statement.place_span.empty()) InText(doc, statement.place_span, "place");
    }
  }

  template <typename T>
  static Index Size(const std::vector<T>& items) {
    return static_cast<Index>(items.size());
  }

  std::vector<std::string> broken_;
};

void CheckEvidence(Checker& check, std::span<const Document> reports,
                   const std::vector<Evidence>& evidence, std::string_view what) {
  if (evidence.empty()) check.Fail(std::string(what) + " without evidence");
  for (const Evidence& item : evidence) {
    check.InText(reports[static_cast<size_t>(item.report)], item.span, what);
  }
}

void CheckLineage(Checker& check, std::span<const Document> reports, const Lineage& lineage) {
  for (const Edge& edge : lineage.edges) {
    for (const Passage& passage : edge.passages) {
      check.InText(reports[static_cast<size_t>(edge.from)], passage.from, "passage");
      check.InText(reports[static_cast<size_t>(edge.to)], passage.to, "passage");
    }
  }
  std::vector<int> counted(reports.size());
  for (const Origin& origin : lineage.origins) {
    for (const Index report : origin.reports) ++counted[static_cast<size_t>(report)];
  }
  if (std::any_of(counted.begin(), counted.end(), [](int times) { return times != 1; })) {
    check.Fail("a report is not in exactly one origin");
  }
}

}  // namespace

std::vector<std::string> BrokenInvariants(const Document& document) {
  Checker check;
  check.Report(document);
  return check.Take();
}

std::vector<std::string> BrokenInvariants(std::span<const Document> reports,
                                          const Comparison& comparison) {
  Checker check;
  for (const Document& report : reports) check.Report(report);
  CheckLineage(check, reports, comparison.lineage);
  for (const Utterance& utterance : comparison.utterances) {
    for (const UtteranceReading& reading : utterance.readings) {
      const Document& report = reports[static_cast<size_t>(reading.report)];
      check.InText(report, reading.span, "reading");
      check.Points(reading.quote, report.quotes.size(), "reading");
      check.Points(reading.against, utterance.readings.size(), "reading");
    }
  }
  for (const Finding& finding : comparison.findings) {
    if (finding.readings.empty()) check.Fail("finding without readings");
    for (const FindingReading& reading : finding.readings) {
      const Document& report = reports[static_cast<size_t>(reading.report)];
      check.InText(report, reading.span, "finding");
      if (reading.value.empty()) continue;
      check.InText(report, reading.value_span, "finding's value");
      if (!reading.span.Contains(reading.value_span)) check.Fail("value outside its reading");
    }
  }
  for (const LedgerEntry& entry : comparison.ledger) {
    CheckEvidence(check, reports, entry.evidence, "ledger entry");
  }
  for (const TimelineEntry& entry : comparison.timeline) {
    CheckEvidence(check, reports, entry.evidence, "timeline entry");
  }
  return check.Take();
}

}  // namespace synoptic
