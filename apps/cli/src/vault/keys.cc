// What opens the vault: the passphrase, a recovery code on paper, this device by itself.

#include <csignal>
#include <cstdio>

#include "description/outline.h"
#include "frame/passphrase.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

// The passphrase or the recovery code that the vault was opened with; otherwise it is asked for.
Result<api::KeyAuthority> authority(Context& context) {
  KITH_CHECK(context.authority());
  api::KeyAuthority out;
  if (!context.recovery_code.empty()) {
    out.set_recovery_code(std::string(as_text(context.recovery_code.reveal())));
    return out;
  }
  out.set_passphrase(std::string(as_text(context.passphrase.reveal())));
  return out;
}

std::string described(const api::Key& key) {
  if (key.kind() == "passphrase") {
    return "passphrase, " + size_text(key.memory_bytes()) + " and " + std::to_string(key.passes()) + " passes a try";
  }
  return key.kind() == "recovery-code" ? "recovery code" : "this device by itself";
}

void print_keys(const api::KeyList& list) {
  for (const api::Key& key : list.items()) print_line(std::to_string(key.number()) + "  " + described(key));
  print_line(list.rollback_watch() ? "A vault that is put back as it was before is noticed on this device."
                                   : "Without --key-folder nobody notices a vault that is put back as it was before.");
}

void print_added(const api::KeyAdded& added) {
  if (added.recovery_code().empty()) {
    print_line("With this key folder the vault opens without the passphrase.");
    print_line("It is as safe as that folder: whoever reads both opens the vault.");
    return;
  }
  print_line("Your recovery code. It opens the vault as the passphrase does, and is kept nowhere:");
  print_line("write it down on paper now.");
  print_line("");
  const std::string& code = added.recovery_code();
  constexpr std::size_t kHalf = 35;  // seven groups with their hyphens
  print_line("  " + code.substr(0, kHalf));
  print_line("  " + code.substr(kHalf));
}

template <typename Request, typename Reply, typename Human>
int with_authority(Context& context, const engine::Call<Request, Reply>& method, Request request, const Human& human) {
  auto given = authority(context);
  if (!given) return context.show(given.error());
  *request.mutable_authority() = *given;
  return run(context, method, request, human);
}

// A code that nobody saw opens nothing: it is taken back, and said.
int take_back(engine::Engine& engine, const api::KeyAuthority& given, std::uint32_t number) {
  api::KeyRemoveRequest request;
  *request.mutable_authority() = given;
  request.set_number(number);
  const bool gone = engine::keys_remove(engine, request).ok();
  std::fputs(gone ? "kith: standard output could not be written: nobody saw the recovery code, so it was not added\n"
                  : "kith: standard output could not be written: nobody saw the recovery code; kith keys remove takes "
                    "it away\n",
             stderr);
  return kExitError;
}

int add_key(Context& context, const std::string& kind) {
  const auto given = authority(context);
  if (!given) return context.show(given.error());
  api::KeyAddRequest request;
  request.set_kind(kind);
  *request.mutable_authority() = *given;
  const auto added = engine::keys_add(*context.opened, request);
  if (!added) return context.show(added.error());
  // A reader that goes away must not end this before the code is taken back.
  std::signal(SIGPIPE, SIG_IGN);
  if (context.json) {
    print_json(*added);
  } else {
    print_added(*added);
  }
  const bool seen = added->recovery_code().empty() || is_written();
  return seen ? 0 : take_back(*context.opened, *given, added->number());
}

void add_keys_add(CLI::App& keys, Context& context) {
  CLI::App* add = command(keys, "add", "Add something that opens the vault", "keys add recovery-code");
  auto kind = std::make_shared<std::string>();
  add->add_option("KIND", *kind, "recovery-code: a code for paper. key-store: this device, by its key folder")
      ->required()
      ->check(CLI::IsMember({"recovery-code", "key-store"}));
  add->callback([=, &context] {
    context.command = [=, &context] { return add_key(context, *kind); };
  });
}

void add_keys_remove(CLI::App& keys, Context& context) {
  CLI::App* remove = command(keys, "remove", "Remove something that opens the vault", "keys remove 2");
  auto number = std::make_shared<std::uint32_t>(0);
  remove->add_option("NUMBER", *number, "as `kith keys list` shows it")->required();
  remove->callback([=, &context] {
    context.command = [=, &context] {
      api::KeyRemoveRequest request;
      request.set_number(*number);
      return with_authority(context, method::keys_remove, request,
                                        [](const api::Empty&) { print_line("Removed. It opens the vault no more."); });
    };
  });
}

int change_passphrase(Context& context, const std::string& file) {
  // Asked for in this order: what opens it now, and then what is to open it.
  auto given = authority(context);
  if (!given) return context.show(given.error());
  const auto fresh = read_new_passphrase(file, context.weak);
  if (!fresh) return context.show(fresh.error());
  api::KeyChangeRequest request;
  *request.mutable_authority() = *given;
  request.set_new_passphrase(std::string(as_text(fresh->reveal())));
  return run(context, method::keys_change, request,
                         [](const api::Empty&) { print_line("Changed. The old passphrase opens the vault no more."); });
}

}  // namespace

void add_key_commands(CLI::App& app, Context& context) {
  CLI::App* keys = group(app, "keys", "What opens the vault");
  command(*keys, "list", "Passphrase, recovery codes, this device", "keys list")->callback([&context] {
    context.command = [&context] { return run(context, method::keys_list, api::Empty(), print_keys); };
  });
  add_keys_add(*keys, context);
  add_keys_remove(*keys, context);
  CLI::App* change = command(*keys, "passphrase", "A new passphrase, by the old one or the code",
                             "keys passphrase");
  auto file = std::make_shared<std::string>();
  change->add_option("--new-passphrase-file", *file, "file whose first line is the new passphrase")->type_name(kFile);
  change->callback([=, &context] { context.command = [=, &context] { return change_passphrase(context, *file); }; });
}

}  // namespace kith::cli
