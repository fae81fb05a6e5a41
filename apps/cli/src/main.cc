// kith: the command line. It reads arguments, asks the engine, and shows what comes back.

#include <clocale>
#include <cstdio>
#include <cstring>
#include <exception>

#include "agent/serve.h"
#include "description/groups.h"
#include "description/help.h"
#include "description/outline.h"
#include "description/words.h"
#include "frame/context.h"
#include "kith/base/process.h"
#include "output/screen.h"

namespace {

using kith::cli::Context;

void add_global_options(CLI::App& app, Context& context) {
  app.add_option("--vault", context.vault, "folder of the vault (default ~/.kith)")
      ->type_name(kith::cli::kFolder)
      ->envname("KITH_VAULT");
  app.add_option("--passphrase-file", context.passphrase_file, "file whose first line is the passphrase")
      ->type_name(kith::cli::kFile);
  app.add_option("--recovery-code-file", context.recovery_code_file,
                 "file with the recovery code, as it was printed or in one line, instead of the passphrase")
      ->type_name(kith::cli::kFile);
  app.add_flag("--recovery-code", context.ask_recovery_code, "ask for the recovery code instead of the passphrase");
  app.add_flag_callback("--weak-passphrase", [&context] { context.weak = kith::cli::Weak::taken; },
                        "take a new passphrase that is very short");
  app.add_option("--key-folder", context.key_folder,
                 "where this device keeps keys apart from the vault: it may open it (keys add key-store), and "
                 "notices when it is put back as it was")
      ->type_name(kith::cli::kFolder)
      ->envname("KITH_KEY_FOLDER");
  app.add_flag("--accept-rolled-back", context.accept_rolled_back,
               "open a vault that was put back as it was before (see kith renew)");
  app.add_option("--relay", context.relay, "HOST:PORT; remembered once it has answered")
      ->type_name("ADDRESS")
      ->envname("KITH_RELAY");
  app.add_option("--relay-ca", context.relay_ca, "certificate of the relay, as PEM")
      ->type_name(kith::cli::kFile)
      ->envname("KITH_RELAY_CA");
  app.add_option("--wait", context.wait_seconds,
                 "seconds for another program that has the vault open (default " + std::to_string(kith::cli::kUsualWaitSeconds) + ")")
      ->type_name("SECONDS")
      ->check(CLI::Range(0, 3600));
  app.add_flag("--json", context.json, "one JSON object on standard output, errors too");
}

void add_commands(CLI::App& app, Context& context) {
  using namespace kith::cli;
  add_vault_commands(app, context);
  add_key_commands(app, context);
  add_agent_commands(app, context);
  add_export_command(app, context);
  add_wipe_command(app, context);
  add_profile_commands(app, context);
  add_person_commands(app, context);
  add_relationship_commands(app, context);
  add_log_commands(app, context);
  add_note_commands(app, context);
  add_tray_commands(app, context);
  add_goal_commands(app, context);
  add_pair_commands(app, context);
  add_share_commands(app, context);
  add_agreement_commands(app, context);
  add_compare_command(app, context);
  add_agenda_commands(app, context);
  add_action_commands(app, context);
  add_conflict_commands(app, context);
  add_sync_commands(app, context);
  add_locked_commands(app, context);
  add_alarm_commands(app, context);
  add_search_commands(app, context);
  add_backup_commands(app, context);
  add_relay_commands(app, context);
  add_relay_view_command(app, context);
  add_fact_commands(app, context);
  add_words_command(app, context);
  add_network_commands(app, context);
  add_review_commands(app, context);
  add_story_command(app, context);
  add_sample_commands(app, context);
  add_bin_commands(app, context);
  add_import_commands(app, context);
  add_picture_commands(app, context);
  add_shell_commands(app, context);
}

// Parsing failed, so the flag itself may not have been read.
bool wants_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--") == 0) return false;
    if (std::strcmp(argv[i], "--json") == 0) return true;
  }
  return false;
}

int usage_error(const std::string& message, bool json) {
  if (json) {
    // The words of whoever read the command line.
    kith::cli::print_json_error(kith::fail(kith::Code::INVALID_ARGUMENT, kith::Sentence::value(message)));
  } else {
    for (const std::string& line : kith::cli::wrap("kith: " + message, kith::cli::screen_columns())) {
      std::fprintf(stderr, "%s\n", line.c_str());
    }
    std::fprintf(stderr, "kith --help shows the commands.\n");
  }
  return kith::cli::kExitUsage;
}

// What is not UTF-8 could neither be kept nor shown.
bool all_text(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (!kith::cli::is_text(argv[i])) return false;
  }
  return true;
}

int print_version(const Context& context) {
  kith::cli::api::VersionResult version;
  version.set_version(KITH_VERSION);
  if (context.json) {
    kith::cli::print_json(version);
  } else {
    std::printf("kith %s\n", version.version().c_str());
  }
  return 0;
}

int run_main(int argc, char** argv) {
  Context context;
  bool version = false;
  CLI::App app("Keeps your developmental network and mentoring log, encrypted on this device.", "kith");
  app.require_subcommand(0, 1);
  app.formatter(kith::cli::help_format());
  add_global_options(app, context);
  app.add_flag("--version", version, "show the version");
  add_commands(app, context);
  kith::cli::group_commands(app);
  if (!all_text(argc, argv)) return usage_error("an argument is not UTF-8 text", wants_json(argc, argv));
  if (const auto wrong = kith::cli::unknown_command(app, argc, argv)) return usage_error(*wrong, wants_json(argc, argv));
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForAllHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what(), wants_json(argc, argv));
  }
  if (version) return print_version(context);
  return context.command ? context.command() : kith::cli::suggest(context);
}

// What was said is only said once it is written: a full disk behind a redirection is an error.
int said(int exit_code) {
  if (kith::cli::is_written()) return exit_code;
  if (exit_code == 0) std::fputs("kith: standard output could not be written\n", stderr);
  return kith::cli::kExitError;
}

}  // namespace

int main(int argc, char** argv) {
  kith::hold_standard_files();
  kith::keep_memory_private();
  if (argc == 2 && std::strcmp(argv[1], kith::cli::kServeAgent) == 0) return kith::cli::serve_agent();
  if (std::setlocale(LC_ALL, "") == nullptr || std::mblen("…", 4) < 2) std::setlocale(LC_ALL, "C.UTF-8");
  try {
    return said(run_main(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "kith: %s\n", error.what());
    return kith::cli::kExitError;
  }
}
