// relay show, move, follow: where this vault syncs, and going on somewhere else.

#include "description/outline.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

void print_info(const api::RelayInfo& info) {
  print_field("relay", info.address().empty() ? std::string("none yet: kith --relay HOST:PORT sync") : info.address());
  print_field("key", info.key());
  print_field("moving to", info.moving_to());
  for (const api::RelayPartner& row : info.partners()) {
    if (!row.address().empty()) {
      print_line(row.person() + " goes on at " + row.address() + ": kith relay follow P");
    } else {
      print_line("What you write to " + row.person() + " waits until " + row.person() + " has moved too.");
    }
  }
}

// A move is a sync at the new relay, and shown as one.
int moved(Context& context, const Result<api::SyncResult>& result) {
  if (!result) return context.show(result.error());
  if (!context.json && !result->has_error()) {
    print_line("This vault goes on at the new relay. Where --relay or KITH_RELAY is set, it has to name that one. "
               "kith relay show says which partners have to follow.");
  }
  return show_sync(context, *result);
}

void add_gone(CLI::App& sub, bool& gone) {
  sub.add_flag("--old-is-gone", gone, "do not go through the old relay; tell your partners yourself");
}

void add_move(CLI::App& parent, Context& context) {
  CLI::App* sub = command(parent, "move", "Go on at another relay, with everything",
                          "relay move relay.example.org:7443 --ca relay.pem");
  auto request = std::make_shared<api::RelayMoveRequest>();
  auto ca = std::make_shared<std::string>();
  sub->add_option("HOST:PORT", *request->mutable_address(), "the new relay")->required();
  sub->add_option("--ca", *ca, "its certificate, as PEM; without it the system's count")->type_name(kFile);
  auto gone = std::make_shared<bool>(false);
  add_gone(*sub, *gone);
  sub->callback([=, &context] {
    context.command = [=, &context] {
      if (!ca->empty()) {
        auto read = read_file(*ca);
        if (!read) return context.show(read.error());
        request->set_certificate(*read);
      }
      request->set_old_is_gone(*gone);
      const auto engine = context.engine();
      if (!engine) return context.show(engine.error());
      return moved(context, engine::relay_move(**engine, *request));
    };
  });
}

void add_follow(CLI::App& parent, Context& context) {
  CLI::App* sub = command(parent, "follow", "Go on at the relay that a partner has moved to", "relay follow Amina");
  auto request = std::make_shared<api::RelayFollowRequest>();
  sub->add_option("P", *request->mutable_person(), "name, unique beginning, or id")->required();
  auto gone = std::make_shared<bool>(false);
  add_gone(*sub, *gone);
  sub->callback([=, &context] {
    context.command = [=, &context] {
      request->set_old_is_gone(*gone);
      const auto engine = context.engine();
      if (!engine) return context.show(engine.error());
      return moved(context, engine::relay_follow(**engine, *request));
    };
  });
}

}  // namespace

void add_relay_commands(CLI::App& app, Context& context) {
  CLI::App* relay = group(app, "relay", "Which relay this vault is at, and leaving it");
  add_plain_command(*relay, context, "show", "The relay, and partners who are at another", "relay show",
                    method::relay_show, print_info);
  add_move(*relay, context);
  add_follow(*relay, context);
}

}  // namespace kith::cli
