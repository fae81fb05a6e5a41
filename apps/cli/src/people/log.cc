#include <cstdio>

#include "kith/engine/dictionary.h"
#include "shapes/field_options.h"
#include "shapes/long_list.h"
#include "shapes/record_commands.h"
#include "terminal/editor.h"
#include "terminal/question.h"

namespace kith::cli {
namespace {

void print_entry(const api::LogEntry& entry, bool whole) {
  print_field("when", entry.when());
  print_field("with", joined(entry.with()));
  print_field("medium", entry.medium());
  print_field("functions", joined(entry.functions()));
  print_field("note", whole ? entry.note() : excerpt(entry.note()));
  print_field("next", entry.next());
  print_fields(entry.fields());
  print_field("id", entry.id());
}

void print_whole_entry(const api::LogEntry& entry) { print_entry(entry, true); }

void print_entries(const api::LogList& list, bool whole) {
  if (list.items().empty()) print_line("No conversations yet: kith log add --with \"A Name\" --when today");
  bool first = true;
  for (const api::LogEntry& entry : list.items()) {
    if (!first) std::printf("\n");
    first = false;
    print_entry(entry, whole);
  }
  print_older(list.older());
}

// The same flags for add and edit.
struct LogFlags {
  std::string id;
  std::vector<std::string> with;
  std::string when, medium, note, next;
  std::vector<std::string> functions;
  std::shared_ptr<FieldOptions> fields;
  CLI::Option *with_option, *when_option, *medium_option, *functions_option, *note_option, *next_option;
};

std::shared_ptr<LogFlags> add_flags(CLI::App& sub) {
  auto flags = std::make_shared<LogFlags>();
  flags->with_option = sub.add_option("--with", flags->with, "with whom: P or P,P; may be given again")
                           ->delimiter(',')
                           ->allow_extra_args(false);
  flags->when_option = sub.add_option("--when", flags->when, "YYYY[-MM[-DD[THH:MM]]], today, yesterday");
  flags->medium_option =
      sub.add_option("--medium", flags->medium, "in-person, video, phone, message, letter or other");
  flags->functions_option = sub.add_option("--function", flags->functions,
                                           "what it gave, as COAC:received:2; may be given again")
                                ->allow_extra_args(false);
  flags->note_option = sub.add_option("--note", flags->note, "what was said, at most 64 KiB, or - for standard input");
  flags->next_option = sub.add_option("--next", flags->next, "the next step");
  flags->fields = FieldOptions::add(sub, engine::fields_of("conversation"));
  return flags;
}

int keep_talk(Context& context, const LogFlags& flags, const std::string& note) {
  api::LogAddRequest request;
  for (const std::string& name : flags.with) request.add_with(name);
  request.set_when(flags.when);
  request.set_medium(flags.medium);
  for (const std::string& mark : flags.functions) request.add_functions(mark);
  request.set_note(note);
  request.set_next(flags.next);
  if (const auto filled = flags.fields->fill(request.mutable_fields()); !filled) return context.show(filled.error());
  return run(context, method::log_add, request,
                           [](const api::Changed& made) { print_item(made.id(), "kept"); });
}

void add_add(CLI::App& log, Context& context) {
  CLI::App* sub = command(log, "add", "Keep a conversation; in your editor where no note is given",
                          "log add --with Amina --when yesterday --medium video --note \"Saying no\"");
  const auto flags = add_flags(*sub);
  flags->when_option->required();
  CLI::Option* circle = sub->get_option("--circle");
  circle->description(circle->get_description() + "; was with its members, unless --with says otherwise");
  sub->callback([=, &context] {
    if (!*flags->with_option && !*circle) throw CLI::RequiredError("--with or --circle");
    context.command = [=, &context] {
      if (!*flags->note_option && is_somebody_there(context)) {
        return keep_edited(context, "", Text::optional, [&](const std::string& note) { return keep_talk(context, *flags, note); });
      }
      const auto note = text_argument(flags->note);
      if (!note) return context.show(note.error());
      return keep_talk(context, *flags, *note);
    };
  });
}

void add_log_edit(CLI::App& log, Context& context) {
  CLI::App* sub = command(log, "edit", "Change a conversation; an empty text clears",
                          "log edit ID --next \"Send the draft\"");
  const auto flags = add_flags(*sub);
  sub->add_option("ID", flags->id, kIdHelp)->required();
  sub->callback([=, &context] {
    context.command = [=, &context] {
      api::LogEditRequest request;
      request.set_id(flags->id);
      for (const std::string& name : flags->with) request.add_with(name);
      if (*flags->when_option) request.set_when(flags->when);
      if (*flags->medium_option) request.set_medium(flags->medium);
      request.set_set_functions(flags->functions_option->count() > 0);
      for (const std::string& mark : flags->functions) request.add_functions(mark);
      if (*flags->note_option) {
        const auto note = text_argument(flags->note);
        if (!note) return context.show(note.error());
        request.set_note(*note);
      }
      if (*flags->next_option) request.set_next(flags->next);
      if (const auto filled = flags->fields->fill(request.mutable_fields()); !filled) return context.show(filled.error());
      return run(context, method::log_edit, request, [](const auto&) { print_line("Changed."); });
    };
  });
}

}  // namespace

void add_log_commands(CLI::App& app, Context& context) {
  CLI::App* log = group(app, "log", "Conversations, newest first");
  add_add(*log, context);
  add_long_list(*log, context, "The time line, newest first", "log list --with Amina --limit 10", method::log_list,
                {"--with", "only what concerns this person"}, print_entries);
  add_id_command(*log, context, "show", "One conversation in full", "log show ID", method::log_show,
                 print_whole_entry);
  add_log_edit(*log, context);
  add_id_action(*log, context, "remove", "Remove a conversation", "log remove ID", method::log_remove, "Removed.");
}

}  // namespace kith::cli
