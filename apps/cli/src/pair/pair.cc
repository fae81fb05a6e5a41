#include <cstdio>

#include "frame/passphrase.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

void print_pair(const api::Pair& pair) {
  const std::string who = pair.person().empty() ? "somebody (not known yet)" : pair.person();
  std::string text = who + ": " + pair.state();
  if (pair.state() == "paired" || pair.state() == "accepted") {
    text += pair.verified() ? ", both confirmed" : pair.confirmed() ? ", waiting for the other to confirm"
                                                                    : ", waiting for you to confirm";
  }
  if (pair.partner_renewals() > 0) {
    text += ", whose keys were renewed " + counted(pair.partner_renewals(), "time", "times");
  }
  if (pair.unreadable() > 0) {
    text += ", " + counted(pair.unreadable(), "entry", "entries") + " that this device could not read";
  }
  if (!pair.digits().empty() && !pair.verified()) text += "\ndigits " + spaced_digits(pair.digits());
  print_item(pair.id(), text);
}

void explain_digits(const api::Pair& pair) {
  print_pair(pair);
  std::printf("\n");
  print_line("Compare the 12 digits with the other person, in person or on the phone. Only if they are the same:");
  std::printf("  kith pair confirm %s --code %s\n", pair.id().c_str(), pair.digits().c_str());
}

void print_invitation(const api::PairInvitation& made) {
  std::printf("%s\n%s\n\n", qr(made.code()).c_str(), made.code().c_str());
  print_line("Give this code to the other person only. It works once and for 7 days. When it was accepted, "
             "`kith pair list` shows 12 digits to compare.");
  print_field("id", made.id());
}

void print_ended(const api::PairEnded& ended) {
  print_line("Ended. Both keep what they have; nothing further is accepted. The next `kith sync` tells the other side.");
  if (ended.withdrawals() > 0) {
    print_line("With it " + counted(ended.withdrawals(), "withdrawal goes", "withdrawals go") +
               ": what you had withdrawn disappears there too.");
  }
  if (ended.unsent() > 0) {
    print_line("The other one will not see " + counted(ended.unsent(), "change", "changes") +
               " that had not been sent; they are kept here.");
  }
}

void print_pairs(const api::PairList& list) {
  if (list.items().empty()) print_line("No pairs yet: kith pair invite \"A Name\"");
  for (const api::Pair& pair : list.items()) print_pair(pair);
  if (!list.refreshed()) print_line("(The relay was not asked; this is what this device knows.)");
}

std::string passphrase_of(const Context& context) { return std::string(as_text(context.passphrase.reveal())); }

void add_invite_and_accept(CLI::App& pair, Context& context) {
  CLI::App* invite = command(pair, "invite", "Make a one-time invitation", "pair invite Amina");
  auto invited = std::make_shared<api::PairInviteRequest>();
  invite->add_option("P", *invited->mutable_person(), "whom you invite");
  invite->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method::pair_invite, *invited, print_invitation);
    };
  });
  CLI::App* accept = command(pair, "accept", "Accept an invitation", "pair accept CODE --as Amina");
  auto accepted = std::make_shared<api::PairAcceptRequest>();
  accept->add_option("CODE", *accepted->mutable_code(), "the code you were given, or - for standard input")
      ->required();
  accept->add_option("--as", *accepted->mutable_person(), "who that is in your network");
  accept->callback([=, &context] {
    context.command = [=, &context] {
      const auto code = text_argument(accepted->code());
      if (!code) return context.show(code.error());
      accepted->set_code(*code);
      return run(context, method::pair_accept, *accepted, explain_digits);
    };
  });
}

void add_confirm_and_end(CLI::App& pair, Context& context) {
  CLI::App* confirm = command(pair, "confirm", "The digits on both screens are the same",
                              "pair confirm ID --code \"1234 5678 9012\"");
  auto confirmed = std::make_shared<api::PairConfirmRequest>();
  confirm->add_option("ID", *confirmed->mutable_id(), "id of the pair")->required();
  confirm->add_option("--code", *confirmed->mutable_code(), "the 12 digits")->required();
  confirm->callback([=, &context] {
    context.command = [=, &context] {
      if (const auto engine = context.authority(); !engine) return context.show(engine.error());
      confirmed->set_passphrase(passphrase_of(context));
      const int code = run(context, method::pair_confirm, *confirmed, print_pair);
      wipe_text(confirmed->mutable_passphrase());
      return code;
    };
  });
  CLI::App* end = command(pair, "end", "End a pair; both keep what they have", "pair end Amina");
  auto ended = std::make_shared<api::PairEndRequest>();
  end->add_option("P", *ended->mutable_person(), "the person, or the id of the pair")->required();
  end->callback([=, &context] {
    context.command = [=, &context] {
      if (const auto engine = context.authority(); !engine) return context.show(engine.error());
      ended->set_passphrase(passphrase_of(context));
      const int code = run(context, method::pair_end, *ended, print_ended);
      wipe_text(ended->mutable_passphrase());
      return code;
    };
  });
}

}  // namespace

void add_pair_commands(CLI::App& app, Context& context) {
  CLI::App* pair = group(app, "pair", "Invite somebody, compare digits, share");
  add_invite_and_accept(*pair, context);
  add_confirm_and_end(*pair, context);
  add_id_action(*pair, context, "cancel", "Take back an invitation", "pair cancel ID", method::pair_cancel, "Cancelled.");
  command(*pair, "list", "Invitations and pairs; asks the relay for news", "pair list")->callback([&context] {
    context.command = [&context] { return run(context, method::pair_refresh, api::Empty(), print_pairs); };
  });
}

}  // namespace kith::cli
