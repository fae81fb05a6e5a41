// Syncing while the vault is locked: `kith locked`.

#include <csignal>
#include <cstdio>

#include "description/outline.h"
#include "shapes/duration.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

constexpr char kLockedFooter[] =
    "Sealed entries come in and go out, and nobody can read them before the vault\n"
    "is opened. The key lets whoever has it see which spaces there are and when they\n"
    "grow; it opens no text and signs nothing. Give it to your system's store of\n"
    "keys, and to no file.\n"
    "Example:\n  kith locked allow";

constexpr char kLockedSyncFooter[] =
    "Asks for no passphrase: it works beside the locked vault, and the next command\n"
    "that opens the vault takes in what came.\n"
    "Exit status: 0 done; 1 a space had trouble; 3 there is more, for the next time\n"
    "  or for `kith sync`.\n"
    "Example:\n  kith locked sync --key-file - --deadline 20s";

void print_state(const api::LockedState& state) {
  if (!state.allowed()) {
    print_line("While the vault is locked nothing is synced. `kith locked allow` gives a key for that.");
    return;
  }
  print_line("While the vault is locked, whoever has the key syncs " +
             counted(state.spaces(), "space", "spaces") + ", and sends " +
             counted(state.waiting(), "sealed entry", "sealed entries") + " that wait.");
  if (state.left_out() > 0) {
    print_line(counted(state.left_out(), "more waits", "more wait") + " for `kith sync`: there was no room for so much.");
  }
}

void print_result(const api::LockedSyncResult& result) {
  print_line("Of " + counted(result.spaces(), "space", "spaces") + ": " +
             counted(result.fetched(), "sealed entry", "sealed entries") + " fetched, " +
             std::to_string(result.sent()) + " sent.");
  for (const api::LockedTrouble& one : result.troubles()) {
    print_line(counted(one.spaces(), "space", "spaces") + ": " + one.error().message() + ".");
  }
  if (result.more()) print_line("There is more. It comes with the next time, or when the vault is opened and synced.");
}

// A key that nobody saw is for nobody: it is taken back, and said.
int allow(Context& context) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto key = engine::locked_allow(**engine);
  if (!key) return context.show(key.error());
  // A reader that goes away must not end this before the key is taken back.
  std::signal(SIGPIPE, SIG_IGN);
  std::string digits = to_hex(as_bytes(key->key()));
  if (context.json) {
    std::printf("{\"key\":\"%s\"}\n", digits.c_str());  // as --key-file takes it; bytes are base64 elsewhere
  } else {
    print_line("The key for syncing while the vault is locked. Keep it where your system keeps keys:");
    print_line("");
    print_line("  " + digits);
  }
  wipe_text(&digits);
  if (is_written()) return 0;
  const bool gone = engine::locked_forbid(**engine).ok();
  std::fputs(gone ? "kith: standard output could not be written: nobody saw the key, so nothing is allowed\n"
                  : "kith: standard output could not be written: nobody saw the key; kith locked forbid takes it away\n",
             stderr);
  return kExitError;
}

Result<std::string> key_from(const std::string& file) {
  KITH_TRY(std::string text, read_file(file));
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  const auto bytes = from_hex(text);
  wipe_text(&text);
  if (!bytes) return fail(Code::INVALID_ARGUMENT, "the key is 64 digits, as `kith locked allow` printed them");
  return std::string(as_text(*bytes));
}

int sync_locked(Context& context, const std::string& key_file, const std::string& deadline) {
  api::LockedSyncRequest request;
  const auto most = deadline_ms(deadline);
  if (!most) return context.show(most.error());
  request.set_deadline_ms(*most);
  auto key = key_from(key_file);
  if (!key) return context.show(key.error());
  request.set_key(*key);
  const auto options = context.options();
  if (!options) return context.show(options.error());
  auto result = engine::locked_sync(*options, request);
  if (!result) return context.show(result.error());
  show_reply(context, *result, print_result);
  if (result->troubles_size() > 0) return kExitError;
  return result->more() ? kExitWaits : 0;
}

}  // namespace

void add_locked_commands(CLI::App& app, Context& context) {
  CLI::App* locked = group(app, "locked", "Sync while the vault is locked");
  locked->footer(kLockedFooter);
  command(*locked, "allow", "Allow it, under a new key that is shown once", "locked allow")->callback([&context] {
    context.command = [&context] { return allow(context); };
  });
  add_plain_command(*locked, context, "forbid", "Forbid it: the key opens nothing any more", "locked forbid",
                    method::locked_forbid, [](const api::Empty&) {
    print_line("Forbidden. Nothing is synced while the vault is locked, and the key opens nothing any more.");
  });
  add_plain_command(*locked, context, "show", "Whether it is allowed, and what would go out", "locked show",
                    method::locked_show, print_state);
  add_plain_command(*locked, context, "prepare", "Seal what waits, so that it goes out too", "locked prepare",
                    method::locked_prepare, print_state);
  CLI::App* sync = command(*locked, "sync", "Fetch and send sealed entries, with the key alone", "locked sync --key-file -");
  sync->footer(kLockedSyncFooter);
  auto key_file = std::make_shared<std::string>();
  auto deadline = std::make_shared<std::string>();
  sync->add_option("--key-file", *key_file, "where the key is read; - stands for standard input")->required()->type_name(kFile);
  sync->add_option("--deadline", *deadline, "stop after 20s, 5m or 1h");
  sync->callback([=, &context] {
    context.command = [=, &context] { return sync_locked(context, *key_file, *deadline); };
  });
}

}  // namespace kith::cli
