// One change at a time, both devices awake.

#include <condition_variable>
#include <thread>

#include "pair.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

std::string text_of(std::size_t number) { return "line " + std::to_string(number); }

// The partner's screen: follows its stream until it ends, and notes when it saw which text.
class Screen {
 public:
  Screen(Device& device, client::SpaceNumber space, const RecordId& record, client::LiveStream& live)
      : device_(device), space_(space), record_(record), live_(live), thread_([this] { follow(); }) {}
  ~Screen() {
    live_.cancel();
    thread_.join();
  }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  Result<Moment> saw(const std::string& text) {
    std::unique_lock lock(mu_);
    const bool there = changed_.wait_for(lock, std::chrono::milliseconds(kPatienceMs),
                                         [&] { return text_ == text || !state_.ok(); });
    KITH_CHECK(state_);
    if (!there) return fail(Code::TIMEOUT, "the partner did not see a change");
    return at_;
  }

 private:
  void follow() {
    for (Result<void> state; state.ok();) {
      state = look();
      const std::lock_guard lock(mu_);
      state_ = state;
      changed_.notify_all();
    }
  }

  Result<void> look() {
    KITH_CHECK(take_next(device_, live_));
    KITH_TRY(const auto found, device_.replica->find(space_, record_));
    if (!found) return {};
    const std::lock_guard lock(mu_);
    text_ = found->record.text(model::agenda_line::kText);
    at_ = now();
    return {};
  }

  Device& device_;
  const client::SpaceNumber space_;
  const RecordId record_;
  client::LiveStream& live_;
  std::mutex mu_;
  std::condition_variable changed_;
  std::string text_;  // guarded by mu_, as the next two
  Moment at_{};
  Result<void> state_;
  std::thread thread_;  // last: it uses all of these
};

struct Times {
  std::vector<double> seen;
  std::vector<double> edit;
  std::vector<double> sync;
};

Result<void> write_once(PairOfDevices& pair, const RecordId& record, Screen& screen, bool all_spaces,
                        const std::string& text, Times& times) {
  const Moment start = now();
  KITH_CHECK(
      pair.writer.replica->edit(pair.of_writer, record, {{model::agenda_line::kText, model::Value(text)}}));
  const Moment edited = now();
  client::SyncClient sync = pair.writer.sync();
  KITH_CHECK(all_spaces ? sync.sync() : sync.sync_space(pair.of_writer));
  const Moment synced = now();
  KITH_TRY(const Moment seen, screen.saw(text));
  times.seen.push_back(ms_between(start, seen));
  times.edit.push_back(ms_between(start, edited));
  times.sync.push_back(ms_between(edited, synced));
  return {};
}

}  // namespace

Result<void> pair_live(PairOfDevices& pair, const Sizes& sizes, Report& report) {
  KITH_TRY(const RecordId record,
           pair.writer.replica->create_record(pair.of_writer, model::Kind::agenda_line,
                                              {{model::agenda_line::kText, std::string("before")}}));
  KITH_CHECK(pair.writer.sync().sync());
  KITH_CHECK(pair.partner.sync().sync());
  KITH_TRY(const auto live, open_live(pair.partner));
  Screen screen(pair.partner, pair.of_partner, record, *live);
  Times all;
  Times one;
  for (std::size_t i = 0; i < sizes.live_writes; ++i) {
    KITH_CHECK(write_once(pair, record, screen, true, text_of(2 * i), all));
    KITH_CHECK(write_once(pair, record, screen, false, text_of(2 * i + 1), one));
  }
  report.add({"pair_live_p50_ms", "seen by the partner, p50", quantile(all.seen, 0.5), "ms", "< 10"});
  report.add({"pair_live_p99_ms", "seen by the partner, p99", quantile(all.seen, 0.99), "ms", ""});
  report.add(
      {"pair_live_edit_p50_ms", "  of that, the edit on the writer's disk, p50", median(all.edit), "ms", ""});
  report.add({"pair_live_sync_p50_ms", "a whole sync of the writer, p50", median(all.sync), "ms", ""});
  report.add({"pair_live_one_space_p50_ms", "seen, where only this space is synced, p50",
              quantile(one.seen, 0.5), "ms", ""});
  return {};
}

}  // namespace kith::bench
