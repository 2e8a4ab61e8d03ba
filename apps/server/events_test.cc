#include "server/events.h"

#include <gmock/gmock.h>

#include <atomic>
#include <future>

namespace synoptic {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

// A store that only knows what changed.
class Changes {
 public:
  void Add(uint64_t version, std::vector<std::string> ids) {
    const std::lock_guard lock(mutex_);
    for (const std::string& id : ids) notes_.push_back({version, "report", "s1", id});
    version_ = version;
  }
  ChangeSource Source() {
    return {[this] { return version_.load(); },
            [this](uint64_t after) {
              const std::lock_guard lock(mutex_);
              std::vector<ChangeNote> later;
              for (const ChangeNote& note : notes_) {
                if (note.version > after) later.push_back(note);
              }
              return later;
            }};
  }

 private:
  std::mutex mutex_;
  std::vector<ChangeNote> notes_;
  std::atomic<uint64_t> version_ = 0;
};

// Reads `stream` until it holds `wanted` or ends; gives up after five seconds.
std::string ReadUntil(ByteStream& stream, std::string_view wanted) {
  std::string text;
  const auto end = std::chrono::steady_clock::now() + 5s;
  while (text.find(wanted) == std::string::npos && std::chrono::steady_clock::now() < end) {
    char buffer[7];  // smaller than any event: parts are joined
    size_t taken = 0;
    std::promise<void> more;
    std::atomic<bool> set = false;
    stream.OnMore([&] {
      if (!set.exchange(true)) more.set_value();
    });
    const auto state = stream.Take(buffer, sizeof buffer, taken, [] {});
    if (state == ByteStream::State::kBytes) text.append(buffer, taken);
    if (state == ByteStream::State::kNothingYet) more.get_future().wait_for(100ms);
    stream.OnMore(nullptr);
    if (state == ByteStream::State::kEnd) return text + "<end>";
  }
  return text;
}

TEST(Events, NotesAreEventsAndOnlyTheLastOfAVersionHasAnId) {
  EXPECT_EQ(
      EventText({{4, "report", "s1", "r1"}, {4, "finding", "s1", "f\n1"}, {5, "story", "s2", ""}}),
      "event: report\ndata: {\"story\":\"s1\",\"id\":\"r1\"}\n\n"
      "id: 4\nevent: finding\ndata: {\"story\":\"s1\",\"id\":\"f\\n1\"}\n\n"
      "id: 5\nevent: story\ndata: {\"story\":\"s2\",\"id\":\"\"}\n\n");
}

TEST(Events, ListenersHearWhatChangesFromNowOn) {
  Changes changes;
  changes.Add(3, {"old"});
  EventHub hub(changes.Source(), 1ms, 1h);
  const auto stream = hub.Subscribe(std::nullopt);
  EXPECT_THAT(ReadUntil(*stream, "id: 3\n\n"), HasSubstr("retry:"));
  changes.Add(4, {"new"});
  EXPECT_THAT(ReadUntil(*stream, "}\n\n"),
              EndsWith("id: 4\nevent: report\ndata: {\"story\":\"s1\",\"id\":\"new\"}\n\n"));
}

TEST(Events, WhoResumesMissesNone) {
  Changes changes;
  changes.Add(1, {"a"});
  changes.Add(2, {"b", "c"});
  EventHub hub(changes.Source(), 1ms, 1h);
  const std::string text = ReadUntil(*hub.Subscribe(1), "\"c\"}\n\n");
  EXPECT_THAT(text, HasSubstr("\"b\""));
  EXPECT_THAT(text, HasSubstr("\"c\""));
  EXPECT_THAT(text, Not(HasSubstr("\"a\"")));
}

TEST(Events, SilenceIsFilledWithComments) {
  Changes changes;
  EventHub hub(changes.Source(), 1ms, 5ms);
  EXPECT_THAT(ReadUntil(*hub.Subscribe(std::nullopt), ": still here\n\n"),
              HasSubstr(": still here\n\n"));
}

TEST(Events, StreamsEndWhenTheHubCloses) {
  Changes changes;
  EventHub hub(changes.Source(), 1ms, 1h);
  const auto stream = hub.Subscribe(std::nullopt);
  ReadUntil(*stream, "\n\n");
  hub.Close();
  EXPECT_EQ(ReadUntil(*stream, "never"), "<end>");
  EXPECT_EQ(ReadUntil(*hub.Subscribe(std::nullopt), "never"), "<end>");
}

TEST(Events, WhoTakesInNothingIsSentAway) {
  Changes changes;
  EventHub hub(changes.Source(), 1ms, 1h);
  const auto stream = hub.Subscribe(std::nullopt);
  changes.Add(1, {std::string(2u << 20, 'x')});
  EXPECT_THAT(ReadUntil(*stream, "never"), EndsWith("<end>"));
}

TEST(Events, AsManyListenAsThereIsRoomFor) {
  Changes changes;
  EventHub hub(changes.Source(), 1h, 1h);
  std::vector<std::shared_ptr<ByteStream>> streams;
  while (auto stream = hub.Subscribe(std::nullopt)) streams.push_back(std::move(stream));
  EXPECT_EQ(streams.size(), 1000u);
  streams.pop_back();
  EXPECT_NE(hub.Subscribe(std::nullopt), nullptr);
}

}  // namespace
}  // namespace synoptic
