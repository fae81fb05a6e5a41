// sample: the papers' tables. bin: what was removed.

#include <cstdio>

#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

void print_sample(const api::SampleReply& reply) {
  if (!reply.loaded()) {
    print_line("Not loaded: kith sample load " + reply.set());
    return;
  }
  std::string head;
  for (const std::string& column : reply.columns()) head += (head.empty() ? "" : ",") + column;
  print_line(head);
  for (const api::SampleRow& row : reply.rows()) {
    std::string line;
    for (int i = 0; i < row.cells_size(); ++i) line += (i == 0 ? "" : ",") + row.cells(i);
    print_line(line);
    print_field("", row.says(), 4);
  }
}

void print_checks(const api::SampleCheckReply& reply) {
  for (const api::SampleCheck& row : reply.items()) {
    print_line((row.holds() ? "holds  " : "FAILS  ") + row.what() + ": " + row.found() +
               (row.holds() ? "" : ", expected " + row.expected()));
  }
}

template <typename Reply, typename Human>
void add_set(CLI::App& sample, Context& context, const std::string& name, const std::string& help,
             const engine::Call<api::SampleRequest, Reply>& method, Human human) {
  CLI::App* sub = command(sample, name, help, "sample " + name + " kram1983");
  auto request = std::make_shared<api::SampleRequest>();
  sub->add_option("SET", *request->mutable_set(), "kram1983 or kram-isabella1985")->required();
  sub->callback([=, &context] {
    context.command = [=, &context] { return run(context, method, *request, human); };
  });
}

void print_bin(const api::RemovedList& list) {
  if (list.items().empty()) print_line("The bin is empty.");
  for (const api::Removed& row : list.items()) {
    print_item(row.id(), row.kind() + ": " + row.text() + "\nremoved " + local_time(row.removed_ms()) +
                             ", kept until " + local_time(row.until_ms()));
  }
}

}  // namespace

void add_sample_commands(CLI::App& app, Context& context) {
  CLI::App* sample = group(app, "sample", "Demonstration data: the tables of the papers");
  add_set(*sample, context, "load", "Take a table in", method::sample_load, [](const api::SampleReply& reply) {
    print_line(counted(static_cast<std::uint64_t>(reply.rows_size()), "row", "rows") + " loaded.");
  });
  add_set(*sample, context, "show", "The table, and what the assessors make of it", method::sample_show,
          print_sample);
  add_set(*sample, context, "check", "Whether the table's sums hold", method::sample_check,
          print_checks);
  add_set(*sample, context, "remove", "Take it out again, all of it", method::sample_remove,
          [](const api::Empty&) { print_line("Removed."); });
}

void add_bin_commands(CLI::App& app, Context& context) {
  CLI::App* bin = group(app, "bin", "What you removed; it is kept for 30 days");
  add_plain_command(*bin, context, "list", "What can be put back", "bin list", method::bin_list, print_bin);
  add_id_action(*bin, context, "restore", "Put something back as it was", "bin restore ID", method::bin_restore, "It is back.");
  add_plain_command(*bin, context, "empty", "Let all of it go now", "bin empty", method::bin_empty,
                    [](const api::Empty&) { print_line("The bin is empty."); });
}

}  // namespace kith::cli
