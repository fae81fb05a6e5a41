// `kith unlock` and `kith lock`: for a while commands open the vault without its passphrase.

#include <chrono>

#include "agent/agent.h"
#include "frame/context.h"
#include "frame/passphrase.h"
#include "output/screen.h"
#include "shapes/duration.h"

namespace kith::cli {
namespace {

constexpr const char* kUsualTime = "15m";
constexpr std::chrono::hours kLongest{12};

int unlock(Context& context, const std::string& how_long) {
  const auto live = duration(how_long, kLongest);
  if (!live) return context.show(live.error());
  // By the passphrase, whether or not there is an agent already: who leaves it running must know it.
  const auto engine = context.engine(Agent::not_enough);
  if (!engine) return context.show(engine.error());
  auto held = (*engine)->hold();
  if (!held) return context.show(held.error());
  context.opened.reset();  // the vault is free before the agent is there
  const auto until = start_agent(context.folder(), std::move(*held), *live);
  if (!until) return context.show(until.error());
  if (context.json) {
    api::UnlockResult result;
    result.set_until_ms(static_cast<double>(*until));
    print_json(result);
    return 0;
  }
  print_line("Until " + local_time(static_cast<double>(*until)) + " the vault opens without the passphrase; kith lock "
             "ends that sooner.");
  print_line("Confirming and ending a pair, renewing, keys, backup, export and wipe ask for it all the same.");
  return 0;
}

int lock(const Context& context) {
  const auto was_there = end_agent(context.folder());
  if (!was_there) return context.show(was_there.error());
  if (context.json) {
    print_json(api::UnlockResult());
  } else {
    print_line(*was_there ? "Locked: the vault asks for its passphrase again." : "It was locked already.");
  }
  return 0;
}

constexpr char kUnlockFooter[] =
    "What opens the vault lies in the memory of a process of yours, never on a disk.\n"
    "It ends by itself at its time, when the computer has slept, and when what opens\n"
    "the vault is changed. Until then other programs that run as you could ask it.\n"
    "Example:\n  kith unlock --for 30m";

}  // namespace

void add_agent_commands(CLI::App& app, Context& context) {
  CLI::App* open = command(app, "unlock", "For a while, open the vault without its passphrase", "unlock --for 30m");
  open->footer(kUnlockFooter);
  auto how_long = std::make_shared<std::string>(kUsualTime);
  open->add_option("--for", *how_long, "how long: 90s, 15m (the default) or 2h; at most 12h");
  open->callback([=, &context] { context.command = [=, &context] { return unlock(context, *how_long); }; });
  command(app, "lock", "Ask for the passphrase again from now on", "lock")->callback([&context] {
    context.command = [&context] { return lock(context); };
  });
}

}  // namespace kith::cli
