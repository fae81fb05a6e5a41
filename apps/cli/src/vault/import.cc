// import: whole exports, tables, Monica's export, cards. duplicates, merge, unmerge.

#include "output/json_output.h"
#include "shapes/record_commands.h"

namespace kith::cli {

void print_imported(const api::ImportReply& reply) {
  for (const api::Person& person : reply.items()) print_item(person.id(), person.name());
  for (const api::SkippedCard& row : reply.skipped()) {
    print_line((row.line() == 0 ? std::string() : "line " + std::to_string(row.line()) + ": ") + row.reason());
  }
  for (const api::ImportCount& row : reply.report()) {
    print_line((row.count() > 0 ? std::to_string(row.count()) + " " : std::string()) + row.what() + ": " + row.fate());
  }
  for (const std::string& name : reply.same_name()) {
    print_line(name + " was added, and somebody of that name was there: kith duplicates shows whether they may be one.");
  }
  print_line(counted(static_cast<std::uint64_t>(reply.items_size()), "person", "persons") + " added.");
}

namespace {

struct Import {
  std::string file;
  std::string format, dates;
  std::vector<std::string> mapping, pick;
};

// By the file's name where nothing is said.
std::string format_of(const Import& import) {
  if (!import.format.empty()) return import.format;
  const auto ends = [&](std::string_view end) { return import.file.ends_with(end); };
  if (ends(".vcf") || ends(".vcard")) return "vcard";
  if (ends(".csv") || ends(".tsv") || ends(".txt")) return "csv";
  return "json";
}

int whole(Context& context, const std::string& content) {
  const auto all = from_json<api::Export>(content);
  if (!all) return context.show(all.error());
  return run(context, method::vault_import, *all, [](const api::ImportVaultReply& reply) {
    print_line(counted(reply.records(), "record", "records") + " taken in.");
    if (reply.left_out() > 0) {
      print_line(counted(reply.left_out(), "line", "lines") + " of pairs stayed out: they belong to two; pair again.");
    }
  });
}

int import(Context& context, const Import& import) {
  const auto content = read_file(import.file);
  if (!content) return context.show(content.error());
  const std::string format = format_of(import);
  if (format == "json") return whole(context, *content);
  if (format == "vcard") {
    api::PersonImportRequest request;
    request.set_content(*content);
    for (const std::string& name : import.pick) request.add_pick(name);
    return run(context, method::person_import, request, print_imported);
  }
  api::ImportRequest request;
  request.set_content(*content);
  for (const std::string& name : import.pick) request.add_pick(name);
  for (const std::string& column : import.mapping) request.add_mapping(column);
  request.set_dates(import.dates);
  return run(context, format == "csv" ? method::import_table : method::import_monica, request, print_imported);
}

void add_import(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "import", "Take in an export, a table, cards, Monica's export",
                          "import people.csv --map \"name=Full Name\" --pick \"Bo Lind\"");
  auto arguments = std::make_shared<Import>();
  sub->add_option("FILE", arguments->file, "the file, or - for standard input")->required();
  sub->add_option("--format", arguments->format,
                  "json (a whole kith export, into a new vault), csv, vcard, monica; by the file's name if not said")
      ->check(CLI::IsMember({"json", "csv", "vcard", "monica"}));
  sub->add_option("--map", arguments->mapping,
                  "of a table: name=HEADER, given=, middle=, family=, nickname=, email=, phone=, organization=, note=, "
                  "birthday=, tags=")
      ->allow_extra_args(false);
  sub->add_option("--dates", arguments->dates, "of a table: what 4/5/1980 means, where its other dates do not tell")
      ->check(CLI::IsMember({"day-first", "month-first"}));
  sub->add_option("--pick", arguments->pick, "of a table or cards: a name; may be given again; '*' takes all")
      ->allow_extra_args(false);
  sub->callback([=, &context] { context.command = [=, &context] { return import(context, *arguments); }; });
}

void print_duplicates(const api::DuplicateList& list) {
  if (list.items().empty()) print_line("Nobody stands twice, as far as can be seen.");
  for (const api::Duplicate& row : list.items()) {
    print_line(row.person() + " and " + row.other() + ": " + row.why());
    print_field("", "kith merge " + row.person_id() + " " + row.other_id(), 4);
  }
}

void print_merges(const api::MergedList& list) {
  if (list.items().empty()) print_line("Nobody was made one with somebody.");
  for (const api::Merged& row : list.items()) {
    print_item(row.id(), row.gone() + " is " + row.kept() + " since " + local_time(row.merged_ms()));
  }
}

}  // namespace

void add_import_commands(CLI::App& app, Context& context) {
  add_import(app, context);
  add_plain_command(app, context, "duplicates", "Persons who are probably one", "duplicates",
                    method::duplicates_list, print_duplicates);
  CLI::App* merge = command(app, "merge", "Make two persons one; kith unmerge undoes it", "merge \"Amina Diallo\" Mina");
  auto request = std::make_shared<api::MergeRequest>();
  merge->add_option("KEEP", *request->mutable_keep(), "who stays")->required();
  merge->add_option("OTHER", *request->mutable_other(), "who is the same")->required();
  merge->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method::person_merge, *request, [](const api::Merged& row) {
        print_item(row.id(), row.gone() + " is now " + row.kept() + ". kith unmerge with this id undoes it.");
      });
    };
  });
  add_plain_command(app, context, "merges", "Who was made one", "merges", method::person_merges, print_merges);
  add_id_action(app, context, "unmerge", "Make two of them again", "unmerge ID", method::person_unmerge, "They are two again.");
}

}  // namespace kith::cli
