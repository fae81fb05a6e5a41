#include "frame/context.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "agent/agent.h"
#include "frame/passphrase.h"
#include "frame/waiting.h"
#include "output/screen.h"

namespace kith::cli {

std::string Context::folder() const {
  if (!vault.empty()) return vault;
  const char* home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? ".kith" : std::string(home) + "/.kith";
}

Result<engine::EngineOptions> Context::options() const {
  engine::EngineOptions out;
  out.folder = folder();
  out.memory = engine::Memory::computer;
  out.relay_address = relay;
  out.key_folder = key_folder;
  out.accept_rolled_back = accept_rolled_back;
  if (const char* kdf = std::getenv("KITH_KDF"); kdf != nullptr) out.kdf = kdf_of(kdf);
  if (!relay_ca.empty()) {
    KITH_TRY(out.relay_ca_pem, read_file(relay_ca));
  }
  // A relay that is not one's own may ask for a token before it makes a space.
  if (const char* token = std::getenv("KITH_ADMISSION"); token != nullptr) out.admission = token;
  return out;
}

Result<void> Context::open_with(const Secret& secret, engine::OpenWith with) {
  return when_free(folder(), wait_seconds, [&]() -> Result<void> {
    KITH_TRY(opened, engine::Engine::open(*opening_, secret, with));
    return {};
  });
}

// Whether the agent of this vault opened it. One that no longer can is none: the passphrase is asked for then.
Result<bool> Context::open_by_agent() {
  const auto held = key_of_agent(folder());
  if (!held) return false;
  const auto done = open_with(*held, engine::OpenWith::held_key);
  const bool asks = !done && (done.error().code == Code::STORE_LOCKED || done.error().code == Code::MALFORMED);
  if (!done && !asks) return done.error();  // MALFORMED: the agent of another version
  return done.ok();
}

Result<engine::Engine*> Context::engine(Agent agent) {
  if (opened) return opened.get();
  std::error_code ignored;
  if (!std::filesystem::exists(folder(), ignored)) {
    return fail(Code::NOT_FOUND, worded("there is no vault in {0}: make one with `kith init --name NAME`", folder()));
  }
  // Read once: a file may be a pipe, and what is wrong is said before anything is asked.
  KITH_TRY(opening_, options());
  KITH_TRY(recovery_code, read_recovery_code(recovery_code_file, ask_recovery_code));
  if (!recovery_code.empty()) {
    KITH_CHECK(open_with(recovery_code, engine::OpenWith::recovery_code));
    return opened.get();
  }
  if (agent == Agent::enough && !key_folder.empty()) {
    const auto by_itself = open_with(Secret(), engine::OpenWith::key_store);
    if (by_itself) return opened.get();
    if (by_itself.error().code != Code::STORE_LOCKED) return by_itself.error();
  }
  // A passphrase that is given counts: a wrong one is refused, agent or not.
  if (agent == Agent::enough && !is_passphrase_given(passphrase_file)) {
    KITH_TRY(const bool done, open_by_agent());
    if (done) return opened.get();
  }
  KITH_TRY(passphrase, read_passphrase(passphrase_file));
  KITH_CHECK(open_with(passphrase, engine::OpenWith::passphrase));
  return opened.get();
}

Result<engine::Engine*> Context::authority() {
  KITH_TRY(engine::Engine* const out, engine(Agent::not_enough));
  if (passphrase.empty() && recovery_code.empty()) {
    KITH_TRY(passphrase, read_passphrase(passphrase_file));
  }
  return out;
}

int Context::show(const Error& error) const {
  if (json) {
    print_json_error(error);
  } else {
    std::fflush(stdout);
    const std::string text =
        "kith: " + with_commands(error.message.text(), error.next) + " [" + std::string(code_name(error.code)) + "]";
    for (const std::string& line : wrap(text, screen_columns())) std::fprintf(stderr, "%s\n", line.c_str());
  }
  return kExitError;
}

CLI::App* command(CLI::App& parent, const std::string& name, const std::string& help,
                  const std::string& example) {
  CLI::App* out = parent.add_subcommand(name, help);
  out->fallthrough();
  out->footer("Example:\n  kith " + example);
  return out;
}

engine::KdfCost kdf_of(const std::string& text) {
  return text == "floor" ? engine::KdfCost::floor : engine::KdfCost::standard;
}

int show_new_vault(const Context& context, engine::Engine& made, const std::vector<std::string>& lines) {
  const auto id = engine::vault_me(made);
  if (!id) return context.show(id.error());
  if (context.json) {
    print_json(*id);
    return 0;
  }
  for (const std::string& line : lines) print_line(line);
  return 0;
}

CLI::App* group(CLI::App& app, const std::string& name, const std::string& help) {
  CLI::App* out = app.add_subcommand(name, help);
  out->fallthrough();
  out->require_subcommand(1);
  return out;
}

Result<std::string> text_argument(const std::string& argument) {
  if (argument != "-") return argument;
  KITH_TRY(std::string text, read_file("-"));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (!is_text(text)) return fail(Code::INVALID_ARGUMENT, "what came on standard input is not UTF-8 text");
  return text;
}

Result<std::string> read_file(const std::string& path) {
  if (path == "-") return std::string{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(Code::INVALID_ARGUMENT, worded("this file cannot be opened: {0}", path));
  std::string out{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return fail(Code::STORE_IO, worded("this file cannot be read: {0}", path));
  return out;
}

}  // namespace kith::cli
