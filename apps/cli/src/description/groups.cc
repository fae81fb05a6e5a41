#include "description/groups.h"

#include <string>

namespace kith::cli {
namespace {

constexpr std::string_view kStart[] = {"init", "today", "status", "review", "search", "sample"};
constexpr std::string_view kPeople[] = {"me",      "person",     "relationship", "candidate", "circle", "cadence",
                                        "pause",   "duplicates", "merge",        "merges",    "unmerge"};
constexpr std::string_view kTalks[] = {"log", "note", "tray", "goal", "story", "timeline", "event"};
constexpr std::string_view kPair[] = {"pair",      "share",   "withdraw", "shared",   "agenda",
                                      "action",    "agreement", "compare",  "conflicts"};
constexpr std::string_view kNetwork[] = {"network", "map",    "picture",  "functions", "need",
                                        "phase",   "themes", "reassess", "stats",    "words"};
constexpr std::string_view kFacts[] = {"mark", "benefit", "offer", "knows", "structure", "turn", "span", "flag"};
constexpr std::string_view kFiles[] = {"import", "export", "backup", "restore"};
constexpr std::string_view kVault[] = {"unlock", "lock", "keys", "bin", "verify", "compact", "renew", "wipe"};
constexpr std::string_view kRelay[] = {"sync", "locked", "alarms", "relay", "relay-view"};
constexpr std::string_view kShell[] = {"completion", "manual"};

constexpr CommandGroup kGroups[] = {
    {"Start", "a vault, and what is due", kStart},
    {"People", "who helps you grow, and what each is to you", kPeople},
    {"Talks", "what was said, and what you make of it; private", kTalks},
    {"Pair", "what you and one other share", kPair},
    {"Network", "what it gives you and what is missing; private", kNetwork},
    {"Facts", "what you note of a relationship; private", kFacts},
    {"Files", "in and out", kFiles},
    {"Vault", "what opens it, and its care", kVault},
    {"Relay", "the way to your pairs and to a second copy", kRelay},
    {"Shell", "help for your terminal", kShell},
};

}  // namespace

std::span<const CommandGroup> command_groups() { return kGroups; }

void group_commands(CLI::App& app) {
  for (CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) sub->group("Other");
  for (const CommandGroup& group : kGroups) {
    for (const std::string_view name : group.commands) app.get_subcommand(std::string(name))->group(std::string(group.title));
  }
}

}  // namespace kith::cli
