// What leaves the vault as a file that anybody can read, and a whole export read in again.

#include <cstdio>

#include "frame/context.h"
#include "frame/text_file.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

struct ExportArguments {
  std::string file;
  std::string format = "json";
  std::vector<std::string> pick;
  bool force = false;
  bool with_notes = false;
  bool with_names = false;
};

// The content of a file in one of the formats, and how many things it leaves out.
Result<api::TextOut> content_of(engine::Engine& engine, const ExportArguments& arguments) {
  if (arguments.format == "markdown") return engine::export_markdown(engine);
  if (arguments.format == "ics") {
    api::CalendarRequest request;
    request.set_with_names(arguments.with_names);
    return engine::export_calendar(engine, request);
  }
  if (arguments.format == "vcard" || arguments.format == "vcard3") {
    api::CardsRequest request;
    request.set_version(arguments.format == "vcard" ? "4.0" : "3.0");
    request.set_with_notes(arguments.with_notes);
    for (const std::string& name : arguments.pick) request.add_pick(name);
    return engine::export_cards(engine, request);
  }
  KITH_TRY(const api::Export all, engine::vault_export(engine));
  api::TextOut out;
  out.set_content(to_json(all) + "\n");
  return out;
}

int export_all(Context& context, const ExportArguments& arguments) {
  // Everything in one file that anybody can read: whoever finds the terminal open gives the passphrase again.
  const auto engine = context.engine(Agent::not_enough);
  if (!engine) return context.show(engine.error());
  const auto made = content_of(**engine, arguments);
  if (!made) return context.show(made.error());
  const std::string& content = made->content();
  if (arguments.file == "-") {
    std::fwrite(content.data(), 1, content.size(), stdout);
    return 0;
  }
  const auto written = write_text_file(arguments.file, content, arguments.force);
  if (!written) return context.show(written.error());
  if (context.json) {
    print_json(api::Empty());
  } else {
    const bool all = arguments.format == "json" || arguments.format == "markdown";
    print_line(all ? "Everything you may read is in " + arguments.file + "." : "Written: " + arguments.file);
    if (made->left_out() > 0) {
      print_line(counted(made->left_out(), "thing", "things") + " could not be said in this format and was left out.");
    }
    print_line("It is NOT encrypted: whoever has the file can read it. An encrypted copy: kith backup FILE");
  }
  return 0;
}

}  // namespace

void add_export_command(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* sub = command(app, "export", "Everything you may read in one file, NOT encrypted", "export kith.json");
  sub->add_option("FILE", arguments->file, "the file to make, or - for standard output")->required();
  sub->add_option("--format", arguments->format, "json (docs/EXPORT.md), markdown, vcard (4.0), vcard3, ics")
      ->check(CLI::IsMember({"json", "markdown", "vcard", "vcard3", "ics"}));
  sub->add_option("--pick", arguments->pick, "of vcard: only this person; may be given again")->allow_extra_args(false);
  sub->add_flag("--with-notes", arguments->with_notes, "of vcard: with the notes on persons");
  sub->add_flag("--with-names", arguments->with_names, "of ics: titles name the persons");
  sub->add_flag("--force", arguments->force, "replace a file of that name");
  sub->callback([=, &context] { context.command = [=, &context] { return export_all(context, *arguments); }; });
}

}  // namespace kith::cli
