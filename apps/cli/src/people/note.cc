#include "kith/engine/limits.h"
#include "shapes/long_list.h"
#include "shapes/record_commands.h"
#include "terminal/editor.h"
#include "terminal/parts.h"
#include "terminal/question.h"

namespace kith::cli {
namespace {

std::string under(const api::Note& note) {
  std::string out = "\n" + local_time(note.created_ms());
  if (!note.about().empty()) out += ", about " + note.about();
  return out;
}

void print_note(const api::Note& note) { print_item(note.id(), note.text() + under(note)); }

void print_notes(const api::NoteList& list, bool whole) {
  if (list.items().empty()) print_line("No notes yet: kith note add \"Your thought\"");
  for (const api::Note& row : list.items()) {
    print_item(row.id(), (whole ? row.text() : excerpt(row.text())) + under(row));
  }
  print_older(list.older());
}

struct NoteAdd {
  std::string about, text;
  bool in_parts = false;
};

api::NoteAddRequest request_of(const NoteAdd& given, const std::string& text) {
  api::NoteAddRequest request;
  request.set_about(given.about);
  request.set_text(text);
  return request;
}

int add_one(Context& context, const NoteAdd& given, const std::string& text) {
  return run(context, method::note_add, request_of(given, text),
                           [](const api::Changed& made) { print_item(made.id(), "kept"); });
}

// The parts are numbered, since the newest stands first in every list.
int add_in_parts(Context& context, const NoteAdd& given, const std::string& text) {
  constexpr std::size_t kRoom = 4096;  // for "(1 of 3)", and for letters that take more in their composed form
  if (const auto engine = context.engine(); !engine) return context.show(engine.error());
  const std::vector<std::string_view> parts = in_parts(text, engine::kTextMost - kRoom);
  api::NoteList kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string number = "(" + std::to_string(i + 1) + " of " + std::to_string(parts.size()) + ")\n";
    const auto made = engine::note_add(*context.opened, request_of(given, number + std::string(parts[i])));
    if (!made) {
      Error error = made.error();
      if (i > 0) {
        error.message = worded("{0}; {1} before", error.message, counted(i, "part was kept", "parts were kept"));
      }
      return context.show(error);
    }
    kept.add_items()->set_id(made->id());
  }
  if (context.json) {
    print_json(kept);
  } else {
    for (const api::Note& part : kept.items()) print_item(part.id(), "kept");
  }
  return 0;
}

int add_note(Context& context, const NoteAdd& given, const std::string& text) {
  if (text.size() <= engine::kTextMost) return add_one(context, given, text);
  const std::string long_one = "a note holds at most 64 KiB (" + std::to_string(engine::kTextMost) +
                               " bytes), and this one has " + std::to_string(text.size());
  const bool parts = given.in_parts || (is_somebody_there(context) && says_yes(context, "This is long: " + long_one + ". Keep it in parts?"));
  if (!parts) {
    return context.show(fail(Code::INVALID_ARGUMENT, worded("{0}; --in-parts keeps it as several", long_one)));
  }
  return add_in_parts(context, given, text);
}

void add_note_add(CLI::App& note, Context& context) {
  CLI::App* sub = command(note, "add", "Write a note; in your editor where no text is given",
                          "note add --about Amina \"Asks good questions\"");
  auto given = std::make_shared<NoteAdd>();
  sub->add_option("--about", given->about, "the person it is about");
  CLI::Option* text_option = sub->add_option("TEXT", given->text, "the text, at most 64 KiB, or - for standard input");
  sub->add_flag("--in-parts", given->in_parts, "keep a longer text as several notes");
  sub->callback([=, &context] {
    if (!*text_option && !is_somebody_there(context)) throw CLI::RequiredError("TEXT");
    context.command = [=, &context] {
      if (!*text_option) {
        return keep_edited(context, "", Text::needed, [&](const std::string& text) { return add_note(context, *given, text); });
      }
      const auto text = text_argument(given->text);
      if (!text) return context.show(text.error());
      return add_note(context, *given, *text);
    };
  });
}

struct NoteEdit {
  api::NoteEditRequest request;
  std::string text, about;
};

int edit_note(Context& context, const api::NoteEditRequest& request) {
  return run(context, method::note_edit, request, [](const auto&) { print_line("Changed."); });
}

// In the editor, over the text as it is.
int edit_typed(Context& context, api::NoteEditRequest request) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  api::IdRequest id;
  id.set_id(request.id());
  const auto before = engine::note_show(**engine, id);
  if (!before) return context.show(before.error());
  return keep_edited(context, before->text(), Text::needed, [&](const std::string& text) {
    const auto now = engine::note_show(*context.opened, id);
    if (!now) return context.show(now.error());
    if (now->text() != before->text()) {
      return context.show(fail(Code::CONFLICT, "the note was changed by another program while you wrote"));
    }
    request.set_text(text);
    return edit_note(context, request);
  });
}

void add_note_edit(CLI::App& note, Context& context) {
  CLI::App* edit = command(note, "edit", "Change a note; in your editor where no text is given",
                           "note edit ID \"Asks very good questions\"");
  auto edits = std::make_shared<NoteEdit>();
  edit->add_option("ID", *edits->request.mutable_id(), kIdHelp)->required();
  CLI::Option* text_option =
      edit->add_option("TEXT,--text", edits->text, "the new text, at most 64 KiB, or - for standard input");
  CLI::Option* about_option = edit->add_option("--about", edits->about, "the person it is about; empty clears");
  edit->callback([=, &context] {
    context.command = [=, &context] {
      if (*about_option) edits->request.set_about(edits->about);
      if (!*text_option && !*about_option && is_somebody_there(context)) return edit_typed(context, edits->request);
      if (*text_option) {
        const auto text = text_argument(edits->text);
        if (!text) return context.show(text.error());
        edits->request.set_text(*text);
      }
      return edit_note(context, edits->request);
    };
  });
}

}  // namespace

void add_note_commands(CLI::App& app, Context& context) {
  CLI::App* note = group(app, "note", "Private notes; nobody else ever sees them");
  add_note_add(*note, context);
  add_long_list(*note, context, "Your notes, newest first", "note list --limit 10", method::note_list,
                {"--about", "only notes about this person"}, print_notes);
  add_id_command(*note, context, "show", "One note in full", "note show ID", method::note_show, print_note);
  add_note_edit(*note, context);
  add_id_action(*note, context, "remove", "Remove a note", "note remove ID", method::note_remove, "Removed.");
}

}  // namespace kith::cli
