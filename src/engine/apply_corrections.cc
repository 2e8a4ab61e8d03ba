#include "engine/apply_corrections.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

std::string WordsOf(const Document& report, const Quote& quote) {
  std::string words;
  for (const Span part : quote.content) {
    if (!words.empty()) words += "\n";
    words += report.Cut(part);
  }
  return words;
}

Quote* FindQuote(Document& report, const StoredCorrection& correction) {
  Quote* other = nullptr;
  for (Quote& quote : report.quotes) {
    if (WordsOf(report, quote) != correction.anchor) continue;
    if (quote.id == correction.row.target) return &quote;
    if (!other) other = &quote;
  }
  return other;
}

// A line a reading: report, and the words that are compared.
std::set<std::string> LinesOf(std::span<const Document> reports, const Finding& finding) {
  std::set<std::string> lines;
  for (const FindingReading& reading : finding.readings) {
    const Document& report = reports[static_cast<size_t>(reading.report)];
    const Span span = reading.value_span.empty() ? reading.span : reading.value_span;
    std::string line = report.id + '\t';
    for (const char c : report.Cut(span)) line += IsSpace(c) ? ' ' : c;
    lines.insert(std::move(line));
  }
  return lines;
}

}  // namespace

Corrections SameActors(const std::vector<StoredCorrection>& corrections) {
  Corrections names;
  for (const StoredCorrection& correction : corrections) {
    if (correction.row.kind != "same-actor" || correction.row.actors.empty()) continue;
    names.same.push_back(correction.row.actors);
    if (!correction.row.value.empty()) {
      names.name[correction.row.actors.front()] = correction.row.value;
    }
  }
  return names;
}

Index ActorNamed(const Document& report, std::string_view name) {
  const auto& actors = report.actors;
  const auto named = [name](const Actor& actor) {
    return actor.id == name || EqualsIgnoreCase(actor.name, name) ||
           std::any_of(actor.aliases.begin(), actor.aliases.end(),
                       [name](const auto& alias) { return EqualsIgnoreCase(alias, name); });
  };
  auto found = std::find_if(actors.begin(), actors.end(), named);
  if (found == actors.end()) {
    found = std::find_if(actors.begin(), actors.end(), [name](const Actor& actor) {
      return actor.type == ActorType::kPerson && MatchNames(actor.name, name).same;
    });
  }
  return found == actors.end() ? kNone : static_cast<Index>(found - actors.begin());
}

void CorrectSpeakers(Document& report, const std::vector<StoredCorrection>& corrections) {
  for (const StoredCorrection& correction : corrections) {
    if (correction.row.kind != "wrong-speaker" || correction.row.report != report.id) continue;
    Quote* quote = FindQuote(report, correction);
    if (!quote) continue;
    quote->speaker.reset();
    quote->confidence = 1;
    if (correction.row.value.empty()) continue;
    const Index actor = ActorNamed(report, correction.row.value);
    const auto mention =
        std::find_if(report.mentions.begin(), report.mentions.end(),
                     [actor](const Mention& one) { return actor != kNone && one.actor == actor; });
    if (mention != report.mentions.end()) quote->speaker = Reference{mention->span, actor};
  }
}

void CorrectDisputes(std::span<const Document> reports,
                     const std::vector<StoredCorrection>& corrections, Comparison& comparison) {
  for (const StoredCorrection& correction : corrections) {
    if (correction.row.kind != "not-a-dispute") continue;
    std::set<std::string> judged;
    const auto lines = Split(correction.anchor, '\n');
    if (lines.empty()) continue;
    for (size_t i = 1; i < lines.size(); ++i) judged.emplace(lines[i]);
    for (Finding& finding : comparison.findings) {
      if (finding.status != FindingStatus::kDisputed || Label(finding.facet) != lines.front()) {
        continue;
      }
      // A reading that the user has not seen may disagree all the same.
      const std::set<std::string> now = LinesOf(reports, finding);
      if (!std::includes(judged.begin(), judged.end(), now.begin(), now.end())) continue;
      finding.status =
          finding.origins > 1 ? FindingStatus::kCorroborated : FindingStatus::kSingleOrigin;
      finding.between = Between::kNobody;
      finding.facet = Facet::kNone;
    }
  }
}

std::string AnchorOfQuote(const Document& report, std::string_view quote) {
  for (const Quote& one : report.quotes) {
    if (one.id == quote) return WordsOf(report, one);
  }
  return {};
}

std::string AnchorOfFinding(std::span<const Document> reports, const Comparison& comparison,
                            std::string_view finding) {
  for (const Finding& one : comparison.findings) {
    if (one.id != finding || one.status != FindingStatus::kDisputed) continue;
    std::string anchor(Label(one.facet));
    for (const std::string& line : LinesOf(reports, one)) anchor += '\n' + line;
    return anchor;
  }
  return {};
}

}  // namespace synoptic
