#include <cstdio>

#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

std::string number(double value) { return std::to_string(static_cast<std::uint64_t>(value)); }

// Two hexadecimal ids do not fit beside each other: every field has a line of its own.
void print_entry(const api::RelayEntry& entry) {
  std::printf("\n");
  print_line("Entry " + number(entry.position()) + ": " + entry.kind() + ", " + std::to_string(entry.bytes()) +
             " bytes, received " + local_time(entry.received_ms()));
  for (const api::VisibleField& field : entry.visible()) print_field("  " + field.name(), field.value(), 16);
  print_field("  the rest", entry.sealed(), 16);
}

void print_view(const api::RelayView& view) {
  print_line("Everything the relay holds of this space. What is not listed it cannot read.");
  std::printf("\n");
  print_field("space", view.space());
  print_field("kind", view.kind());
  print_field("created", local_time(view.created_ms()));
  print_field("stored", size_text(view.stored_bytes()));
  print_field("entries", number(view.position()));
  print_field("epoch", std::to_string(view.epoch()));
  print_field("live streams", std::to_string(view.live_streams()));
  print_field("admission", view.admission().empty() ? std::string("none") : view.admission());
  for (const api::RelayMember& member : view.members()) {
    print_field("member " + std::to_string(member.number()),
                std::string(member.active() ? "active" : "left") + ", " + number(member.last_sequence()) +
                    " entries, device\n" + member.device());
  }
  for (const api::RelayEntry& entry : view.entries()) print_entry(entry);
}

}  // namespace

void add_relay_view_command(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "relay-view", "What the relay sees of a space", "relay-view --with Amina");
  auto request = std::make_shared<api::RelayViewRequest>();
  CLI::Option* with = sub->add_option("--with", *request->mutable_with(), "the space of the pair with this person");
  CLI::Option* own = sub->add_flag_function("--self", [](std::int64_t) {}, "your own space")->excludes(with);
  sub->callback([=, &context] {
    if (!*with && !*own) throw CLI::RequiredError("--with P or --self");
    context.command = [=, &context] { return run(context, method::relay_view, *request, print_view); };
  });
}

}  // namespace kith::cli
