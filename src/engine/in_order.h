// Work on a stream of items in parallel, with its results in the order of the items.
#ifndef SYNOPTIC_ENGINE_IN_ORDER_H_
#define SYNOPTIC_ENGINE_IN_ORDER_H_

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace synoptic {

// While it lives, TBB uses at most that many threads (0: the cores there are).
class ThreadLimit {
 public:
  explicit ThreadLimit(int threads)
      : threads_(threads > 0 ? static_cast<size_t>(threads)
                             : std::max(1u, std::thread::hardware_concurrency())),
        limit_(oneapi::tbb::global_control::max_allowed_parallelism, threads_) {}
  size_t threads() const { return threads_; }

 private:
  size_t threads_;
  oneapi::tbb::global_control limit_;
};

// Takes items from `next` until it gives none (std::optional<Item>), does `work` on each (Item& to
// std::string), and hands the strings to `write` in the order taken. `next` and `write` are called
// by one thread at a time. Holds eight items a thread at once.
template <typename Item, typename NextItem, typename Work, typename Write>
void InOrder(NextItem next, Work work, Write write, int threads) {
  namespace tbb = oneapi::tbb;
  using Held = std::shared_ptr<Item>;  // TBB copies what passes between filters
  const ThreadLimit limit(threads);
  const auto take = [&](tbb::flow_control& control) -> Held {
    if (std::optional<Item> item = next()) return std::make_shared<Item>(std::move(*item));
    control.stop();
    return nullptr;
  };
  const auto in_order = tbb::filter_mode::serial_in_order;
  tbb::parallel_pipeline(
      limit.threads() * 8,
      tbb::make_filter<void, Held>(in_order, take) &
          tbb::make_filter<Held, std::string>(tbb::filter_mode::parallel,
                                              [&](const Held& item) { return work(*item); }) &
          tbb::make_filter<std::string, void>(in_order,
                                              [&](const std::string& text) { write(text); }));
}

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_IN_ORDER_H_
