#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "frame/giving_way.h"
#include "kith/engine/backoff.h"
#include "shapes/duration.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

constexpr std::int64_t kWatchLookMs = 100;  // how often it looks whether somebody wants the vault

constexpr char kSyncFooter[] =
    "For each space that is not up to date it says why, and what waits there.\n"
    "Exit status: 0 everything is up to date; 1 a space had trouble, or an alarm;\n"
    "  3 nothing is wrong, and something waits for somebody or for the next sync.\n"
    "Example:\n  kith sync --deadline 20s";

std::atomic<bool> stop{false};
void on_signal(int) { stop = true; }

}  // namespace

void show_alarms(const api::SyncResult& result) {
  for (const api::AlarmMark& mark : result.alarms()) std::printf("ALARM %s\n", mark.code().c_str());
  std::printf("%s: ", api::ErrorCode_Name(result.error().code()).c_str());
  print_line(with_commands(result.error().message(), result.error().next()));
  if (!result.alarms().empty()) print_line("`kith alarms list` shows the details.");
}

namespace {

std::string place_of(const api::SpaceOutcome& row) {
  if (row.own()) return "Your own space";
  return "The pair with " + (row.person().empty() ? std::string("somebody you invited") : row.person());
}

// A line for each space that has something to say; what is up to date has not.
void print_outcomes(const api::SyncResult& result) {
  for (const api::SpaceOutcome& row : result.spaces()) {
    if (row.code().empty()) continue;
    std::string text = place_of(row) + ": ";
    if (row.leave_waits()) text += "the end of the pair is not sent yet. ";
    if (row.waiting() > 0) text += counted(row.waiting(), "change waits", "changes wait") + ". ";
    print_line(text + with_commands(row.why(), row.next()));
  }
}

void print_sync(const api::SyncResult& result) {
  print_line("Sent " + counted(result.sent(), "change", "changes") + ", received " + std::to_string(result.received()) +
             (result.pending() > 0 ? ", " + std::to_string(result.pending()) + " waiting." : "."));
  if (result.more()) print_line("The time was over before the end. What is left goes with the next sync.");
  print_outcomes(result);
  for (const api::PutAside& row : result.put_aside()) print_line(row.says());
  for (const std::string& partner : result.renewed()) {
    print_line((partner.empty() ? std::string("A partner") : partner) +
               " goes on under new keys. They are signed with that vault's own passphrase, so the pair stays "
               "verified; the old keys count no more.");
  }
}

}  // namespace

int sync_exit(const api::SyncResult& result) {
  bool waiting = result.pending() > 0 || result.more();
  bool trouble = result.has_error();
  for (const api::SpaceOutcome& row : result.spaces()) {
    waiting = waiting || !row.code().empty();
    trouble = trouble || row.trouble();
  }
  return trouble ? kExitError : waiting ? kExitWaits : 0;
}

int show_sync(const Context& context, const api::SyncResult& result) {
  if (context.json) {
    print_json(result);
  } else {
    print_sync(result);
    if (result.has_error()) show_alarms(result);
  }
  return sync_exit(result);
}

namespace {

// `deadline` empty: until all is done.
int once(Context& context, const std::string& deadline) {
  api::SyncRequest request;
  const auto most = deadline_ms(deadline);
  if (!most) return context.show(most.error());
  request.set_deadline_ms(*most);
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto result = engine::sync_once(**engine, request);
  if (!result) return context.show(result.error());
  return show_sync(context, *result);
}

// sync --watch. Every other command works meanwhile: the vault is put away for it, and taken up again with a whole
// sync, which sends what that command wrote.
class Watching {
 public:
  explicit Watching(Context& context) : context_(context) {}

  int run() {
    if (const auto engine = context_.engine(); !engine) return context_.show(engine.error());
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
    while (!stop) {
      const auto done = step();
      if (!done) return context_.show(done.error());
    }
    stream_.reset();
    return exit_code_;
  }

 private:
  Result<void> step() {
    KITH_CHECK(give_way(context_, {[this] { stream_.reset(); }, [] { return stop.load(); }, [] { return false; }}));
    if (stop || std::chrono::steady_clock::now() < again_at_) {
      std::this_thread::sleep_for(std::chrono::milliseconds(kWatchLookMs));
      return {};
    }
    if (!stream_) {
      KITH_TRY(stream_, engine::sync_watch(*context_.opened));
    }
    const auto next = stream_->next(kWatchLookMs);
    return next ? show_next(*next) : later(next.error());
  }

  // A relay that cannot be reached is tried again, after longer and longer; each new reason is said once, and again
  // once it had been reached meanwhile.
  Result<void> later(const Error& error) {
    if (!is_transient(error.code)) return error;
    const std::int64_t pause_ms = backoff_.failed(now_ms());
    again_at_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(pause_ms);
    if (const std::string why = error.message.text(); said_ != why) {
      context_.show(waiting(error, pause_ms));
      said_ = why;
    }
    return {};
  }

  // Why nothing comes for now, and when it is tried again.
  static Error waiting(const Error& error, std::int64_t pause_ms) {
    Error out = error;
    out.message = worded("{0}; trying again in {1}, then less and less often, after {2} minutes at most", error.message,
                         counted(static_cast<std::uint64_t>(pause_ms / 1000 + 1), "second", "seconds"),
                         engine::Backoff::kMostMs / 60'000);
    return out;
  }

  static std::int64_t now_ms() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  }

  Result<void> show_next(const std::optional<Bytes>& next) {
    backoff_.works(now_ms());
    said_.clear();
    if (!next) return {};
    api::SyncResult result;
    if (!result.ParseFromArray(next->data(), static_cast<int>(next->size()))) {
      return fail(Code::MALFORMED, "the engine's result does not parse");
    }
    const int now = show_sync(context_, result);
    exit_code_ = exit_code_ == kExitError ? exit_code_ : now;  // trouble is said at the end too
    std::fflush(stdout);
    return {};
  }

  Context& context_;
  std::unique_ptr<engine::Stream> stream_;
  std::chrono::steady_clock::time_point again_at_{};
  engine::Backoff backoff_;
  std::string said_;  // why nothing comes just now
  int exit_code_ = 0;
};

}  // namespace

void add_sync_commands(CLI::App& app, Context& context) {
  CLI::App* sync = command(app, "sync", "Send what waits and fetch what is new", "sync --watch");
  sync->footer(kSyncFooter);
  auto watch_flag = std::make_shared<bool>(false);
  auto deadline = std::make_shared<std::string>();
  CLI::Option* one = sync->add_flag_function("--once", [](std::int64_t) {}, "once (the default)");
  CLI::Option* most = sync->add_option("--deadline", *deadline, "stop after 20s, 5m or 1h, and say what is left");
  sync->add_flag("--watch", *watch_flag, "stay connected until Ctrl-C")->excludes(one)->excludes(most);
  sync->callback([=, &context] {
    context.command = [=, &context] { return *watch_flag ? Watching(context).run() : once(context, *deadline); };
  });
}

}  // namespace kith::cli
