#include "quotes/channel.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr Index kReach = 7;  // words from the preposition to the noun

enum class Form : uint8_t { kNone, kName, kPhrase };

class Channels {
 public:
  Channels() {
    const Lexicon lexicon = Lexicon::Load("en/quote_channels.tsv");
    for (const Lexicon::Row& row : lexicon.rows())
      forms_[row[0]] = row[1] == "name" ? Form::kName : Form::kPhrase;
  }
  Form Of(std::string_view noun) const {
    const auto found = forms_.find(noun);
    return found == forms_.end() ? Form::kNone : found->second;
  }

 private:
  std::unordered_map<std::string_view, Form, StringHash, std::equal_to<>> forms_;
};

const Channels& Table() {
  static const Channels channels;
  return channels;
}

bool IsPreposition(const Syntax& syntax, Index t) {
  for (const char* word : {"on", "in", "via", "at", "during", "through", "over", "by", "to"}) {
    if (syntax.Is(t, word)) return true;
  }
  return false;
}

bool IsDeterminer(const Syntax& syntax, Index t) {
  return syntax[t].pos == Upos::kDet || syntax[t].pos == Upos::kPron || syntax.Is(t, "'s") ||
         syntax.Is(t, "’s") || syntax.Is(t, "a") || syntax.Is(t, "an") || syntax.Is(t, "the") ||
         syntax.Is(t, "his") || syntax.Is(t, "her");
}

bool EndsPhrase(const Syntax& syntax, Index t) {
  const Upos pos = syntax[t].pos;
  const bool attribute = pos == Upos::kVerb && t > 0 && IsDeterminer(syntax, t - 1);
  if (attribute) return false;  // "a televised address"
  return pos == Upos::kVerb || pos == Upos::kPunct || pos == Upos::kAux ||
         (pos == Upos::kAdp && !syntax.Is(t, "of"));
}

// A name of one or two words: names begin with a capital letter.
Form NameForm(const Syntax& syntax, Index t, Index end, Index& last) {
  if (!IsUpper(syntax.Word(t).front())) return Form::kNone;
  if (t + 1 < end) {
    const std::string two = AsciiLower(syntax.Word(t)) + " " + AsciiLower(syntax.Word(t + 1));
    if (Table().Of(two) == Form::kName) return last = t + 2, Form::kName;
  }
  if (Table().Of(AsciiLower(syntax.Word(t))) != Form::kName) return Form::kNone;
  return last = t + 1, Form::kName;
}

std::string Cut(const Syntax& syntax, WordRange words) {
  return std::string(syntax.document().Cut(syntax.SpanOf(words)));
}

// "interview with the Daily Post": what stands behind "with" is part of it.
Index WithWhom(const Syntax& syntax, Index end, Index limit) {
  if (end >= limit || !syntax.Is(end, "with")) return end;
  Index t = end + 1;
  while (t < limit && t < end + 8 && !EndsPhrase(syntax, t)) ++t;
  return t > end + 1 ? t : end;
}

}  // namespace

std::string ChannelIn(const Syntax& syntax, WordRange clause) {
  std::string phrase;
  for (Index p = clause.first; p + 1 < clause.end; ++p) {
    if (!IsPreposition(syntax, p)) continue;
    Index first = p + 1;
    for (Index t = p + 1; t < std::min(clause.end, p + kReach); ++t) {
      if (EndsPhrase(syntax, t)) break;
      if (IsDeterminer(syntax, t)) {
        first = t + 1;
        continue;
      }
      Index end = t;
      if (NameForm(syntax, t, clause.end, end) == Form::kName) return Cut(syntax, {t, end});
      const bool noun = syntax[t].pos == Upos::kNoun || syntax[t].pos == Upos::kPropn;
      const bool inner = t + 1 < clause.end && syntax[t + 1].pos == Upos::kNoun;
      if (phrase.empty() && noun && !inner && !syntax.Is(p, "to") &&
          Table().Of(syntax[t].lemma) == Form::kPhrase) {
        phrase = Cut(syntax, {first, WithWhom(syntax, t + 1, clause.end)});
        break;
      }
    }
  }
  return phrase;
}

}  // namespace synoptic
