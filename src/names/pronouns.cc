#include "names/pronouns.h"

#include <algorithm>
#include <set>

#include "names/sentence_words.h"

namespace synoptic {
namespace {

constexpr size_t kSentencesBack = 2;

class PronounFinder {
 public:
  PronounFinder(Document& document, const NameFeatures& features,
                const std::vector<uint8_t>& quoted)
      : doc_(document), words_(document, features), quoted_(quoted) {}

  // Mentions of people, sorted; the pronouns found are appended to `out`.
  void Find(const std::vector<Mention>& mentions, std::vector<Mention>& out) {
    size_t next = 0;
    for (const Sentence& sentence : doc_.sentences) {
      words_.Enter(sentence);
      std::vector<Seen> here;
      for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
        const uint32_t begin = doc_.tokens[static_cast<size_t>(i)].span.begin;
        for (; next < mentions.size() && mentions[next].span.begin <= begin; ++next)
          See(mentions[next], i, here);
        Resolve(i, here, out);
      }
      before_.insert(before_.begin(), std::move(here));
      if (before_.size() > kSentencesBack) before_.pop_back();
    }
  }

 private:
  struct Seen {
    Index actor;
    Index token;
    bool subject;
  };

  void See(const Mention& mention, Index token, std::vector<Seen>& here) const {
    if (mention.type != ActorType::kPerson || mention.actor == kNone ||
        quoted_[static_cast<size_t>(token)])
      return;
    Index after = token;
    while (words_.Inside(after) &&
           doc_.tokens[static_cast<size_t>(after)].span.begin < mention.span.end)
      ++after;
    const Upos pos = words_.Pos(after);
    const Upos before = words_.Pos(token - 1);
    const bool joined = pos == Upos::kCconj && before != Upos::kVerb && before != Upos::kAdp;
    const bool subject = pos == Upos::kVerb || pos == Upos::kAux || pos == Upos::kAdv || joined ||
                         words_.Word(after) == ",";
    here.push_back({mention.actor, token, subject});
  }

  static char SexOf(std::string_view word) {
    for (const std::string_view he : {"he", "him", "his", "himself"})
      if (EqualsIgnoreCase(word, he)) return 'm';
    for (const std::string_view she : {"she", "her", "hers", "herself"})
      if (EqualsIgnoreCase(word, she)) return 'f';
    return 0;
  }

  // The only person of that sex among `seen`, or the only subject among several; kNone if that
  // leaves a choice.
  Index OneOf(const std::vector<Seen>& seen, char sex, bool& any) const {
    std::set<Index> all, subjects;
    for (const Seen& one : seen) {
      const char known = doc_.actors[static_cast<size_t>(one.actor)].gender;
      if (known != 0 && known != sex) continue;
      all.insert(one.actor);
      if (one.subject) subjects.insert(one.actor);
    }
    any = !all.empty();
    if (all.size() == 1) return *all.begin();
    if (subjects.size() == 1) return *subjects.begin();
    return kNone;
  }

  void Resolve(Index i, std::vector<Seen>& here, std::vector<Mention>& out) {
    const std::string_view word = words_.Word(i);
    if (word.size() < 2 || word.size() > 7) return;
    const char sex = SexOf(word);
    if (sex == 0 || quoted_[static_cast<size_t>(i)]) return;
    bool any = false;
    Index actor = OneOf(here, sex, any);
    for (size_t back = 0; back < before_.size() && !any; ++back)
      actor = OneOf(before_[back], sex, any);
    if (actor == kNone) return;
    Actor& person = doc_.actors[static_cast<size_t>(actor)];
    if (person.gender == 0) person.gender = sex;
    Mention mention;
    mention.span = doc_.tokens[static_cast<size_t>(i)].span;
    mention.type = ActorType::kPerson;
    mention.kind = MentionKind::kPronoun;
    mention.actor = actor;
    out.push_back(mention);
    const Upos after = words_.Pos(i + 1);
    here.push_back({actor, i, after == Upos::kVerb || after == Upos::kAux || after == Upos::kAdv});
  }

  Document& doc_;
  SentenceWords words_;
  const std::vector<uint8_t>& quoted_;
  std::vector<std::vector<Seen>> before_;  // of the sentences before, nearest first
};

}  // namespace

std::vector<Mention> FindPronouns(Document& document, const NameFeatures& features,
                                  const std::vector<uint8_t>& quoted) {
  std::vector<Mention> found;
  PronounFinder(document, features, quoted).Find(document.mentions, found);
  return found;
}

}  // namespace synoptic
