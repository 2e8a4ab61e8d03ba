// BorrowNames: surnames that a report never gives in full are known from the reports beside it.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/ascii.h"
#include "names/actors.h"
#include "names/gazetteer.h"
#include "names/names.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr size_t kShortestSurname = 4;  // bytes

std::string_view LastWord(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

// Last words of the people named in full; none that some report uses for something else.
std::set<std::string> SurnamesOf(std::span<const Document> reports) {
  std::set<std::string> surnames, others;
  for (const Document& report : reports) {
    for (const Mention& mention : report.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      const std::string_view name = report.Cut(mention.span);
      const bool full = name.find(' ') != std::string_view::npos;
      if (mention.type != ActorType::kPerson) {
        if (!full) others.emplace(name);
      } else if (const std::string_view last = LastWord(name);
                 full && last.size() >= kShortestSurname && IsUpper(last[0])) {
        surnames.emplace(last);
      }
    }
  }
  for (const std::string& other : others) surnames.erase(other);
  return surnames;
}

class Borrower {
 public:
  Borrower(Document& report, const std::set<std::string>& surnames)
      : doc_(report), surnames_(surnames) {}

  void Run() {
    const size_t before = doc_.mentions.size();
    std::vector<Mention> added;
    size_t next = 0;
    for (const Sentence& sentence : doc_.sentences) {
      for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
        const Span span = doc_.tokens[static_cast<size_t>(i)].span;
        while (next < before && doc_.mentions[next].span.end <= span.begin) ++next;
        if (!IsSurname(i, sentence) || IsNamed(next, span)) continue;
        Mention mention;
        mention.span = span;
        mention.type = ActorType::kPerson;
        mention.actor = ActorOf(doc_.Word(i));
        added.push_back(mention);
      }
    }
    for (const Mention& mention : added) Refer(mention);
    doc_.mentions.insert(doc_.mentions.end(), added.begin(), added.end());
    std::stable_sort(doc_.mentions.begin(), doc_.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                                           : a.span.end > b.span.end;
                     });
  }

 private:
  bool IsSurname(Index i, const Sentence& sentence) const {
    const Token& token = doc_.tokens[static_cast<size_t>(i)];
    if (token.pos != Upos::kPropn && token.pos != Upos::kNoun) return false;
    if (!surnames_.contains(std::string(doc_.Word(i)))) return false;
    return !PartOfName(i + 1, sentence) && (!PartOfName(i - 1, sentence) || Introduces(i - 1));
  }

  bool PartOfName(Index i, const Sentence& sentence) const {
    return i >= sentence.first_token && i < sentence.end_token && IsUpper(doc_.Word(i)[0]);
  }

  bool Introduces(Index i) const {
    return (Gazetteer::Get().Bits(Fold(doc_.Word(i))) & (kTitleWord | kRoleWord)) != 0;
  }

  bool IsNamed(size_t from, Span span) const {
    for (size_t m = from > 3 ? from - 3 : 0;
         m < doc_.mentions.size() && doc_.mentions[m].span.begin < span.end; ++m) {
      const Mention& mention = doc_.mentions[m];
      if (mention.kind == MentionKind::kName && mention.span.Overlaps(span)) return true;
    }
    return false;
  }

  Index ActorOf(std::string_view surname) {
    const auto [found, fresh] = actors_.try_emplace(std::string(surname), kNone);
    if (!fresh) return found->second;
    Actor actor;
    actor.type = ActorType::kPerson;
    actor.name = std::string(surname);
    const std::string slug = Slug(surname);
    actor.id = slug;
    const auto used = [&](const std::string& id) {
      return std::any_of(doc_.actors.begin(), doc_.actors.end(),
                         [&](const Actor& other) { return other.id == id; });
    };
    for (int n = 2; used(actor.id); ++n) actor.id = slug + "-" + std::to_string(n);
    doc_.actors.push_back(std::move(actor));
    return found->second = static_cast<Index>(doc_.actors.size() - 1);
  }

  // Who spoke and acted without being known is known now.
  void Refer(const Mention& mention) {
    const auto set = [&](std::optional<Reference>& reference) {
      if (reference && reference->actor == kNone && reference->span.Contains(mention.span) &&
          (reference->span.begin == mention.span.begin || reference->span.end == mention.span.end))
        reference->actor = mention.actor;
    };
    for (Quote& quote : doc_.quotes) set(quote.speaker), set(quote.reporter);
    for (Statement& statement : doc_.statements) set(statement.actor), set(statement.target);
  }

  Document& doc_;
  const std::set<std::string>& surnames_;
  std::map<std::string, Index> actors_;
};

}  // namespace

void BorrowNames(std::span<Document> reports) {
  const std::set<std::string> surnames = SurnamesOf(reports);
  if (surnames.empty()) return;
  for (Document& report : reports) Borrower(report, surnames).Run();
}

}  // namespace synoptic
