#include <cstdio>

#include "record_commands.h"

namespace kith::cli {
namespace {

void print_conflicts(const api::ConflictList& list) {
  if (list.items().empty()) print_line("No conflicts.");
  for (const api::Conflict& row : list.items()) {
    print_field("conflict", row.id());
    print_field("what", row.kind() + ", " + row.field() + (row.person().empty() ? "" : ", with " + row.person()));
    print_field("shown", row.shown());
    print_field("kept", row.kept() + "\nby " + (row.mine() ? std::string("me") : row.author()));
    std::printf("\n");
  }
  if (!list.items().empty()) print_line("`kith conflicts keep ID` shows the kept one, `dismiss ID` drops it.");
}

}  // namespace

void add_conflict_commands(CLI::App& app, Context& context) {
  CLI::App* conflicts = group(app, "conflicts", "Values written at the same time as the ones shown");
  command(*conflicts, "list", "What was kept beside what is shown", "conflicts list")->callback([&context] {
    context.command = [&context] {
      return run<api::ConflictList>(context, "conflict.list", api::Empty(), print_conflicts);
    };
  });
  add_id_action(*conflicts, context, "keep", "Show the kept value instead", "conflicts keep ID", "conflict.keep",
                "The kept value is shown now.");
  add_id_action(*conflicts, context, "dismiss", "Drop the kept value", "conflicts dismiss ID", "conflict.dismiss",
                "Dropped.");
}

}  // namespace kith::cli
