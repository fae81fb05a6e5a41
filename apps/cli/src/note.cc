#include "record_commands.h"

namespace kith::cli {
namespace {

void print_note(const api::Note& note) {
  std::string text = note.text() + "\n" + local_time(note.created_ms());
  if (!note.about().empty()) text += ", about " + note.about();
  print_item(note.id(), text);
}

struct NoteEdit {
  api::NoteEditRequest request;
  std::string text, about;
};

}  // namespace

void add_note_commands(CLI::App& app, Context& context) {
  CLI::App* note = group(app, "note", "Private notes; nobody else ever sees them");
  CLI::App* add = command(*note, "add", "Write a note", "note add --about Amina \"Asks good questions\"");
  auto request = std::make_shared<api::NoteAddRequest>();
  add->add_option("--about", *request->mutable_about(), "the person it is about");
  add->add_option("TEXT", *request->mutable_text(), "the text, or - for standard input")->required();
  add->callback([=, &context] {
    context.command = [=, &context] {
      const auto text = text_argument(request->text());
      if (!text) return context.show(text.error());
      request->set_text(*text);
      return run<api::Changed>(context, "note.add", *request,
                               [](const api::Changed& made) { print_item(made.id(), "kept"); });
    };
  });
  command(*note, "list", "Your notes, newest first", "note list")->callback([&context] {
    context.command = [&context] {
      return run<api::NoteList>(context, "note.list", api::Empty(), [](const api::NoteList& list) {
        if (list.items().empty()) print_line("No notes yet: kith note add \"Your thought\"");
        for (const api::Note& row : list.items()) print_note(row);
      });
    };
  });
  add_id_command<api::Note>(*note, context, "show", "One note in full", "note show ID", "note.show", print_note);
  CLI::App* edit = command(*note, "edit", "Change a note", "note edit ID \"Asks very good questions\"");
  auto edits = std::make_shared<NoteEdit>();
  edit->add_option("ID", *edits->request.mutable_id(), kIdHelp)->required();
  CLI::Option* text_option = edit->add_option("TEXT,--text", edits->text, "the new text, or - for standard input");
  CLI::Option* about_option = edit->add_option("--about", edits->about, "the person it is about; empty clears");
  edit->callback([=, &context] {
    context.command = [=, &context] {
      if (*text_option) {
        const auto text = text_argument(edits->text);
        if (!text) return context.show(text.error());
        edits->request.set_text(*text);
      }
      if (*about_option) edits->request.set_about(edits->about);
      return run<api::Changed>(context, "note.edit", edits->request, [](const auto&) { print_line("Changed."); });
    };
  });
  add_id_action(*note, context, "remove", "Remove a note", "note remove ID", "note.remove", "Removed.");
}

}  // namespace kith::cli
