#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "record_commands.h"

namespace kith::cli {
namespace {

constexpr std::int64_t kWaitMs = 1000;
constexpr int kMaxPauseSeconds = 30;

std::atomic<bool> stop{false};
void on_signal(int) { stop = true; }

}  // namespace

void show_alarms(const api::SyncResult& result) {
  for (const api::AlarmMark& mark : result.alarms()) std::printf("ALARM %s\n", mark.code().c_str());
  std::printf("%s: ", api::ErrorCode_Name(result.error().code()).c_str());
  print_line(result.error().message());
  if (!result.alarms().empty()) print_line("`kith alarms list` shows the details.");
}

int show_sync(const Context& context, const api::SyncResult& result) {
  if (context.json) {
    print_json(result);
  } else {
    print_line("Sent " + counted(result.sent(), "change", "changes") + ", received " +
               std::to_string(result.received()) +
               (result.pending() > 0 ? ", " + std::to_string(result.pending()) + " waiting." : "."));
  }
  if (!context.json) {
    for (const std::string& partner : result.renewed()) {
      print_line((partner.empty() ? std::string("A partner") : partner) +
                 " goes on under new keys. They are signed with that vault's own passphrase, so the pair stays "
                 "verified; the old keys count no more.");
    }
  }
  if (!result.has_error()) return 0;
  if (!context.json) show_alarms(result);
  return kExitError;
}

namespace {

int once(Context& context) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto result = engine::sync_once(**engine);
  if (!result) return context.show(result.error());
  return show_sync(context, *result);
}

void pause_seconds(int seconds) {
  for (int i = 0; i < seconds * 10 && !stop; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

// Goes on until Ctrl-C; a relay that cannot be reached is said once and tried again.
int watch(Context& context) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto stream = (*engine)->open_stream("sync.watch", {});
  if (!stream) return context.show(stream.error());
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  int exit_code = 0;
  int pause = 0;
  while (!stop) {
    const auto next = (*stream)->next(kWaitMs);
    if (!next) {
      if (!is_transient(next.error().code)) return context.show(next.error());
      if (pause == 0) context.show(next.error());
      pause = pause == 0 ? 1 : std::min(pause * 2, kMaxPauseSeconds);
      pause_seconds(pause);
      continue;
    }
    pause = 0;
    if (!*next) continue;
    api::SyncResult result;
    const Bytes& bytes = **next;
    if (!result.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
      return context.show(fail(Code::MALFORMED, "the engine's result does not parse"));
    }
    exit_code = std::max(exit_code, show_sync(context, result));
  }
  return exit_code;
}

void print_alarms(const api::AlarmList& list) {
  if (list.items().empty()) print_line("No alarms. The relay was never caught at anything.");
  for (const api::Alarm& row : list.items()) {
    print_field("alarm", row.code() + (row.healed() ? " (healed)" : ""));
    print_field("when", local_time(row.time_ms()));
    print_field("where", row.person().empty() ? std::string("your own space") : "the pair with " + row.person());
    print_field("what", row.detail());
    print_field("meaning", row.meaning());
    print_field("device", row.author());
    print_field("id", row.id());
    std::printf("\n");
  }
}

}  // namespace

void add_sync_commands(CLI::App& app, Context& context) {
  CLI::App* sync = command(app, "sync", "Send what waits and fetch what is new", "sync --watch");
  auto watch_flag = std::make_shared<bool>(false);
  CLI::Option* one = sync->add_flag_function("--once", [](std::int64_t) {}, "once (the default)");
  sync->add_flag("--watch", *watch_flag, "stay connected until Ctrl-C")->excludes(one);
  sync->callback([=, &context] {
    context.command = [=, &context] { return *watch_flag ? watch(context) : once(context); };
  });
  CLI::App* alarms = group(app, "alarms", "What the relay was caught at");
  command(*alarms, "list", "All alarms", "alarms list")->callback([&context] {
    context.command = [&context] { return run<api::AlarmList>(context, "alarm.list", api::Empty(), print_alarms); };
  });
}

}  // namespace kith::cli
