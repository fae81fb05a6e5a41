// alarms list, show, dismiss, heal: what was noticed, and a person's answer to it.

#include <cstdio>

#include "frame/passphrase.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

std::string state_of(const api::Alarm& row) {
  std::string out;
  if (row.stops_space()) out += " (nothing is sent there)";
  if (row.healed()) out += " (healed)";
  if (row.dismissed()) out += " (dismissed)";
  if (row.more() > 0) out += ", and " + counted(row.more(), "more of its kind", "more of its kind");
  return out;
}

std::string place_of(const api::Alarm& row) {
  if (row.space().empty()) return "the relay itself";
  return row.person().empty() ? std::string("your own space") : "the pair with " + row.person();
}

void print_alarm(const api::Alarm& row) {
  print_field("alarm", row.code() + state_of(row));
  print_field("when", local_time(row.time_ms()));
  print_field("where", place_of(row));
  print_field("what", row.detail());
  print_field("meaning", row.meaning());
  print_field("next", commands_of(row.next()));
  print_field("device", row.author());
  print_field("id", row.id());
}

void print_alarms(const api::AlarmList& list) {
  if (list.items().empty()) print_line("No alarms. The relay was never caught at anything.");
  for (const api::Alarm& row : list.items()) {
    print_alarm(row);
    std::printf("\n");
  }
  if (!list.items().empty()) {
    print_line("`kith alarms show ID` says what can be done; `dismiss ID` when you have seen it. All are kept.");
  }
}

void show_alarm(const api::Alarm& row) {
  print_alarm(row);
  print_field("to do", row.to_do());
  std::string sizes;
  for (const std::uint32_t bytes : row.evidence_bytes()) {
    sizes += (sizes.empty() ? "" : ", ") + counted(bytes, "byte", "bytes");
  }
  print_field("evidence", sizes.empty() ? std::string("none") : sizes + "; signed, and without anything you wrote");
}

void print_says(const api::AlarmChanged& changed) { print_line(with_commands(changed.says(), changed.next())); }

// The passphrase is asked for only where a change of members is to be decided over.
int heal(Context& context, api::HealRequest request) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  api::IdRequest named;
  named.set_id(request.id());
  const auto alarm = engine::alarm_show(**engine, named);
  if (!alarm) return context.show(alarm.error());
  if (alarm->wants_passphrase()) {
    if (!context.json) print_line(alarm->meaning() + " " + with_commands(alarm->to_do(), alarm->next()));
    const auto passphrase = read_passphrase(context.passphrase_file);
    if (!passphrase) return context.show(passphrase.error());
    request.set_passphrase(std::string(as_text(passphrase->reveal())));
  }
  const auto changed = engine::alarm_heal(**engine, request);
  wipe_text(request.mutable_passphrase());
  if (!changed) return context.show(changed.error());
  if (context.json) {
    print_json(*changed);
  } else {
    print_says(*changed);
  }
  return changed->has_sync() ? sync_exit(changed->sync()) : 0;
}

}  // namespace

void add_alarm_commands(CLI::App& app, Context& context) {
  CLI::App* alarms = group(app, "alarms", "What was noticed, and what can be done about it");
  add_plain_command(*alarms, context, "list", "All alarms; those you have not dismissed first", "alarms list",
                    method::alarm_list, print_alarms);
  add_id_command(*alarms, context, "show", "What happened, what it means, what can be done", "alarms show 3",
                 method::alarm_show, show_alarm);
  add_id_command(*alarms, context, "dismiss", "You have seen it; it is kept, and not new any more",
                 "alarms dismiss 3", method::alarm_dismiss, print_says);
  CLI::App* sub = command(*alarms, "heal", "Let a space go on that stopped for two histories", "alarms heal 3");
  auto request = std::make_shared<api::HealRequest>();
  sub->add_option("ID", *request->mutable_id(), "its number, as kith alarms list shows it")->required();
  sub->callback([=, &context] { context.command = [=, &context] { return heal(context, *request); }; });
}

}  // namespace kith::cli
