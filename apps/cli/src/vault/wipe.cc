// Destroying the vault for good.

#include <cstdio>
#include <filesystem>
#include <iostream>

#include "frame/context.h"
#include "frame/passphrase.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

struct WipeArguments {
  bool yes = false;
  bool forgotten = false;
};

// The name of the folder, typed by somebody who means it.
Result<void> confirm(const std::string& folder, bool json) {
  const std::string name = std::filesystem::path(folder).lexically_normal().filename().string();
  if (!json) {
    print_line("This destroys the vault in " + folder + ": nobody can bring it back, and no recovery code helps.");
    print_line("What you shared stays with the others. Type the name of the folder to go on: " + name);
  }
  std::string typed;
  if (!std::getline(std::cin, typed) || typed != name) {
    return fail(Code::CANCELLED, "nothing was destroyed: that is not the name of the folder");
  }
  return {};
}

int wipe_vault(Context& context, const WipeArguments& arguments) {
  auto options = context.options();
  if (!options) return context.show(options.error());
  std::error_code ignored;
  if (!std::filesystem::exists(context.folder(), ignored)) {
    return context.show(fail(Code::NOT_FOUND, worded("there is no vault in {0}", context.folder())));
  }
  Secret secret;
  auto with = engine::OpenWith::passphrase;
  if (!arguments.forgotten) {
    auto code = read_recovery_code(context.recovery_code_file, context.ask_recovery_code);
    if (!code) return context.show(code.error());
    if (!code->empty()) with = engine::OpenWith::recovery_code;
    auto given = code->empty() ? read_passphrase(context.passphrase_file) : std::move(code);
    if (!given) return context.show(given.error());
    secret = *std::move(given);
  }
  if (!arguments.yes) {
    const auto meant = confirm(context.folder(), context.json);
    if (!meant) return context.show(meant.error());
  }
  const auto done = when_free(context.folder(), context.wait_seconds, [&] {
    return engine::Engine::wipe(*options, secret, with, arguments.forgotten);
  });
  if (!done) return context.show(done.error());
  if (context.json) {
    print_json(api::Empty());
  } else {
    print_line("Wiped. Nothing of the vault is left in " + context.folder() + ".");
  }
  return 0;
}

}  // namespace

void add_wipe_command(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<WipeArguments>();
  CLI::App* sub = command(app, "wipe", "Destroy the vault for good, its keys first", "wipe");
  sub->add_flag("--yes", arguments->yes, "do not ask for the name of the folder");
  sub->add_flag("--forgotten", arguments->forgotten, "without the passphrase, which nobody knows any more");
  sub->callback([=, &context] { context.command = [=, &context] { return wipe_vault(context, *arguments); }; });
}

}  // namespace kith::cli
