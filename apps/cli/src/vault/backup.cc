// A backup in one encrypted file, and a vault made from one.

#include <csignal>
#include <cstdio>

#include "description/outline.h"
#include "frame/context.h"
#include "frame/passphrase.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

struct BackupArguments {
  std::string file;
  std::string secret_file;
  std::string kdf;
  bool recovery_code = false;
};

void print_backup(const api::BackupResult& result) {
  const auto rows = static_cast<std::uint64_t>(result.rows());
  print_line("The backup is in " + result.path() + ": " + counted(rows, "row", "rows") + ", " +
             size_text(result.bytes()) + ".");
  if (result.recovery_code().empty()) {
    print_line("Nobody can open it without its passphrase.");
    return;
  }
  print_line("Its recovery code, shown only now. Write it down and keep it away from the file:");
  print_line(result.recovery_code());
}

int backup(Context& context, const BackupArguments& arguments) {
  const auto engine = context.authority();
  if (!engine) return context.show(engine.error());
  api::BackupRequest request;
  request.set_path(arguments.file);
  request.set_vault_passphrase(std::string(as_text(context.passphrase.reveal())));
  request.set_recovery_code(arguments.recovery_code);
  if (!arguments.recovery_code) {
    const auto secret = read_new_backup_secret(arguments.secret_file, context.weak);
    if (!secret) return context.show(secret.error());
    request.set_passphrase(std::string(as_text(secret->reveal())));
  }
  // A reader that goes away must not end this before it is known whether the code was seen.
  if (arguments.recovery_code) std::signal(SIGPIPE, SIG_IGN);
  const int done = run(context, method::vault_backup, request, print_backup);
  if (done != 0 || !arguments.recovery_code || is_written()) return done;
  std::remove(arguments.file.c_str());
  std::fputs("kith: standard output could not be written: nobody saw the code, so the backup was not kept\n", stderr);
  return kExitError;
}

int restore(Context& context, const BackupArguments& arguments) {
  auto options = context.options();
  if (!options) return context.show(options.error());
  if (!arguments.kdf.empty()) options->kdf = kdf_of(arguments.kdf);
  engine::RestoreSecret secret;
  secret.kind = arguments.recovery_code ? engine::RestoreSecret::Kind::recovery_code
                                        : engine::RestoreSecret::Kind::passphrase;
  const char* what = arguments.recovery_code ? "recovery code" : "passphrase";
  auto text = read_backup_secret(arguments.secret_file, what);
  if (!text) return context.show(text.error());
  secret.text = *std::move(text);
  const auto passphrase = read_first_passphrase(context.passphrase_file, context.weak);
  if (!passphrase) return context.show(passphrase.error());
  const auto made = engine::Engine::restore(*options, arguments.file, secret, *passphrase);
  if (!made) return context.show(made.error());
  return show_new_vault(context, **made,
                        {"Your vault is in " + context.folder() + ", as it was when the backup was made.",
                         "Its device keys have to be renewed before it sends anything. Do not go on using the device that "
                         "was backed up."});
}

}  // namespace

void add_backup_commands(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<BackupArguments>();
  CLI::App* save = command(app, "backup", "Write everything into one encrypted file", "backup kith.backup");
  save->add_option("FILE", arguments->file, "the file to make; an existing one is never replaced")->required();
  save->add_flag("--recovery-code", arguments->recovery_code, "opened by a code that is made, not by a passphrase");
  save->add_option("--backup-secret-file", arguments->secret_file, "file with the backup's own passphrase")->type_name(kFile);
  save->callback([=, &context] { context.command = [=, &context] { return backup(context, *arguments); }; });

  auto back = std::make_shared<BackupArguments>();
  CLI::App* load = command(app, "restore", "Make a vault from a backup", "restore kith.backup --vault ~/kith");
  load->add_option("FILE", back->file, "the backup")->required();
  load->add_flag("--recovery-code", back->recovery_code, "it is opened by a recovery code");
  load->add_option("--backup-secret-file", back->secret_file, "file with the backup's passphrase or code")->type_name(kFile);
  load->add_option("--kdf", back->kdf, "cost of trying the new vault's passphrase: standard or floor")
      ->check(CLI::IsMember({"standard", "floor"}));
  load->callback([=, &context] { context.command = [=, &context] { return restore(context, *back); }; });
}

}  // namespace kith::cli
