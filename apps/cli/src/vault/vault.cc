#include <cstdio>

#include "agent/agent.h"
#include "frame/passphrase.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

int make_vault(Context& context, const std::string& name, const std::string& kdf) {
  // What can be refused is refused before the passphrase is asked for.
  if (const auto checked = engine::check_name(name); !checked) return context.show(checked.error());
  auto options = context.options();
  if (!options) return context.show(options.error());
  if (!kdf.empty()) options->kdf = kdf_of(kdf);
  auto passphrase = read_first_passphrase(context.passphrase_file, context.weak);
  if (!passphrase) return context.show(passphrase.error());
  const auto made = engine::Engine::create(*options, *passphrase, name);
  if (!made) return context.show(made.error());
  return show_new_vault(context, **made,
                        {"Your vault is in " + context.folder() + ".",
                         "Nobody can open it without the passphrase, and nobody can give the passphrase back to you.",
                         "A recovery code for paper: kith keys add recovery-code",
                         "Next: kith person add \"A Name\""});
}

// `unlocked`: until when an agent has the vault, in milliseconds.
void print_status(const api::StatusResult& status, const std::optional<std::int64_t>& unlocked) {
  print_field("name", status.name());
  print_field("network", counted(status.persons(), "person", "persons"));
  print_field("log", counted(status.conversations(), "conversation", "conversations") + ", " +
                         counted(status.notes(), "private note", "private notes"));
  print_field("plans", counted(status.goals(), "goal", "goals") + ", " +
                           counted(status.actions(), "action item", "action items") + ", " +
                           counted(status.agenda(), "agenda line", "agenda lines"));
  std::string pairs = std::to_string(status.pairs());
  if (status.unconfirmed_pairs() > 0) pairs += " and " + std::to_string(status.unconfirmed_pairs()) + " not confirmed";
  print_field("pairs", pairs);
  print_field("shared", counted(status.shared(), "passage", "passages"));
  print_field("relay", status.relay().empty() ? std::string("none yet") : status.relay());
  const std::string synced = local_time(status.last_sync_ms());
  print_field("last sync", synced.empty() ? "never" : synced);
  print_field("to send", counted(status.pending(), "change", "changes"));
  print_field("conflicts", std::to_string(status.conflicts()));
  print_field("alarms", std::to_string(status.alarms()));
  if (status.copy_ended()) print_field("ended", "another copy of this vault was renewed; this one sends nothing");
  if (status.renewal_needed()) print_field("renewal", "needed; until then nothing is sent");
  if (status.keys_not_locked()) {
    print_field("warning", "this system may write keys from memory to its disk (ulimit -l)");
  }
  if (unlocked) {
    print_field("unlocked", "until " + local_time(static_cast<double>(*unlocked)) + "; kith lock ends it");
  }
  print_field("next", status.next_step());
}

void print_renewed(const api::RenewResult& result) {
  if (result.left() > 0) {
    print_line("Not everywhere yet: " + counted(result.left(), "space", "spaces") +
               " left. Nothing is lost; `kith renew` goes on where it is.");
  } else if (result.renewed() == 0) {
    print_line("There was nothing to renew.");
  } else {
    print_line("Your vault goes on under new keys, in " + counted(result.renewed(), "space", "spaces") +
               ": your own, and one for each pair. Your pairs stay verified, and your partners are told.");
    print_line("An older copy or backup of this vault cannot go on any more: make a new backup now.");
  }
}

// Whatever was noticed on the way is said as a sync says it.
int renew(Context& context) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  if (!context.json) {
    print_line("Everything that your old keys have written is read and stays yours; then your vault goes on under "
               "new keys, and the old ones end for everybody. That needs the passphrase again.");
  }
  const auto passphrase = read_passphrase(context.passphrase_file);
  if (!passphrase) return context.show(passphrase.error());
  api::RenewRequest request;
  request.set_passphrase(std::string(as_text(passphrase->reveal())));
  const auto result = engine::vault_renew(**engine, request);
  wipe_text(request.mutable_passphrase());
  if (!result) return context.show(result.error());
  if (context.json) {
    print_json(*result);
  } else if (result->sync().error().code() != api::REVOKED_DEVICE) {  // else there is nothing to go on with
    print_renewed(*result);
  }
  if (result->sync().has_error() && !context.json) show_alarms(result->sync());
  return result->left() > 0 ? kExitError : sync_exit(result->sync());
}

void print_verified(const api::VerifyResult& result) {
  print_line("Whole: " + counted(static_cast<std::uint64_t>(result.files()), "file", "files") + ", " +
             size_text(result.bytes()) + ", " + counted(static_cast<std::uint64_t>(result.rows()), "row", "rows") +
             ", " + counted(static_cast<std::uint64_t>(result.indexed()), "record", "records") +
             " in the search index.");
}

}  // namespace

void add_vault_commands(CLI::App& app, Context& context) {
  CLI::App* init = command(app, "init", "Make an encrypted vault", "init --name \"Amina Diallo\"");
  auto name = std::make_shared<std::string>();
  auto kdf = std::make_shared<std::string>();
  init->add_option("--name", *name, "your name, as partners see it")->required();
  init->add_option("--kdf", *kdf, "cost of trying a passphrase: standard (256 MiB, the default) or floor (64 MiB). With KITH_KDF=floor "
                   "it stays so; otherwise the next opening makes it standard")
      ->check(CLI::IsMember({"standard", "floor"}));
  init->callback([=, &context] {
    context.command = [=, &context] { return make_vault(context, *name, *kdf); };
  });
  add_plain_command(app, context, "status", "How things stand", "status", method::vault_status,
                    [&context](const api::StatusResult& status) {
                                 print_status(status, end_of_agent(context.folder()));
                               });
  command(app, "renew", "Go on under new keys (an old copy was put back)", "renew")
      ->callback([&context] { context.command = [&context] { return renew(context); }; });
  CLI::App* verify = command(app, "verify", "Check every byte of the vault, and its search index", "verify");
  auto rebuild = std::make_shared<bool>(false);
  verify->add_flag("--rebuild-index", *rebuild, "make the search index again from the records first");
  verify->callback([=, &context] {
    context.command = [=, &context] {
      api::VerifyRequest request;
      request.set_rebuild_index(*rebuild);
      return run(context, method::vault_verify, request, print_verified);
    };
  });
  command(app, "compact", "Rewrite the vault without what was erased", "compact")->callback([&context] {
    context.command = [&context] {
      return run(context, method::vault_compact, api::Empty(),
                             [](const api::Empty&) { print_line("Done: what was erased is gone from the disk."); });
    };
  });
}

int suggest(Context& context) {
  std::error_code ignored;
  if (std::filesystem::exists(context.folder(), ignored)) {
    return run(context, method::vault_next, api::Empty(), [](const api::NextStep& next) {
      print_line("Hello, " + next.name() + ".");
      print_field("next", next.next_step(), 6);
      print_field("help", "kith --help", 6);
    });
  }
  if (context.json) return context.show(fail(Code::NOT_FOUND, "there is no vault yet: kith init --name NAME"));
  print_line("kith keeps your developmental network and mentoring log, encrypted on this device.");
  print_field("next", "kith init --name \"Your Name\"", 6);
  print_field("help", "kith --help", 6);
  return 0;
}

}  // namespace kith::cli
