// goal, agenda and action: what a pair works on together.

#include "kith/engine/dictionary.h"
#include "shapes/field_options.h"
#include "shapes/record_commands.h"

namespace kith::cli {

void add_anyway(CLI::App& sub, bool& anyway) {
  sub.add_flag("--anyway", anyway, "share it although it names somebody else of your network, or a private tag");
}

namespace {

constexpr auto kNothingMore = [](auto&) { return Result<void>(); };

// A command with a text that may leave for a pair: reads it, sees to --anyway, adds `more`, asks.
template <typename Request, typename More, typename Human>
void ask_with_text(Context& context, CLI::App& sub, const std::shared_ptr<Request>& request,
                   const engine::Call<Request, api::Changed>& method, More more, Human human) {
  auto anyway = std::make_shared<bool>(false);
  add_anyway(sub, *anyway);
  sub.callback([=, &context] {
    context.command = [=, &context] {
      const auto text = text_argument(request->text());
      if (!text) return context.show(text.error());
      request->set_text(*text);
      request->set_anyway(*anyway);
      if (const auto added = more(*request); !added) return context.show(added.error());
      return run(context, method, *request, human);
    };
  });
}

template <typename Request, typename More>
void add_task(Context& context, const std::shared_ptr<Request>& request, CLI::App* sub,
              const engine::Call<Request, api::Changed>& method, bool with_required, More more) {
  sub->add_option("TEXT", *request->mutable_text(), "the text, or - for standard input")->required();
  CLI::Option* with = sub->add_option("--with", *request->mutable_with(), "the person you are paired with");
  if (with_required) with->required();
  ask_with_text(context, *sub, request, method, more,
                [](const api::Changed& made) { print_item(made.id(), "added"); });
}

template <typename Request, typename More>
void add_task_edit(Context& context, CLI::App* sub, const engine::Call<Request, api::Changed>& method,
                   bool text_required, More more) {
  auto request = std::make_shared<Request>();
  sub->add_option("ID", *request->mutable_id(), kIdHelp)->required();
  CLI::Option* text = sub->add_option("TEXT,--text", *request->mutable_text(), "the new text, or - for standard input");
  if (text_required) text->required();
  ask_with_text(context, *sub, request, method, more, [](const api::Changed&) { print_line("Changed."); });
}

// The options of a goal's fields, and what puts them into a request.
auto goal_fields(CLI::App& sub) {
  return [options = FieldOptions::add(sub, engine::fields_of("goal"))](auto& request) {
    return options->fill(request.mutable_fields());
  };
}

}  // namespace

void add_goal_commands(CLI::App& app, Context& context) {
  CLI::App* goal = group(app, "goal", "Goals: your own, or those of a pair");
  CLI::App* add = command(*goal, "add", "Add a goal; with --with both of the pair see it",
                          "goal add \"Give a talk this year\" --with Amina");
  add_task(context, std::make_shared<api::GoalAddRequest>(), add, method::goal_add, false, goal_fields(*add));
  add_list_command(*goal, context, "Your goals, and those of your pairs", "goal list", method::goal_list,
                   [](const api::GoalList& list) {
                                    if (list.items().empty()) print_line("No goals yet.");
                                    for (const api::Goal& row : list.items()) print_task(row, "");
                                  });
  CLI::App* edit = command(*goal, "edit", "Change a goal", "goal edit ID \"Give two talks\" --horizon two_years");
  add_task_edit(context, edit, method::goal_edit, false, goal_fields(*edit));
  add_id_action(*goal, context, "done", "A goal is reached", "goal done ID", method::goal_done, "Done.");
  add_id_action(*goal, context, "remove", "Remove a goal", "goal remove ID", method::goal_remove, "Removed.");
}

void add_agenda_commands(CLI::App& app, Context& context) {
  CLI::App* agenda = group(app, "agenda", "Lines for the next talk of a pair");
  CLI::App* add = command(*agenda, "add", "Add a line", "agenda add \"How to say no\" --with Amina");
  add_task(context, std::make_shared<api::AgendaAddRequest>(), add, method::agenda_add, true, kNothingMore);
  add_list_command(*agenda, context, "The agenda", "agenda list --with Amina", method::agenda_list,
                   [](const api::AgendaList& list) {
                                      if (list.items().empty()) print_line("No agenda lines yet.");
                                      for (const api::AgendaLine& row : list.items()) print_task(row, "");
                                    });
  CLI::App* edit = command(*agenda, "edit", "Change a line", "agenda edit ID \"How to say no kindly\"");
  add_task_edit(context, edit, method::agenda_edit, true, kNothingMore);
  add_id_action(*agenda, context, "done", "A line is dealt with", "agenda done ID", method::agenda_done, "Done.");
  add_id_action(*agenda, context, "remove", "Remove a line", "agenda remove ID", method::agenda_remove, "Removed.");
}

namespace {

void add_action_edit(CLI::App& action, Context& context) {
  CLI::App* sub = command(action, "edit", "Change an action item", "action edit ID --due 2027-01");
  struct Edit {
    api::ActionEditRequest request;
    std::string text, owner, due;
    bool anyway = false;
  };
  auto edit = std::make_shared<Edit>();
  sub->add_option("ID", *edit->request.mutable_id(), kIdHelp)->required();
  CLI::Option* text = sub->add_option("TEXT,--text", edit->text, "the new text, or - for standard input");
  CLI::Option* owner = sub->add_option("--owner", edit->owner, "me, or the person of the pair");
  CLI::Option* due = sub->add_option("--due", edit->due, "DATE; an empty one clears");
  add_anyway(*sub, edit->anyway);
  sub->callback([=, &context] {
    context.command = [=, &context] {
      if (*text) {
        const auto given = text_argument(edit->text);
        if (!given) return context.show(given.error());
        edit->request.set_text(*given);
      }
      if (*owner) edit->request.set_owner(edit->owner);
      if (*due) edit->request.set_due(edit->due);
      edit->request.set_anyway(edit->anyway);
      return run(context, method::action_edit, edit->request, [](const auto&) { print_line("Changed."); });
    };
  });
}

void print_actions(const api::ActionList& list) {
  if (list.items().empty()) print_line("No action items yet.");
  for (const api::Action& row : list.items()) {
    print_task(row, ", owed by " + row.owner() + (row.due().empty() ? "" : ", due " + row.due()));
  }
}

}  // namespace

void add_action_commands(CLI::App& app, Context& context) {
  CLI::App* action = group(app, "action", "Action items of a pair: who owes what until when");
  CLI::App* add = command(*action, "add", "Add an action item",
                          "action add \"Send the draft\" --with Amina --owner me --due 2026-12-01");
  auto request = std::make_shared<api::ActionAddRequest>();
  add->add_option("--owner", *request->mutable_owner(), "me, or the person of the pair");
  add->add_option("--due", *request->mutable_due(), "YYYY[-MM[-DD]]");
  add_task(context, request, add, method::action_add, true, kNothingMore);
  add_list_command(*action, context, "The action items", "action list", method::action_list,
                   print_actions);
  add_action_edit(*action, context);
  add_id_action(*action, context, "done", "An action item is done", "action done ID", method::action_done, "Done.");
  add_id_action(*action, context, "remove", "Remove an action item", "action remove ID", method::action_remove, "Removed.");
}

}  // namespace kith::cli
