// Saved state: any bytes behind a right checksum are refused or give stories that live on; and what
// a stream of reports, cut from the bytes, saves is loaded and saved again the same, also with
// some of its bytes changed, where it is not refused.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/utf8.h"
#include "stories/bytes.h"
#include "stories/stories.h"

namespace synoptic {
namespace {

constexpr size_t kHeader = 16;  // magic, version, checksum

ReportTerms Made(std::string_view text, size_t number) {
  Document report;
  report.id = "r" + std::to_string(number);
  report.text = RepairUtf8(text);
  if (number % 3 != 0) {
    report.published = Moment::Parse("2031-05-" + std::to_string(10 + text.size() % 20));
    report.published_from = DateSource::kMetadata;
  }
  return ReadTerms(report);
}

std::string WithChecksum(std::string_view body) {
  std::string bytes = "SYNS";
  PutValue(uint32_t{1}, bytes);
  PutValue(Hash64(body), bytes);
  return bytes.append(body);
}

// Goes on with what was loaded, if it was.
void LiveOn(std::string_view bytes) {
  Result<StoryIndex> loaded = StoryIndex::Load(bytes);
  if (!loaded) return;
  const std::string saved = loaded->Save();
  const Result<StoryIndex> again = StoryIndex::Load(saved);
  if (!again || again->Save() != saved) std::abort();
  const size_t before = loaded->LiveReports().size();
  loaded->Add(Made("The mill at Ostrel burned on Friday.", 1));
  loaded->Finish();
  if (loaded->TakeReports().size() != before + 1 || !loaded->LiveReports().empty()) std::abort();
}

void Check(std::string_view data) {
  LiveOn(data);
  LiveOn(WithChecksum(data));
  StoryIndex index;
  size_t reports = 0, settled = 0;
  for (std::string_view rest = data; !rest.empty() && reports < 60; ++reports) {
    const size_t cut = std::min(rest.find('\n'), rest.size());
    index.Add(Made(rest.substr(0, cut), reports));
    if (cut % 5 == 0) index.Settle();
    rest.remove_prefix(std::min(cut + 1, rest.size()));
  }
  settled = index.TakeReports().size();
  if (settled + index.LiveReports().size() != reports) std::abort();
  const std::string saved = index.Save();
  const Result<StoryIndex> loaded = StoryIndex::Load(saved);
  if (!loaded || loaded->Save() != saved) std::abort();
  std::string body = saved.substr(kHeader);
  const uint64_t seed = Hash64(data);
  for (uint64_t change = 0; change < 8; ++change) {
    body[HashCombine(seed, change) % body.size()] ^= static_cast<char>(1 << change);
    LiveOn(WithChecksum(body));
  }
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 20000) synoptic::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
