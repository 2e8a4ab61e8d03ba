// FindStatements: events by the words that tell of them, each with who acts on whom, how real it
// is and on whose word.
#include "statements/statements.h"

#include <algorithm>

#include "statements/event_sites.h"
#include "statements/modality.h"
#include "statements/plain_facts.h"

namespace synoptic {
namespace {

constexpr size_t kMostJoined = 3;  // parties of one side that get a statement each

const Token& At(const Document& document, Index i) {
  return document.tokens[static_cast<size_t>(i)];
}

struct ClauseWords {
  Index first, end;
};

// From the mark before the trigger to the one behind it, but for commas that only part a list.
ClauseWords ClauseOf(const Document& document, const Sentence& sentence, Index trigger) {
  const auto parts = [&](Index i) {
    const std::string_view word = document.Word(i);
    return word == ";" || word == ":" || word == "—" || word == "–" || word == "“" || word == "”" ||
           word == "\"" || word == ",";
  };
  ClauseWords clause{trigger, trigger + 1};
  while (clause.first > sentence.first_token && !parts(clause.first - 1)) --clause.first;
  while (clause.end < sentence.end_token && !parts(clause.end)) ++clause.end;
  while (clause.end > trigger + 1 && At(document, clause.end - 1).pos == Upos::kPunct) --clause.end;
  return clause;
}

class StatementFinder {
 public:
  explicit StatementFinder(Document& document)
      : doc_(document), reader_(document), plain_(document) {}

  void Find() {
    for (const Sentence& sentence : doc_.sentences) {
      if (sentence.section == SectionKind::kByline || sentence.section == SectionKind::kDateline ||
          sentence.section == SectionKind::kCredit) {
        continue;
      }
      const size_t first = doc_.statements.size();
      for (const EventSite& site : reader_.Read(sentence)) AddEach(sentence, site);
      KeepSurest(first);
      AddPlain(sentence, first);
    }
    for (size_t i = 0; i < doc_.statements.size(); ++i)
      doc_.statements[i].id = doc_.id + ":s" + std::to_string(i + 1);
  }

 private:
  // A statement for each of those who act, and for each on whom.
  void AddEach(const Sentence& sentence, const EventSite& site) {
    const auto refer = [&](const std::vector<Index>& phrases, size_t i) {
      return i < phrases.size() ? std::optional(reader_.phrases().AsReference(phrases[i]))
                                : std::nullopt;
    };
    if (site.mutual) {
      Add(sentence, site, refer(site.actors, 0), refer(site.actors, 1));
      return;
    }
    const std::optional<Reference> actor = site.actors.empty() ? site.owner : refer(site.actors, 0);
    Add(sentence, site, actor, refer(site.targets, 0));
    for (size_t i = 1; i < std::min(kMostJoined, site.actors.size()); ++i)
      Add(sentence, site, refer(site.actors, i), refer(site.targets, 0));
    for (size_t i = 1; i < std::min(kMostJoined, site.targets.size()); ++i)
      Add(sentence, site, actor, refer(site.targets, i));
  }

  // What the sentence tells besides events, between them by place.
  void AddPlain(const Sentence& sentence, size_t first) {
    const size_t events = doc_.statements.size();
    plain_.Add(sentence, reader_.phrases(), reader_.roles(), doc_.statements);
    for (size_t i = events; i < doc_.statements.size(); ++i) {
      Attribute({}, doc_.statements[i]);
      Circumstances(doc_.statements[i]);
    }
    std::stable_sort(
        doc_.statements.begin() + static_cast<std::ptrdiff_t>(first), doc_.statements.end(),
        [](const Statement& a, const Statement& b) { return a.trigger.begin < b.trigger.begin; });
  }

  // Of the statements of a sentence from `first` that name the same two parties only the surest:
  // "launched an attack" is one event. They stay in order of their triggers.
  void KeepSurest(size_t first) {
    auto& all = doc_.statements;
    std::vector<bool> dropped(all.size());
    for (size_t i = first; i < all.size(); ++i) {
      for (size_t j = first; j < i; ++j) {
        if (dropped[j] || !SameParties(all[i], all[j])) continue;
        dropped[strength_[i - first] > strength_[j - first] ? j : i] = true;
        if (dropped[i]) break;
      }
    }
    size_t kept = first;
    for (size_t i = first; i < all.size(); ++i) {
      if (dropped[i]) continue;
      if (kept != i) all[kept] = std::move(all[i]);
      ++kept;
    }
    all.resize(kept);
    strength_.clear();
  }

  static bool SameParties(const Statement& a, const Statement& b) {
    const auto same = [](const std::optional<Reference>& x, const std::optional<Reference>& y) {
      return x.has_value() == y.has_value() && (!x || x->span == y->span);
    };
    return same(a.actor, b.actor) && same(a.target, b.target) && (a.actor || a.target);
  }

  void Add(const Sentence& sentence, const EventSite& site, std::optional<Reference> actor,
           std::optional<Reference> target) {
    const Index trigger = site.token;
    const ClauseWords clause = ClauseOf(doc_, sentence, trigger);
    Statement statement;
    statement.span = At(doc_, clause.first).span.Cover(At(doc_, clause.end - 1).span);
    statement.type = site.type;
    statement.mode = site.mode;
    statement.trigger = At(doc_, trigger).span;
    statement.trigger_token = trigger;
    statement.actor = actor;
    statement.target = target;
    SetReality(sentence, site, statement);
    Circumstances(statement);
    Place(statement);
    strength_.push_back(site.strength);
    doc_.statements.push_back(std::move(statement));
  }

  size_t FirstMentionFrom(uint32_t begin) const {
    const auto found = std::lower_bound(
        doc_.mentions.begin(), doc_.mentions.end(), begin,
        [](const Mention& mention, uint32_t at) { return mention.span.begin < at; });
    return static_cast<size_t>(found - doc_.mentions.begin());
  }

  // Times and quantities inside its clause.
  void Circumstances(Statement& statement) const {
    const auto inside = [&](const auto& items, std::vector<Index>& list) {
      auto item =
          std::lower_bound(items.begin(), items.end(), statement.span.begin,
                           [](const auto& one, uint32_t from) { return one.span.begin < from; });
      for (; item != items.end() && item->span.begin < statement.span.end; ++item) {
        const auto index = static_cast<Index>(item - items.begin());
        if (statement.span.Contains(item->span) &&
            std::find(list.begin(), list.end(), index) == list.end())
          list.push_back(index);
      }
    };
    inside(doc_.times, statement.times);
    inside(doc_.quantities, statement.quantities);
  }

  void SetReality(const Sentence& sentence, const EventSite& site, Statement& statement) const {
    const EventReality reality =
        RealityOf(doc_, sentence, reader_.phrases(), reader_.roles(), site.token);
    // What was refused is told by the type already.
    if (site.turn != EventTurn::kRefuse) statement.polarity = reality.polarity;
    statement.modality = reality.modality;
    const std::string_view lemma = At(doc_, site.token).lemma;
    if (statement.modality == Modality::kAsserted) {
      if (lemma == "propose" || lemma == "offer" || lemma == "proposal")
        statement.modality = Modality::kProposed;
      else if (site.type == PloverType::kRequest)
        statement.modality = Modality::kDemanded;
    }
    Attribute(reality, statement);
  }

  // Speakers of the quotations that hold the trigger, the widest first, then of the verbs that it
  // depends on inside.
  void Attribute(const EventReality& reality, Statement& statement) const {
    std::vector<Index> holding;
    for (size_t q = 0; q < doc_.quotes.size(); ++q) {
      const Quote& quote = doc_.quotes[q];
      if (!quote.content.empty() && quote.content[0].begin > statement.trigger.begin) break;
      if (std::any_of(quote.content.begin(), quote.content.end(),
                      [&](Span part) { return part.Contains(statement.trigger); })) {
        holding.push_back(static_cast<Index>(q));
      }
    }
    const auto width = [&](Index q) {
      const auto& content = doc_.quotes[static_cast<size_t>(q)].content;
      return content.back().end - content.front().begin;
    };
    std::stable_sort(holding.begin(), holding.end(),
                     [&](Index a, Index b) { return width(a) > width(b); });
    const auto add = [&](Index actor) {
      auto& sources = statement.attributed_to;
      if (actor != kNone && std::find(sources.begin(), sources.end(), actor) == sources.end())
        sources.push_back(actor);
    };
    for (const Index q : holding) {
      const Quote& quote = doc_.quotes[static_cast<size_t>(q)];
      statement.quote = q;
      if (quote.reporter) add(quote.reporter->actor);
      if (quote.speaker) add(quote.speaker->actor);
    }
    for (const Index verb : reality.sayers) {
      const Index sayer = reader_.roles().Subject(verb);
      if (sayer != kNone) add(reader_.phrases().AsReference(sayer).actor);
    }
  }

  void Place(Statement& statement) const {
    for (size_t i = FirstMentionFrom(statement.trigger.end); i < doc_.mentions.size(); ++i) {
      const Mention& mention = doc_.mentions[i];
      if (mention.span.begin >= statement.span.end) return;
      if (mention.type != ActorType::kPlace || mention.metonym ||
          !statement.span.Contains(mention.span))
        continue;
      statement.place_span = mention.span;
      statement.place = doc_.Cut(mention.span);
      return;
    }
  }

  Document& doc_;
  EventReader reader_;
  PlainFacts plain_;
  std::vector<double> strength_;  // of the statements of the sentence at hand
};

}  // namespace

void FindStatements(Document& document) {
  document.statements.clear();
  StatementFinder(document).Find();
}

}  // namespace synoptic
