#include "ingest/html_parser.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kDeepestNode = 256;  // elements; deeper ones stand side by side
constexpr size_t kDeepestOpen = 512;  // elements that wait for their end tags
constexpr size_t kMostAttributes = 64;

constexpr bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
constexpr bool BeginsName(char c) { return IsAlpha(c) || c == '_' || c == ':' || c == '.'; }
constexpr bool IsInName(char c) { return IsAlnum(c) || c == '-' || BeginsName(c); }

// Characters at which text is looked at: tags, references, and controls, which no page may have.
constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> stops{};
  for (int c = 0; c < 0x20; ++c) stops[static_cast<size_t>(c)] = !IsSpace(static_cast<char>(c));
  stops['\v'] = stops['\f'] = true;
  stops['<'] = stops['&'] = true;
  return stops;
}();

bool IsAllSpace(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return IsBlank(c); });
}

class Parser {
 public:
  explicit Parser(HtmlTree::Store& store) : store_(store), page_(store.page) {}

  void Parse() {
    if (page_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < page_.size()) {
      if (page_[at_] == '<') {
        Markup();
      } else {
        Text();
      }
    }
    FlushText();
  }

 private:
  // Of an element that waits for its end tag.
  struct Open {
    Node* node;
    std::string_view name;  // with its prefix
    TagId tag;
  };

  char Peek(size_t ahead = 0) const {
    return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0';
  }
  void SkipBlanks() {
    while (at_ < page_.size() && IsBlank(page_[at_])) ++at_;
  }
  // Behind the next `mark`; at the end where there is none.
  void SkipBehind(std::string_view mark) {
    const size_t found = page_.find(mark, at_);
    at_ = found == page_.npos ? page_.size() : found + mark.size();
  }

  void Markup() {
    const char next = Peek(1);
    if (IsAlpha(next)) return StartTag();
    if (next == '/') return EndTag();
    if (next == '!') return Declaration();
    if (next == '?') return SkipBehind(">");
    Characters(page_.substr(at_++, 1));
  }

  void Declaration() {
    const std::string_view rest = page_.substr(at_);
    if (!rest.starts_with("<!--")) {
      declared_ |= EqualsIgnoreCase(rest.substr(0, 9), "<!doctype");
      return SkipBehind(">");
    }
    at_ += 4;
    if (rest.substr(4).starts_with(">")) return SkipBehind(">");
    if (rest.substr(4).starts_with("->")) return SkipBehind("->");
    SkipBehind("-->");
  }

  std::string_view Name() {
    const size_t begin = at_;
    if (!BeginsName(Peek())) return {};
    bool upper = false;
    for (; at_ < page_.size() && IsInName(page_[at_]); ++at_) upper |= IsUpper(page_[at_]);
    const std::string_view name = page_.substr(begin, at_ - begin);
    if (!upper) return name;
    char* const lower = store_.strings.Allocate(name.size());
    std::transform(name.begin(), name.end(), lower, ToLower);
    return {lower, name.size()};
  }

  void StartTag() {
    ++at_;
    const std::string_view name = Name();
    const TagId tag = TagIdOf(name);
    EndBefore(tag);
    Imply(tag);
    const bool misplaced = IsMisplaced(tag);
    Attributes();
    const bool open = !misplaced && Push(name, tag);
    const bool program = tag == TagId::kScript || tag == TagId::kStyle;
    const bool closed = Peek() == '/' && !program;  // browsers read <script/> as open
    at_ = std::min(at_ + (Peek() == '/' ? 2 : 1), page_.size());
    if (closed ? open || misplaced : open && IsVoid(tag)) return Pop();
    if (program) Program(name, open && tag == TagId::kScript);
  }

  // What stands up to the end tag is no markup.
  void Program(std::string_view name, bool script) {
    const size_t begin = at_;
    for (;; at_ += 2) {
      at_ = page_.find("</", at_);
      if (at_ == page_.npos) break;
      if (EqualsIgnoreCase(page_.substr(at_ + 2, name.size()), name)) break;
    }
    at_ = std::min(at_, page_.size());
    if (script && Attribute(open_.back().node, "type").find("ld+json") != page_.npos)
      AddText(page_.substr(begin, at_ - begin));
  }

  // One <html>, <head> and <body>; their end tags are then passed over too.
  bool IsMisplaced(TagId tag) {
    size_t times = 0;
    if (tag == TagId::kHtml) times = !open_.empty();
    if (tag == TagId::kHead) times = open_.size() != 1;
    if (tag == TagId::kBody)
      times = static_cast<size_t>(std::count_if(
          open_.begin(), open_.end(), [](const Open& open) { return open.tag == TagId::kBody; }));
    misplaced_ += times;
    return times > 0;
  }

  void Attributes() {
    attributes_.clear();
    SkipBlanks();
    while (at_ < page_.size() && page_[at_] != '>' && !(page_[at_] == '/' && Peek(1) == '>')) {
      const std::string_view name = Name();
      if (name.empty()) {
        while (at_ < page_.size() && !IsBlank(page_[at_]) && page_[at_] != '>' &&
               !(page_[at_] == '/' && Peek(1) == '>'))
          ++at_;
      } else {
        SkipBlanks();
        std::string_view value;
        if (Peek() == '=') value = Value();
        const bool known =
            std::any_of(attributes_.begin(), attributes_.end(),
                        [&](const HtmlAttribute& other) { return other.name == name; });
        if (!known && attributes_.size() < kMostAttributes) attributes_.push_back({name, value});
      }
      SkipBlanks();
    }
  }

  std::string_view Value() {
    ++at_;
    SkipBlanks();
    const char quote = Peek();
    size_t end;
    if (quote == '"' || quote == '\'') {
      end = std::min(page_.find(quote, ++at_), page_.size());
    } else {
      for (end = at_; end < page_.size() && !IsBlank(page_[end]) && page_[end] != '>';) ++end;
    }
    const std::string_view raw = page_.substr(at_, end - at_);
    at_ = std::min(end + (quote == '"' || quote == '\''), page_.size());
    if (raw.find('&') == raw.npos) return raw;
    std::string decoded;
    for (size_t at = 0; at < raw.size();) {
      const size_t mark = std::min(raw.find('&', at), raw.size());
      decoded.append(raw, at, mark - at);
      at = mark;
      if (at < raw.size()) at += DecodeReference(raw.substr(at), decoded);
    }
    return store_.strings.Copy(decoded);
  }

  void EndTag() {
    at_ += 2;
    const std::string_view name = Name();
    if (name.empty()) return;
    SkipBehind(">");
    const TagId tag = TagIdOf(name);
    const bool frame = tag == TagId::kHtml || tag == TagId::kBody || tag == TagId::kHead;
    if (frame && misplaced_ > 0) {
      --misplaced_;
      return;
    }
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == tag && open_[i].name == name) {
        while (open_.size() > i) Pop();
        return;
      }
      if (EndRank(open_[i].tag) > EndRank(tag)) return;
    }
  }

  void EndBefore(TagId tag) {
    while (!open_.empty() && EndsAtStartOf(open_.back().tag, tag)) Pop();
  }

  // The elements around `tag` whose start tags may be left out.
  void Imply(TagId tag) {
    if (tag == TagId::kHtml) return;
    if (open_.empty()) attributes_.clear(), Push("html", TagId::kHtml);
    if (tag == TagId::kBody || tag == TagId::kHead) return;
    const bool heads = tag == TagId::kScript || tag == TagId::kStyle || tag == TagId::kMeta ||
                       tag == TagId::kLink || tag == TagId::kTitle || tag == TagId::kBase;
    if (open_.size() == 1 && heads) {
      if (!head_seen_) attributes_.clear(), Push("head", TagId::kHead);
      return;
    }
    if (tag == TagId::kNoframes || tag == TagId::kFrame || tag == TagId::kFrameset || body_seen_)
      return;
    for (const Open& open : open_) {
      if (open.tag == TagId::kHead) return;
    }
    attributes_.clear(), Push("body", TagId::kBody);
  }

  // Text in no element, or in one that holds none, is a paragraph.
  void ImplyParagraph() {
    EndBefore(TagId::kP);
    Imply(TagId::kP);
    attributes_.clear(), Push("p", TagId::kP);
  }

  // Whether the element waits for its end tag.
  bool Push(std::string_view name, TagId tag) {
    FlushText();
    head_seen_ |= tag == TagId::kHead || tag == TagId::kBody;
    body_seen_ |= tag == TagId::kBody;
    Node* const node = store_.NewNode();
    node->element = true;
    const size_t colon = name.find(':');
    const bool prefixed = colon != name.npos && colon > 0 && colon + 1 < name.size();
    node->name = prefixed ? name.substr(colon + 1) : name;
    node->tag = prefixed ? TagIdOf(node->name) : tag;
    node->attributes = store_.NewAttributes(attributes_);
    node->attribute_count = static_cast<uint32_t>(attributes_.size());
    Insert(node);
    if (open_.size() == kDeepestOpen) return false;
    open_.push_back({node, name, tag});
    return true;
  }

  void Pop() {
    FlushText();
    if (!open_.empty()) open_.pop_back();
  }

  // Below the innermost open element, or, what stands behind </html>, below the page's first.
  void Insert(Node* node) {
    if (!store_.root) {
      store_.root = node;
      return;
    }
    Node* parent = nullptr;
    if (!open_.empty()) {
      parent = open_[std::min(open_.size(), kDeepestNode) - 1].node;
    } else if (!declared_) {
      parent = store_.root;
    }
    if (!parent) return;
    node->parent = parent;
    if (parent->last) {
      parent->last->next = node;
    } else {
      parent->children = node;
    }
    parent->last = node;
  }

  bool HoldsText() const {
    return !open_.empty() && open_.back().tag != TagId::kHtml && open_.back().tag != TagId::kHead;
  }

  void Text() {
    const size_t begin = at_;
    if (page_[at_] == '&') return Reference();
    while (at_ < page_.size() && !kStops[static_cast<unsigned char>(page_[at_])]) ++at_;
    if (at_ > begin) return Characters(page_.substr(begin, at_ - begin));
    if (page_[at_++] == '\0') Join(" ", begin, false);
  }

  void Reference() {
    const size_t begin = at_;
    decoded_.clear();
    at_ += DecodeReference(page_.substr(at_), decoded_);
    if (at_ == begin + 1) return Characters(page_.substr(begin, 1));
    if (decoded_.empty()) return;
    if (!HoldsText()) ImplyParagraph();
    Join(decoded_, begin, false);
  }

  void Characters(std::string_view text) {
    if (!HoldsText() && !IsAllSpace(text)) ImplyParagraph();
    AddText(text);
  }

  // `text` lies in the page.
  void AddText(std::string_view text) {
    if (text_.empty()) {
      text_ = text;
    } else if (text_.data() + text_.size() == text.data()) {
      text_ = {text_.data(), text_.size() + text.size()};
    } else {
      Join(text, static_cast<size_t>(text.data() - page_.data()), true);
    }
  }

  // Adds `text`, made of the page from `begin` to here, or up to its own size where copied.
  void Join(std::string_view text, size_t begin, bool copied) {
    if (text_.data() != joined_.data()) {
      if (!text_.empty()) AddPiece(0, text_);
      joined_.assign(text_);
    }
    const auto at = static_cast<uint32_t>(joined_.size());
    const size_t end = copied ? begin + text.size() : at_;
    store_.pieces.push_back({at, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), copied});
    joined_ += text;
    text_ = joined_;
  }

  void AddPiece(uint32_t at, std::string_view text) {
    const auto begin = static_cast<uint32_t>(text.data() - page_.data());
    store_.pieces.push_back({at, begin, begin + static_cast<uint32_t>(text.size()), true});
  }

  void FlushText() {
    if (text_.empty()) return;
    const bool joined = text_.data() == joined_.data();
    if (open_.empty()) {
      store_.pieces.resize(pieces_used_);
    } else {
      Node* const node = store_.NewNode();
      if (!joined) AddPiece(0, text_);
      node->content = joined ? store_.strings.Copy(text_) : text_;
      node->piece = static_cast<uint32_t>(pieces_used_);
      node->piece_count = static_cast<uint32_t>(store_.pieces.size() - pieces_used_);
      Insert(node);
    }
    pieces_used_ = store_.pieces.size();
    text_ = {};
  }

  HtmlTree::Store& store_;
  const std::string_view page_;
  size_t at_ = 0;
  std::vector<Open> open_;
  std::vector<HtmlAttribute> attributes_;  // of the tag at hand
  std::string_view text_;                  // that no element has interrupted, in the page or joined
  std::string joined_, decoded_;
  size_t pieces_used_ = 0;  // by texts that are in the tree
  size_t misplaced_ = 0;    // start tags passed over whose end tags are too
  bool head_seen_ = false, body_seen_ = false;
  bool declared_ = false;  // a document type
};

}  // namespace

void ParsePage(HtmlTree::Store& store) { Parser(store).Parse(); }

}  // namespace synoptic
