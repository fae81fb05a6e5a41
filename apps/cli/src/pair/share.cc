#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

void print_shared(const api::SharedList& list) {
  if (list.items().empty()) print_line("Nothing is shared yet.");
  for (const api::Shared& row : list.items()) {
    std::string text = row.text() + "\n";
    text += row.mine() ? "by me, with " + row.person() : "by " + row.author();
    text += ", " + local_time(row.created_ms());
    if (row.unsent()) text += ", not sent yet";
    print_item(row.id(), text);
  }
}

}  // namespace

void add_share_commands(CLI::App& app, Context& context) {
  CLI::App* share = command(app, "share", "Share a note or conversation, or one passage of it",
                            "share ID --with Amina --passage \"only these words\"");
  auto request = std::make_shared<api::ShareRequest>();
  share->add_option("ID", *request->mutable_id(), "id of your note or conversation")->required();
  share->add_option("--with", *request->mutable_with(), "the person you are paired with")->required();
  CLI::Option* passage = share->add_option("--passage", *request->mutable_passage(),
                                           "a part of the text, word for word, or - for standard input");
  auto anyway = std::make_shared<bool>(false);
  add_anyway(*share, *anyway);
  share->callback([=, &context] {
    context.command = [=, &context] {
      const auto text = text_argument(request->passage());
      if (!text) return context.show(text.error());
      if (*passage && text->empty()) return context.show(fail(Code::INVALID_ARGUMENT, "the passage is empty"));
      request->set_passage(*text);
      request->set_anyway(*anyway);
      return run(context, method::share_add, *request, [](const api::Changed& made) {
        print_item(made.id(), "shared: a copy of these words alone. `kith withdraw` with this id takes it back.");
      });
    };
  });
  add_id_action(app, context, "withdraw", "Take a shared passage back", "withdraw ID", method::share_withdraw,
                "Withdrawn: the copy goes from both devices. It may have been read already.");
  CLI::App* shared = group(app, "shared", "What is shared");
  add_list_command(*shared, context, "Shared passages, yours and the other's",
                   "shared list --with Amina", method::share_list, print_shared);
}

}  // namespace kith::cli
