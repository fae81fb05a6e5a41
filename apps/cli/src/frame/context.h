#pragma once
// Context is one run of the command line: the global options, the vault once it is open, and
// how a result or an error is shown. A command fills in a function; main() runs it.

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frame/passphrase.h"
#include "frame/waiting.h"
#include "kith/engine/calls.h"

namespace kith::cli {

namespace api = kith::api::v1;
namespace method = kith::engine::method;

// Whether `kith unlock` or a key folder is enough for a command, or the passphrase is to be given again.
enum class Agent { enough, not_enough };

struct Context {
  std::string vault;
  std::string passphrase_file;
  std::string recovery_code_file;
  bool ask_recovery_code = false;
  Weak weak = Weak::refused;  // new passphrases
  std::string key_folder;
  bool accept_rolled_back = false;
  std::string relay;
  std::string relay_ca;
  int wait_seconds = kUsualWaitSeconds;  // for another program that has the vault open
  bool json = false;
  std::function<int()> command;
  Secret passphrase;     // empty where something else has opened the vault
  Secret recovery_code;  // as it was typed
  std::unique_ptr<engine::Engine> opened;

  // The folder of the vault: --vault, KITH_VAULT, or .kith in the home folder.
  std::string folder() const;
  Result<engine::EngineOptions> options() const;
  // Opens the vault at the first call: with the recovery code where one is given, by the key folder where that can,
  // with the passphrase where one is given, by the agent where there is one, or with the passphrase, which is asked for.
  Result<engine::Engine*> engine(Agent agent = Agent::enough);
  // As engine(), and the passphrase or the recovery code is here afterwards, whatever opened the vault: for what
  // asks for it once more. An agent is not asked.
  Result<engine::Engine*> authority();

  // Shows an error and gives the exit code.
  int show(const Error& error) const;

 private:
  Result<void> open_with(const Secret& secret, engine::OpenWith with);
  Result<bool> open_by_agent();
  std::optional<engine::EngineOptions> opening_;
};

// `standard` or `floor`.
engine::KdfCost kdf_of(const std::string& text);
// A vault was made: its owner as JSON, or `lines` for people.
int show_new_vault(const Context& context, engine::Engine& made, const std::vector<std::string>& lines);

inline constexpr int kExitError = 1;
inline constexpr int kExitUsage = 2;
// A sync: nothing is wrong, and something waits for somebody or for the next sync.
inline constexpr int kExitWaits = 3;

// Asks the engine and shows the result: as JSON, or as `human` writes it.
template <typename Request, typename Reply, typename Human>
int run(Context& context, const engine::Call<Request, Reply>& method, const Request& request, const Human& human);

// Shows what the engine answered, as run() does.
template <typename Reply, typename Human>
void show_reply(const Context& context, Reply& reply, const Human& human);

inline constexpr const char* kIdHelp = "its id as lists show it, or four of its first digits or more";

// A subcommand with its help and one example; global options may follow it.
CLI::App* command(CLI::App& parent, const std::string& name, const std::string& help,
                  const std::string& example);
// A subcommand that only groups others.
CLI::App* group(CLI::App& app, const std::string& name, const std::string& help);

// A text as it was given; `-` stands for all of standard input, without its last line breaks.
Result<std::string> text_argument(const std::string& argument);
// The bytes of a file; `-` stands for standard input.
Result<std::string> read_file(const std::string& path);

void add_vault_commands(CLI::App& app, Context& context);
void add_key_commands(CLI::App& app, Context& context);
void add_agent_commands(CLI::App& app, Context& context);
void add_export_command(CLI::App& app, Context& context);
void add_wipe_command(CLI::App& app, Context& context);
void add_person_commands(CLI::App& app, Context& context);
void add_relationship_commands(CLI::App& app, Context& context);
void add_log_commands(CLI::App& app, Context& context);
void add_note_commands(CLI::App& app, Context& context);
void add_tray_commands(CLI::App& app, Context& context);
void add_goal_commands(CLI::App& app, Context& context);
void add_pair_commands(CLI::App& app, Context& context);
void add_share_commands(CLI::App& app, Context& context);
void add_agenda_commands(CLI::App& app, Context& context);
void add_action_commands(CLI::App& app, Context& context);
void add_compare_command(CLI::App& app, Context& context);
void add_conflict_commands(CLI::App& app, Context& context);
void add_sync_commands(CLI::App& app, Context& context);
void add_locked_commands(CLI::App& app, Context& context);
void add_alarm_commands(CLI::App& app, Context& context);
void add_search_commands(CLI::App& app, Context& context);
void add_backup_commands(CLI::App& app, Context& context);
void add_relay_commands(CLI::App& app, Context& context);
void add_relay_view_command(CLI::App& app, Context& context);
void add_fact_commands(CLI::App& app, Context& context);
void add_profile_commands(CLI::App& app, Context& context);
void add_agreement_commands(CLI::App& app, Context& context);
void add_words_command(CLI::App& app, Context& context);
void add_network_commands(CLI::App& app, Context& context);
void add_review_commands(CLI::App& app, Context& context);
void add_story_command(CLI::App& app, Context& context);
void add_sample_commands(CLI::App& app, Context& context);
void add_bin_commands(CLI::App& app, Context& context);
void add_import_commands(CLI::App& app, Context& context);
void add_picture_commands(CLI::App& app, Context& context);
void add_shell_commands(CLI::App& app, Context& context);

// `kith` alone: the next sensible step.
int suggest(Context& context);

}  // namespace kith::cli

#include "output/json_output.h"
#include "output/steps.h"

namespace kith::cli {

template <typename Request, typename Reply, typename Human>
int run(Context& context, const engine::Call<Request, Reply>& method, const Request& request, const Human& human) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  auto reply = engine::call(**engine, method, request);
  if (!reply) return context.show(reply.error());
  show_reply(context, *reply, human);
  return 0;
}

template <typename Reply, typename Human>
void show_reply(const Context& context, Reply& reply, const Human& human) {
  say_next(reply);
  if (context.json) {
    print_json(reply);
  } else {
    human(reply);
  }
}

}  // namespace kith::cli
