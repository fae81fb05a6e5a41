#include <cstdio>

#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

void print_removal(const api::Conflict& row) {
  print_field("text", row.text());
  print_field("removed", local_time(row.removed_ms()) + ". " + row.says());
}

void print_conflicts(const api::ConflictList& list) {
  if (list.items().empty()) print_line("No conflicts.");
  for (const api::Conflict& row : list.items()) {
    print_field("conflict", row.id());
    print_field("what", row.kind() + (row.field().empty() ? "" : ", " + row.field()) +
                            (row.person().empty() ? "" : ", with " + row.person()));
    if (row.removal()) {
      print_removal(row);
    } else {
      print_field("shown", row.shown());
      print_field("kept", row.kept() + "\nby " + (row.mine() ? std::string("me") : row.author()));
    }
    std::printf("\n");
  }
  if (list.items().empty()) return;
  print_line("`kith conflicts keep ID` shows the kept value, or keeps what was removed, whole; `dismiss ID` drops the "
             "value, or lets what was removed go (kith bin has it for 30 days).");
}

}  // namespace

void add_conflict_commands(CLI::App& app, Context& context) {
  CLI::App* conflicts = group(app, "conflicts", "What both did at the same time, until one decides");
  command(*conflicts, "list", "Values kept beside those shown; removals to decide", "conflicts list")->callback([&context] {
    context.command = [&context] {
      return run(context, method::conflict_list, api::Empty(), print_conflicts);
    };
  });
  add_id_action(*conflicts, context, "keep", "Show the kept value instead; keep a removed record",
                "conflicts keep ID", method::conflict_keep, "Kept: it is shown now, on both sides after the next sync.");
  add_id_action(*conflicts, context, "dismiss", "Drop the kept value; let what was removed go", "conflicts dismiss ID",
                method::conflict_dismiss, "Dropped.");
}

}  // namespace kith::cli
