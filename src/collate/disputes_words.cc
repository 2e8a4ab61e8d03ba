// One thing under different names or in different states, one saying on different channels, one
// deed told as a fact and as a claim.
#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/disputes.h"
#include "text/fold.h"
#include "text/parts.h"

namespace synoptic {
namespace {

constexpr double kAttribution = 0.6;

// States are said of a thing that must stand in the same clause; names stand for themselves.
std::string_view ThingOf(std::string_view set) {
  if (set == "DOCUMENT") return "deal";
  if (set == "TRUCE") return "truce";
  if (set == "MEETING") return "talks";
  return {};
}

// "talks were held", not "an offer to hold talks" nor "without delay"; a draft is one also as a
// noun.
bool TellsState(const ReportIndex& index, Index token, std::string_view state) {
  const Upos pos = index.token(token).pos;
  if (state != "held" && state != "postponed" && state != "cancelled") return true;
  if (pos != Upos::kVerb) return false;
  return index.doc().Word(token) != index.token(token).lemma &&
         !index.doc().Word(token).ends_with("ing");
}

// "called on both to extend the truce", "only if a truce holds": no state yet.
bool IsHoped(const StoryView& story, const Fact& fact, Index token) {
  for (const Fact& part : story.parts) {
    if (part.report != fact.report || part.tokens.empty() || part.tokens.front() > token ||
        part.tokens.back() < token)
      continue;
    const bool infinitive = token > 0 && story.at(fact.report).token(token - 1).lemma == "to";
    return part.conditional || (infinitive && token > part.head);
  }
  return false;
}

// "was never signed": the state with what denies it; empty if nothing does.
Span DenialOf(const StoryView& story, const Fact& fact, Index token) {
  for (const Fact& part : story.parts) {
    if (part.report == fact.report && part.head == token && part.negated) return part.predicate;
  }
  return {};
}

bool HoldsThing(const ReportIndex& index, const Fact& fact, std::string_view thing) {
  return std::any_of(fact.tokens.begin(), fact.tokens.end(), [&](Index token) {
    return DisputeWords::Get().ValueIn("matter", index.token(token).lemma) == thing;
  });
}

// Where the channel of a quotation stands: in its sentence or the one before.
Span ChannelSpan(const Document& doc, const Quote& quote) {
  if (quote.channel.empty() || quote.content.empty()) return {};
  for (size_t s = 0; s < doc.sentences.size(); ++s) {
    if (!doc.sentences[s].span.Overlaps(quote.content.front())) continue;
    const uint32_t from = doc.sentences[s > 0 ? s - 1 : 0].span.begin,
                   to = doc.sentences[std::min(s + 1, doc.sentences.size() - 1)].span.end;
    const size_t at = std::string_view(doc.text).substr(0, to).find(quote.channel, from);
    if (at == std::string_view::npos) continue;
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.channel.size())};
  }
  return {};
}

}  // namespace

void FindNamingDisputes(const StoryView& story, Findings& out) {
  std::map<std::string, std::vector<FindingReading>, std::less<>> sets;
  for (const Fact& fact : story.facts) {
    const ReportIndex& index = story.at(fact.report);
    for (const Index token : fact.tokens) {
      for (const DisputeWords::Hit& hit : DisputeWords::Get().NamesAt(index.doc(), token)) {
        const std::string_view thing = ThingOf(hit.set);
        if (!thing.empty() &&
            (!HoldsThing(index, fact, thing) || !TellsState(index, token, hit.value)))
          continue;
        if (!thing.empty() && IsHoped(story, fact, token)) continue;
        const Span denial = DenialOf(story, fact, token);
        sets[std::string(hit.set)].push_back(
            denial.empty() ? ReadingOf(story, fact, std::string(hit.value), hit.span)
                           : ReadingOf(story, fact, "not " + std::string(hit.value), denial));
      }
    }
  }
  for (auto& [set, readings] : sets) {
    const bool state = !ThingOf(set).empty();
    std::string topic = state ? "state of the " + std::string(ThingOf(set)) : "what it is called: ";
    if (!state) topic += readings[0].value;
    const bool said = std::any_of(readings.begin(), readings.end(),
                                  [](const FindingReading& r) { return !r.attributed_to.empty(); });
    AddDispute(story, Facet::kStatus, said ? Between::kActors : Between::kReports, std::move(topic),
               std::move(readings), out);
  }
}

namespace {

// What kind of channel the words name, by the table or else their first noun: "a telephone
// interview with the agency" is an interview, a post a message, a speech an address.
std::string Channel(const Document& doc, const ReportIndex& index, Span channel) {
  const auto [first, end] = index.TokensIn(channel);
  Index head = kNone;
  for (Index t = first; t < end; ++t) {
    const Upos pos = index.token(t).pos;
    const std::string_view kind =
        DisputeWords::Get().ValueIn("channel", Lower(index.token(t).lemma));
    if (!kind.empty()) return std::string(kind);
    if (head != kNone && pos != Upos::kNoun && pos != Upos::kPropn) break;
    if (pos == Upos::kNoun || pos == Upos::kPropn) head = t;
  }
  if (head == kNone) return Lower(doc.Cut(channel));
  return Lower(index.token(head).lemma);
}

}  // namespace

// The channels of one utterance: a post here, a press conference there.
void FindMediumDisputes(const StoryView& story, const std::vector<Utterance>& utterances,
                        Findings& out) {
  for (const Utterance& utterance : utterances) {
    std::vector<FindingReading> told;
    for (const UtteranceReading& reading : utterance.readings) {
      const Document& doc = story.reports[static_cast<size_t>(reading.report)];
      if (reading.quote == kNone) continue;
      const Quote& quote = doc.quotes[static_cast<size_t>(reading.quote)];
      const Span channel = ChannelSpan(doc, quote);
      if (channel.empty()) continue;
      FindingReading made;
      made.report = reading.report;
      made.span = reading.span.Cover(channel);
      made.value = Channel(doc, story.at(reading.report), channel);
      made.value_span = channel;
      if (!utterance.speaker.empty()) made.attributed_to = {utterance.speaker};
      told.push_back(std::move(made));
    }
    AddDispute(story, Facet::kMedium, Between::kReports,
               "how " + story.NameOf(utterance.speaker) + " said it", std::move(told), out);
  }
}

namespace {

bool InQuotation(const Document& document, Span span) {
  return std::any_of(document.quotes.begin(), document.quotes.end(), [&](const Quote& quote) {
    return std::any_of(quote.content.begin(), quote.content.end(),
                       [&](Span part) { return part.Overlaps(span); });
  });
}

bool IsHeadline(const ReportIndex& index, const Fact& fact) {
  const auto section =
      index.doc().sentences[static_cast<size_t>(index.SentenceOf(fact.head))].section;
  return section == SectionKind::kHeadline;
}

bool TellsOwnWords(const StoryView& story, const Fact& fact) {
  const ReportIndex& index = story.at(fact.report);
  for (const Fact& part : story.parts) {
    if (part.report != fact.report || !fact.span.Contains(part.span)) continue;
    const std::string_view head = index.token(part.head).lemma;
    if (HasPartRole(head, "want") && !part.conditional) return true;
  }
  return false;
}

// A claim of one who takes no side is as good as told.
bool IsOfAParty(const StoryView& story, const Fact& fact) {
  const auto& parties = story.sides.parties();
  const std::string& side = story.sides.Of(fact.speakers.back());
  if (parties.size() < 2 || std::find(parties.begin(), parties.end(), side) == parties.end())
    return false;
  const auto& actors = story.doc(fact).actors;
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
    return actor.id == side && actor.type != ActorType::kOrganization;
  });
}

// The words that say whose claim it is; of what is told as a fact its predicate.
Span WhatTellsIt(const StoryView& story, const Fact& fact) {
  if (!fact.speakers.empty() && fact.quote != kNone) {
    const Quote& quote = story.doc(fact).quotes[static_cast<size_t>(fact.quote)];
    if (quote.speaker && quote.cue) return quote.speaker->span.Cover(*quote.cue);
  }
  for (const Fact& part : story.parts) {
    const bool verb = story.at(part.report).token(part.head).pos == Upos::kVerb;
    if (part.report == fact.report && verb && fact.span.Contains(part.span)) return part.predicate;
  }
  return story.at(fact.report).token(fact.head).span;
}

}  // namespace

void FindAttributionDisputes(const StoryView& story, const std::vector<Match>& matches,
                             Findings& out) {
  for (const Match& match : matches) {
    const Fact& a = story.facts[static_cast<size_t>(match.first)];
    const Fact& b = story.facts[static_cast<size_t>(match.second)];
    if (match.score < kAttribution || a.negated != b.negated ||
        a.speakers.empty() == b.speakers.empty())
      continue;
    const auto told = [&](const Fact& fact) {
      const std::string value =
          fact.speakers.empty() ? "fact" : "claim of " + story.NameOf(fact.speakers.back());
      return ReadingOf(story, fact, value, WhatTellsIt(story, fact));
    };
    const Fact& plain = a.speakers.empty() ? a : b;
    const Fact& claim = a.speakers.empty() ? b : a;
    // Who tells what he himself offers or demands makes no claim of it; a headline leaves out who
    // says it.
    if (!IsOfAParty(story, claim)) continue;
    if (IsHeadline(story.at(plain.report), plain) || TellsOwnWords(story, claim) ||
        TellsOwnWords(story, plain))
      continue;
    // Words inside a quotation are somebody's, also where nobody found out whose.
    if (InQuotation(story.doc(plain), plain.span)) continue;
    AddDispute(story, Facet::kStatus, Between::kReports,
               "told as fact or as a claim: " + std::string(story.doc(plain).Cut(plain.span)),
               {told(a), told(b)}, out);
  }
}

}  // namespace synoptic
