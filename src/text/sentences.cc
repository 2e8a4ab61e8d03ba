#include "text/sentences.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/tokenizer.h"

namespace synoptic {
namespace {

constexpr size_t kLongestSentence =
    2000;  // tokens; what runs on is cut, so that later stages stay bounded

struct Paragraph {
  Span span;
  SectionKind kind;
};

bool EndsSentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with('"') ||
         line.ends_with("”") || line.ends_with("’") || line.ends_with('\'') ||
         line.ends_with(')') || line.ends_with(':');
}

// True where lines end in the middle of sentences at about one width.
bool IsWrapped(const Document& document) {
  size_t body = 0, open = 0, longest = 0;
  for (const Section& section : document.sections) {
    if (section.kind != SectionKind::kBody) continue;
    const std::string_view line = document.Cut(section.span);
    ++body;
    longest = std::max(longest, line.size());
    open += !EndsSentence(line);
  }
  return body >= 4 && longest <= 100 && open * 2 > body;
}

std::vector<Paragraph> CutParagraphs(const Document& document) {
  const bool wrapped = IsWrapped(document);
  std::vector<Paragraph> paragraphs;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kBoilerplate) continue;
    const bool follows = wrapped && !paragraphs.empty() && section.kind == SectionKind::kBody &&
                         paragraphs.back().kind == SectionKind::kBody;
    if (follows) {
      const Span gap{paragraphs.back().span.end, section.span.begin};
      const std::string_view between = document.Cut(gap);
      const bool indented = std::count(between.begin(), between.end(), ' ') >= 2;
      if (std::count(between.begin(), between.end(), '\n') == 1 && !indented) {
        paragraphs.back().span.end = section.span.end;
        continue;
      }
    }
    paragraphs.push_back({section.span, section.kind});
  }
  return paragraphs;
}

class SentenceCutter {
 public:
  explicit SentenceCutter(Document& document) : doc_(document) {}

  void Cut(const Paragraph& paragraph) {
    const auto first = static_cast<Index>(doc_.tokens.size());
    Tokenize(doc_.text, paragraph.span, doc_.tokens);
    const auto end = static_cast<Index>(doc_.tokens.size());
    Index begin = first;
    for (Index i = first; i < end; ++i) {
      Index last = i;
      if (!Ends(i, end, &last) && i - begin < static_cast<Index>(kLongestSentence)) continue;
      Add(begin, last + 1, paragraph.kind, begin == first);
      begin = last + 1;
      i = last;
    }
    if (begin < end) Add(begin, end, paragraph.kind, begin == first);
  }

 private:
  std::string_view Word(Index i) const { return doc_.Word(i); }
  const Token& At(Index i) const { return doc_.tokens[static_cast<size_t>(i)]; }
  bool Glued(Index i) const { return At(i).span.end == At(i + 1).span.begin; }

  void Add(Index begin, Index end, SectionKind kind, bool paragraph) {
    Sentence sentence;
    sentence.span = At(begin).span.Cover(At(end - 1).span);
    sentence.first_token = begin;
    sentence.end_token = end;
    sentence.paragraph = paragraph;
    sentence.section = kind;
    doc_.sentences.push_back(sentence);
  }

  static bool IsCloser(std::string_view word) {
    return word == "\"" || word == "”" || word == "''" || word == "'" || word == "’" ||
           word == ")" || word == "]" || word == "»";
  }
  static bool IsOpener(std::string_view word) {
    return word == "\"" || word == "“" || word == "``" || word == "‘" || word == "'" ||
           word == "(" || word == "[" || word == "«" || word == "''";
  }
  static bool IsDash(std::string_view word) {
    return word == "-" || word == "–" || word == "—" || word == "--" || word == "•" || word == "*";
  }

  static bool StartsUpper(std::string_view word) {
    if ((word[0] & 0x80) == 0) return IsUpper(word[0]);
    const std::string_view first = word.substr(0, DecodeAt(word, 0).length);
    return Lower(first) != first;
  }

  // Whether a sentence ends at token `i`; `last` becomes its last token, closing marks included.
  bool Ends(Index i, Index end, Index* last) const {
    const std::string_view word = Word(i);
    const bool mark =
        word == "." || word == "!" || word == "?" || word == "…" || word == "?!" || word == "!?" ||
        (word.size() >= 2 &&
         (word.find_first_not_of(".") == word.npos || word.find_first_not_of("!?") == word.npos));
    const StopKind stop = mark ? StopKind::kNone : KindOfStop(word);
    if (!mark && (stop == StopKind::kNone || stop == StopKind::kTitle)) {
      *last = i;
      return BeginsCredit(i + 1, end);
    }
    Index next = i + 1;
    while (next < end && IsCloser(Word(next)) && (Glued(next - 1) || !OpensQuote(next, end)))
      ++next;
    *last = next - 1;
    if (next == end) return true;
    if (mark && next == i + 1 && Glued(i) && !StartsUpper(Word(next)) && !IsOpener(Word(next)))
      return false;
    return Begins(next, end, mark ? word : std::string_view());
  }

  // A caption is closed by who made the picture ("Image: …"), with or without a full stop before.
  bool BeginsCredit(Index i, Index end) const {
    static constexpr std::string_view kLabels[] = {"Credit", "Illustration", "Image",
                                                   "Photo",  "Photograph",   "Picture"};
    if (i + 2 >= end || Word(i + 1) != ":" || !Glued(i) || Glued(i - 1)) return false;
    return std::binary_search(std::begin(kLabels), std::end(kLabels), Word(i));
  }

  // A straight mark after a space, before a word, opens.
  bool OpensQuote(Index i, Index end) const { return i + 1 < end && !Glued(i - 1) && Glued(i); }

  bool Begins(Index next, Index end, std::string_view mark) const {
    Index first = next;
    while (first < end && (IsOpener(Word(first)) || IsDash(Word(first)))) ++first;
    if (first == end) return true;
    const std::string_view word = Word(first);
    const bool upper = StartsUpper(word), digit = IsDigit(word[0]);
    if (mark == "…" || (mark.size() > 1 && mark[0] == '.')) return upper;
    if (!mark.empty())
      return upper || digit || word[0] == '@' || word[0] == '#' || word[0] == '$' ||
             (word[0] & 0x80) != 0;
    return upper && IsStarter(word);
  }

  // Words that begin sentences and hardly ever go on from an abbreviation.
  static bool IsStarter(std::string_view word) {
    static constexpr std::string_view kStarters[] = {
        "A",         "After",  "Although", "An",      "And",     "As",    "At",    "But",   "By",
        "Despite",   "During", "Earlier",  "Each",    "For",     "From",  "He",    "Her",   "His",
        "However",   "I",      "If",       "In",      "It",      "Its",   "Last",  "Later", "Many",
        "Meanwhile", "More",   "Most",     "Neither", "No",      "Nor",   "Now",   "On",    "One",
        "Only",      "Or",     "Other",    "Our",     "Several", "She",   "Since", "So",    "Some",
        "Such",      "That",   "The",      "Their",   "Then",    "There", "These", "They",  "This",
        "Those",     "Though", "To",       "Two",     "Under",   "Until", "We",    "What",  "When",
        "Where",     "While",  "Who",      "With",    "Yet",     "You"};
    return std::binary_search(std::begin(kStarters), std::end(kStarters), word);
  }

  Document& doc_;
};

}  // namespace

void CutSentences(Document& document) {
  document.tokens.reserve(document.text.size() / 5);
  document.sentences.reserve(document.text.size() / 100 + 1);
  SentenceCutter cutter(document);
  for (const Paragraph& paragraph : CutParagraphs(document)) cutter.Cut(paragraph);
}

}  // namespace synoptic
