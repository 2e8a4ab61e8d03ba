#include "ingest/live_blog.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "ingest/html_classes.h"
#include "ingest/html_meta.h"

namespace synoptic {
namespace {

constexpr size_t kFewestPosts = 3;
constexpr size_t kProse = 8;             // words of a paragraph that can make a post
constexpr size_t kLongestTimeLine = 40;  // bytes
constexpr double kLeastShare = 0.5;      // of the article's words that are in posts
constexpr double kLeastTimed = 2.0 / 3;  // of the posts that have a time

size_t CountWords(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// "14:32", "2.15 pm", "10h05" at the start of a short line.
std::optional<std::string> ClockOf(std::string_view line) {
  line = Trim(line);
  if (line.size() > kLongestTimeLine || line.empty() || !IsDigit(line[0])) return std::nullopt;
  int hour = 0, minute = 0;
  const char* const end = line.data() + line.size();
  const auto first = std::from_chars(line.data(), end, hour);
  if (end - first.ptr < 3 || std::string_view(":.h").find(*first.ptr) == std::string_view::npos)
    return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, minute);
  if (second.ptr != first.ptr + 3 || hour > 23 || minute > 59) return std::nullopt;
  std::string_view rest = Trim({second.ptr, static_cast<size_t>(end - second.ptr)});
  if (!rest.empty() && (IsDigit(rest[0]) || rest[0] == '.')) return std::nullopt;  // "12.05.2031"
  const bool half = rest.size() >= 2 && (ToLower(rest[1]) == 'm' || rest[1] == '.') && hour <= 12;
  if (half && ToLower(rest[0]) == 'p') hour = hour % 12 + 12;
  if (half && ToLower(rest[0]) == 'a') hour %= 12;
  const auto two = [](int number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return "T" + two(hour) + ":" + two(minute);
}

class PostFinder {
 public:
  PostFinder(const std::vector<Block>& blocks, const std::vector<Node*>& live,
             const std::optional<Date>& day)
      : blocks_(blocks), live_(live.begin(), live.end()), day_(day) {
    for (size_t i = 0; i < blocks.size(); ++i) Hold(i);
    for (const Node* node : live) {
      for (; node && holders_.contains(node->parent); node = node->parent) holds_live_.insert(node);
    }
  }

  std::vector<LivePost> Find() {
    const std::vector<const Node*> posts = Longest();
    if (posts.empty()) return {};
    size_t words = 0, timed = 0, linked = 0;
    std::vector<LivePost> found;
    for (const Node* post : posts) {
      const Holder& holder = holders_.at(post);
      bool has_time = false;
      found.push_back({FirstWords(holder), holder.end, TimeOf(post, &has_time)});
      words += holder.words;
      timed += has_time;
      linked += HasLinkedHeading(post);
    }
    const auto count = static_cast<double>(posts.size());
    const bool whole = static_cast<double>(words) >= kLeastShare * static_cast<double>(words_);
    if (!whole || static_cast<double>(timed) < kLeastTimed * count || linked * 2 > posts.size())
      return {};
    return found;
  }

 private:
  // What stands below an element: blocks [first, end) and words of prose; its children that hold
  // some, in order.
  struct Holder {
    size_t first = 0, end = 0, words = 0;
    std::vector<const Node*> children;
  };

  void Hold(size_t index) {
    const Block& block = blocks_[index];
    const size_t count = CountWords(block.text);
    const size_t prose = block.heading || block.caption || count < kProse ? 0 : count;
    words_ += prose;
    const Node* below = nullptr;
    for (const Node* at = block.element; at && IsElement(at); below = at, at = at->parent) {
      const auto [entry, fresh] = holders_.try_emplace(at);
      Holder& holder = entry->second;
      if (fresh) holder.first = index, order_.push_back(at);
      holder.end = index + 1;
      holder.words += prose;
      if (below && (holder.children.empty() || holder.children.back() != below))
        holder.children.push_back(below);
    }
  }

  bool IsInLive(const Node* node) const {
    for (; node; node = node->parent) {
      if (live_.contains(node)) return true;
    }
    return false;
  }

  // The children with prose of the element that has most of them, of one tag; those that may be
  // posts by their names.
  std::vector<const Node*> Longest() const {
    std::vector<const Node*> longest;
    for (const Node* parent : order_) {
      const Holder& holder = holders_.at(parent);
      if (holder.children.size() <= std::max(longest.size(), kFewestPosts - 1)) continue;
      std::vector<const Node*> posts;
      size_t named = 0;
      for (const Node* child : holder.children) {
        const bool same = posts.empty() || Tag(child) == Tag(posts.front());
        if (!same || holders_.at(child).words == 0 || Tag(child) == "p") continue;
        posts.push_back(child);
        named += holds_live_.contains(child);
      }
      if (posts.size() < kFewestPosts || posts.size() <= longest.size()) continue;
      if (named * 3 >= posts.size() * 2 || IsInLive(parent)) longest = std::move(posts);
    }
    return longest;
  }

  // Of the first element below that tells a time, or of the post's first line.
  std::optional<Moment> TimeOf(const Node* post, bool* found) const {
    auto* const top = const_cast<Node*>(post);
    for (Node* node = top; node; node = Next(top, node)) {
      if (!IsElement(node)) continue;
      const bool time = Tag(node) == "time";
      if (!time && !(KindsOf(node) & kDatePart)) continue;
      if (const auto moment = ParsePageDate(Attribute(node, "datetime"))) {
        *found = true;
        return moment;
      }
      const std::string text = TextOf(node);
      const auto moment = text.size() > kLongestTimeLine ? std::nullopt : ParsePageDate(text);
      *found = moment || ClockOf(text);
      if (*found) return moment ? moment : OnDay(ClockOf(text));
    }
    const auto clock = ClockOf(blocks_[holders_.at(post).first].text);
    *found = clock.has_value();
    return OnDay(clock);
  }

  // The first block that is more than a time.
  size_t FirstWords(const Holder& holder) const {
    size_t first = holder.first;
    while (first + 1 < holder.end && blocks_[first].text.size() <= kLongestTimeLine &&
           (ClockOf(blocks_[first].text) || ParsePageDate(blocks_[first].text)))
      ++first;
    return first;
  }

  std::optional<Moment> OnDay(const std::optional<std::string>& clock) const {
    if (!clock || !day_) return std::nullopt;
    return Moment{*day_, *clock};
  }

  // The heading of another article leads there; that of a post leads to a place on the page.
  static bool HasLinkedHeading(const Node* post) {
    auto* const top = const_cast<Node*>(post);
    bool heading = false;
    for (Node* node = top; node; node = Next(top, node)) {
      const std::string_view tag = Tag(node);
      if (tag != "a") continue;
      const std::string_view href = Attribute(node, "href");
      if (href.empty() || href.find('#') != href.npos) continue;
      for (const Node* at = node; at && at != top; at = at->parent)
        heading |= Tag(at).size() == 2 && Tag(at)[0] == 'h' && IsDigit(Tag(at)[1]);
      for (Node* inner = node->children; inner; inner = Next(node, inner))
        heading |= Tag(inner).size() == 2 && Tag(inner)[0] == 'h' && IsDigit(Tag(inner)[1]);
    }
    return heading;
  }

  const std::vector<Block>& blocks_;
  const std::unordered_set<const Node*> live_;
  const std::optional<Date> day_;
  size_t words_ = 0;  // of all prose
  std::unordered_map<const Node*, Holder> holders_;
  std::vector<const Node*> order_;  // of holders_
  std::unordered_set<const Node*> holds_live_;
};

}  // namespace

std::vector<LivePost> FindLivePosts(const std::vector<Block>& blocks,
                                    const std::vector<Node*>& live,
                                    const std::optional<Date>& day) {
  if (live.empty()) return {};
  return PostFinder(blocks, live, day).Find();
}

}  // namespace synoptic
