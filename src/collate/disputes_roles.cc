// Offices: somebody is called a former, acting or deputy holder here and the holder there, holder
// of one office here and of another there; or two are called holders of one office.
#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "collate/dispute_words.h"
#include "collate/disputes.h"
#include "text/fold.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr Index kTitleReach = 6;  // tokens between a title and the name it belongs to

struct Office {
  std::string head;       // "minister"
  std::string qualifier;  // "former"; empty for its holder
  std::string portfolio;  // "foreign"; empty if none is named
  std::string country;    // actor id of the state; empty if none is named
  Span span, value_span, portfolio_span;
};

bool IsNominal(Upos pos) { return pos == Upos::kNoun || pos == Upos::kPropn; }

class OfficeReader {
 public:
  OfficeReader(const ReportIndex& index, Span role)
      : index_(index), words_(DisputeWords::Get()), range_(index.TokensIn(role)) {}

  // Reads "Former U.S. Foreign Minister" by its last noun, or the noun before "of" or "for"; the
  // qualifier may stand right before the role.
  Office Read() {
    auto& [first, end] = range_;
    if (first > 0 && first < end && !Qualifier(first - 1).empty()) --first;
    const Index head = Head();
    for (Index t = first; t < end; ++t) {
      if (const auto value = Qualifier(t); !value.empty() && office_.qualifier.empty()) {
        office_.qualifier = value;
        office_.value_span = index_.token(t).span;
      } else if (t != head) {
        ReadBesideHead(t);
      }
    }
    if (head == kNone) return office_;
    office_.head = Lower(index_.token(head).lemma);
    if (office_.head == "minister" && office_.portfolio == "prime")
      office_.head = "premier", office_.portfolio.clear();
    if (office_.value_span.empty()) office_.value_span = index_.token(head).span;
    office_.span = index_.token(first).span.Cover(index_.token(end - 1).span);
    return office_;
  }

 private:
  std::string_view Qualifier(Index token) const {
    return words_.ValueIn("office", Lower(index_.token(token).lemma));
  }

  Index Head() const {
    Index head = kNone;
    for (Index t = range_.first; t < range_.second; ++t) {
      const std::string_view lemma = index_.token(t).lemma;
      if (head != kNone && (lemma == "of" || lemma == "for") &&
          words_.Has("seat", Lower(index_.token(head).lemma)))
        break;
      if (IsNominal(index_.token(t).pos) && Qualifier(t).empty()) head = t;
    }
    return head;
  }

  void ReadBesideHead(Index token) {
    const Token& word = index_.token(token);
    if (const Index actor = index_.ActorOf(token); actor != kNone) {
      const Actor& named = index_.doc().actors[static_cast<size_t>(actor)];
      if (named.type == ActorType::kState) office_.country = named.id;
      if (named.type != ActorType::kOrganization) return;
    }
    const std::string lemma = Lower(word.lemma);
    const bool tells =
        IsNominal(word.pos) ? !words_.Has("rank", lemma) : words_.Has("branch", lemma);
    if (!tells || words_.Has("seat", lemma)) return;
    office_.portfolio = lemma;  // the last one: of "U.S. Treasury" the second
    office_.portfolio_span = word.span;
  }

  const ReportIndex& index_;
  const DisputeWords& words_;
  std::pair<Index, Index> range_;
  Office office_;
};

// The role with the name behind it.
Span WithName(const ReportIndex& index, Index actor, Span role) {
  const auto [first, end] = index.TokensIn(role);
  const Index limit =
      std::min<Index>(end + kTitleReach, static_cast<Index>(index.doc().tokens.size()));
  for (Index t = end; t < limit; ++t) {
    const Index mention = index.MentionOf(t);
    if (mention != kNone && index.doc().mentions[static_cast<size_t>(mention)].actor == actor) {
      return role.Cover(index.doc().mentions[static_cast<size_t>(mention)].span);
    }
  }
  return role;
}

// "French President A, German Chancellor B and …" tells nothing of one person's office.
bool TellsOfSeveral(const ReportIndex& index, Span role) {
  const auto [first, end] = index.TokensIn(role);
  for (Index t = first; t < end; ++t) {
    const Index actor = index.ActorOf(t);
    const bool person =
        actor != kNone && index.doc().actors[static_cast<size_t>(actor)].type == ActorType::kPerson;
    if (person || index.token(t).pos == Upos::kCconj) return true;
  }
  return false;
}

bool InStory(const Document& doc, Span span) {
  for (const Section& section : doc.sections) {
    if (section.span.Contains(span))
      return section.kind != SectionKind::kBoilerplate && section.kind != SectionKind::kCredit;
  }
  return true;
}

struct Told {
  Office office;
  std::string actor;
  bool alone = true;  // the role tells of one person
  FindingReading reading;
};

FindingReading Valued(const Told& told, std::string value, Span span) {
  FindingReading reading = told.reading;
  reading.value = std::move(value);
  reading.value_span = span;
  return reading;
}

std::vector<Told> ReadOffices(const StoryView& story) {
  std::vector<Told> offices;
  for (size_t r = 0; r < story.reports.size(); ++r) {
    const Document& doc = story.reports[r];
    for (size_t a = 0; a < doc.actors.size(); ++a) {
      if (doc.actors[a].type != ActorType::kPerson) continue;
      for (const Span role : doc.actors[a].roles) {
        Told told{OfficeReader(story.index[r], role).Read(), doc.actors[a].id, true, {}};
        if (told.office.head.empty() || !InStory(doc, role)) continue;
        told.reading.report = static_cast<Index>(r);
        told.reading.span = WithName(story.index[r], static_cast<Index>(a), told.office.span);
        told.alone = !TellsOfSeveral(story.index[r], role);
        offices.push_back(std::move(told));
      }
    }
  }
  return offices;
}

using Readings = std::map<std::pair<std::string, std::string>, std::vector<FindingReading>>;

void TellAll(const StoryView& story, Facet facet, std::string_view topic, Readings& told,
             Findings& out) {
  for (auto& [key, readings] : told) {
    AddDispute(story, facet, Between::kReports,
               std::string(topic) + key.first + (key.second.empty() ? "" : ": ") + key.second,
               std::move(readings), out);
  }
}

// "foreign minister" here and "deputy foreign minister" there.
void FindQualified(const StoryView& story, const std::vector<Told>& offices, Findings& out) {
  Readings told;  // by actor and office
  for (const Told& one : offices) {
    const Office& office = one.office;
    told[{one.actor, office.head}].push_back(
        Valued(one, office.qualifier.empty() ? office.head : office.qualifier + " " + office.head,
               office.value_span));
  }
  TellAll(story, Facet::kRole, "office of ", told, out);
}

bool IsOneWord(std::string_view a, std::string_view b) {
  const Tie tie = TieOf(a, b);
  return a == b || tie == Tie::kSame || tie == Tie::kSynonym || tie == Tie::kDerived;
}

// "treasury secretary" here and "commerce secretary" there, of seats with a department each.
void FindOtherSeats(const StoryView& story, const std::vector<Told>& offices, Findings& out) {
  Readings told;  // by actor
  for (const Told& one : offices) {
    const Office& office = one.office;
    if (!one.alone || office.portfolio.empty() ||
        !DisputeWords::Get().Has("department", office.head))
      continue;
    auto& readings = told[{one.actor, ""}];
    std::string value = office.portfolio + " " + office.head;
    for (const FindingReading& other : readings) {
      const size_t space = other.value.rfind(' ');
      if (other.value.substr(space + 1) == office.head &&
          IsOneWord(other.value.substr(0, space), office.portfolio))
        value = other.value;
    }
    readings.push_back(Valued(one, value, office.portfolio_span.Cover(office.value_span)));
  }
  TellAll(story, Facet::kRole, "office of ", told, out);
}

// Spellings of one family name are one person that nobody joined.
bool MayBeOne(std::string_view a, std::string_view b) {
  const std::string x = Fold(a.substr(a.rfind(' ') + 1)), y = Fold(b.substr(b.rfind(' ') + 1));
  return x.substr(0, 3) == y.substr(0, 3) || x.find(y) != std::string::npos ||
         y.find(x) != std::string::npos;
}

// "Norland's president A" here and "Norland's president B" there.
void FindOtherHolders(const StoryView& story, const std::vector<Told>& offices, Findings& out) {
  Readings told;  // by state and office
  for (const Told& one : offices) {
    const Office& office = one.office;
    if (!one.alone || office.country.empty() || !office.qualifier.empty()) continue;
    const bool alone = DisputeWords::Get().Has("one seat", office.head);
    if (!alone && (office.portfolio.empty() || !DisputeWords::Get().Has("seat", office.head)))
      continue;
    const std::string seat =
        office.portfolio.empty() ? office.head : office.portfolio + " " + office.head;
    auto& readings = told[{office.country, seat}];
    std::string value = one.actor;
    for (const FindingReading& other : readings) {
      if (MayBeOne(story.NameOf(other.value), story.NameOf(one.actor))) value = other.value;
    }
    readings.push_back(Valued(one, value, one.reading.span));
  }
  TellAll(story, Facet::kWho, "who holds the office of ", told, out);
}

}  // namespace

void FindRoleDisputes(const StoryView& story, Findings& out) {
  const std::vector<Told> offices = ReadOffices(story);
  FindQualified(story, offices, out);
  FindOtherSeats(story, offices, out);
  FindOtherHolders(story, offices, out);
}

}  // namespace synoptic
