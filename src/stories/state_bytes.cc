// The stored form: "SYNS", version, checksum of the rest, the rest. Little-endian, every text and
// list behind its length. A list of so many is only believed as far as bytes are left for it.
#include <algorithm>

#include "base/hash.h"
#include "stories/bytes.h"
#include "stories/state.h"

namespace synoptic {
namespace {

constexpr std::string_view kMagic = "SYNS";
constexpr uint32_t kVersion = 1;
constexpr uint64_t kMostReports = uint64_t{1} << 40;  // more than any stream has
constexpr int32_t kMostDays = 1 << 24;                // from 1970, either way

void Put(const std::optional<Date>& date, std::string& out) {
  PutText(date ? date->Iso() : std::string(), out);
}

void Put(const LiveReport& report, std::string& out) {
  PutTerms(report.terms, out);
  Put(report.day, out);
  PutValue(report.number, out);
  PutValue(report.copy_of, out);
  PutValue(report.story, out);
  PutValue(report.similarity, out);
  PutValue(static_cast<uint32_t>(report.near.size()), out);
  for (const uint64_t near : report.near) PutValue(near, out);
}

void Put(const Group& group, std::string& out) {
  PutValue(group.within, out);
  PutValue(group.reports, out);
  PutValue(static_cast<uint8_t>(group.period.has_value()), out);
  PutValue(group.period.value_or(Period{}), out);
  PutValue(static_cast<uint32_t>(group.sum.size()), out);
  for (const Entry& entry : group.sum) PutValue(entry, out);
}

void Put(const LiveStory& story, std::string& out) {
  PutText(story.id, out);
  PutText(story.title, out);
  PutValue(story.born, out);
  PutValue(story.reports, out);
  Put(story.first, out);
  Put(story.last, out);
  Put(story.past, out);
}

bool Take(std::string_view& in, std::optional<Date>& date) {
  std::string text;
  if (!TakeText(in, text)) return false;
  date = Date::Parse(text);
  return text.empty() == !date.has_value();
}

bool Take(std::string_view& in, LiveReport& report) {
  uint32_t near = 0;
  if (!TakeTerms(in, report.terms) || !Take(in, report.day) || !TakeValue(in, report.number) ||
      !TakeValue(in, report.copy_of) || !TakeValue(in, report.story) ||
      !TakeValue(in, report.similarity) || !TakeValue(in, near)) {
    return false;
  }
  for (uint32_t i = 0; i < near; ++i) {
    uint64_t number = 0;
    if (!TakeValue(in, number)) return false;
    report.near.push_back(number);
  }
  return true;
}

bool Take(std::string_view& in, Group& group) {
  uint8_t dated = 0;
  Period period;
  uint32_t entries = 0;
  if (!TakeValue(in, group.within) || !TakeValue(in, group.reports) || !TakeValue(in, dated) ||
      !TakeValue(in, period) || !TakeValue(in, entries)) {
    return false;
  }
  if (dated != 0) group.period = period;
  for (uint32_t i = 0; i < entries; ++i) {
    Entry entry;
    if (!TakeValue(in, entry)) return false;
    if (!group.sum.empty() && group.sum.back().stem >= entry.stem) return false;
    group.sum.push_back(entry);
  }
  return true;
}

bool Take(std::string_view& in, LiveStory& story) {
  return TakeText(in, story.id) && TakeText(in, story.title) && TakeValue(in, story.born) &&
         TakeValue(in, story.reports) && Take(in, story.first) && Take(in, story.last) &&
         Take(in, story.past);
}

template <typename T>
bool TakeList(std::string_view& in, std::vector<T>& list) {
  uint64_t size = 0;
  if (!TakeValue(in, size)) return false;
  for (uint64_t i = 0; i < size; ++i) {
    if (!Take(in, list.emplace_back())) return false;
  }
  return true;
}

bool IsShare(double value) { return value >= 0 && value <= 1; }  // false for NaN

bool Holds(const Group& group) {
  const double reports = group.reports;  // unit vectors: no entry of their sum is larger
  if (!(group.within >= 0 && group.within <= reports * reports)) return false;
  if (group.period && (group.period->first < -kMostDays || group.period->last > kMostDays ||
                       group.period->first > group.period->last)) {
    return false;
  }
  return std::all_of(group.sum.begin(), group.sum.end(), [reports](const Entry& entry) {
    return entry.weight >= 0 && entry.weight <= 1.01 * reports && entry.reports <= reports &&
           entry.names <= entry.reports;
  });
}

// What the rest of the room relies on: numbers rise, a report names only those before it, and the
// last `added` alone have no story yet.
bool Holds(const StoryState& state) {
  const size_t live = state.live.size();
  if (state.added > live || state.next_report > kMostReports) return false;
  for (size_t i = 0; i < live; ++i) {
    const LiveReport& report = state.live[i];
    if (report.number >= state.next_report || !IsShare(report.similarity)) return false;
    if (i > 0 && report.number <= state.live[i - 1].number) return false;
    if (report.copy_of != kNoReport && report.copy_of >= report.number) return false;
    for (const uint64_t near : report.near) {
      if (near >= report.number) return false;
    }
    const bool settled = i < live - state.added;
    if (settled ? report.story >= state.stories.size() : report.story != kNoStory) return false;
  }
  return std::all_of(state.stories.begin(), state.stories.end(),
                     [](const LiveStory& story) { return Holds(story.past); });
}

}  // namespace

std::string SaveState(const StoryState& state) {
  std::string body;
  state.statistics.Save(body);
  Put(state.clock, body);
  PutValue(state.next_report, body);
  PutValue(state.next_story, body);
  PutValue(state.added, body);
  PutValue(static_cast<uint64_t>(state.stories.size()), body);
  for (const LiveStory& story : state.stories) Put(story, body);
  PutValue(static_cast<uint64_t>(state.live.size()), body);
  for (const LiveReport& report : state.live) Put(report, body);
  std::string out(kMagic);
  PutValue(kVersion, out);
  PutValue(Hash64(body), out);
  return out + body;
}

std::string LoadState(std::string_view bytes, StoryState& state) {
  uint32_t version = 0;
  uint64_t checksum = 0;
  if (!bytes.starts_with(kMagic)) return "these bytes are no saved stories";
  bytes.remove_prefix(kMagic.size());
  if (!TakeValue(bytes, version)) return "cut short";
  if (version != kVersion)
    return "of version " + std::to_string(version) + ", this program reads 1";
  if (!TakeValue(bytes, checksum) || Hash64(bytes) != checksum) return "damaged or cut short";
  const bool read = state.statistics.Load(bytes) && Take(bytes, state.clock) &&
                    TakeValue(bytes, state.next_report) && TakeValue(bytes, state.next_story) &&
                    TakeValue(bytes, state.added) && TakeList(bytes, state.stories) &&
                    TakeList(bytes, state.live);
  return read && bytes.empty() && Holds(state) ? std::string() : "damaged";
}

}  // namespace synoptic
