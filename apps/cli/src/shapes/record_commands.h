#pragma once
// The commands that every noun has in the same shape: list [--with P], done ID, remove ID,
// edit ID TEXT.

#include "frame/context.h"
#include "output/screen.h"

namespace kith::cli {

template <typename Reply, typename Human>
void add_id_command(CLI::App& parent, Context& context, const std::string& name, const std::string& help,
                    const std::string& example, const engine::Call<api::IdRequest, Reply>& method, Human human) {
  CLI::App* sub = command(parent, name, help, example);
  auto request = std::make_shared<api::IdRequest>();
  sub->add_option("ID", *request->mutable_id(), kIdHelp)->required();
  sub->callback([=, &context] {
    context.command = [=, &context] { return run(context, method, *request, human); };
  });
}

inline void add_id_action(CLI::App& parent, Context& context, const std::string& name, const std::string& help,
                          const std::string& example, const engine::Call<api::IdRequest, api::Changed>& method,
                          const std::string& said) {
  add_id_command(parent, context, name, help, example, method, [said](const api::Changed&) { print_line(said); });
}

// A command without arguments.
template <typename Reply, typename Human>
void add_plain_command(CLI::App& parent, Context& context, const std::string& name, const std::string& help,
                       const std::string& example, const engine::Call<api::Empty, Reply>& method, Human human) {
  command(parent, name, help, example)->callback([=, &context] {
    context.command = [=, &context] { return run(context, method, api::Empty(), human); };
  });
}

// One that is about a person.
template <typename Reply, typename Human>
void add_person_command(CLI::App& parent, Context& context, const std::string& name, const std::string& help,
                        const std::string& example, const engine::Call<api::PersonRequest, Reply>& method, Human human) {
  CLI::App* sub = command(parent, name, help, example);
  auto request = std::make_shared<api::PersonRequest>();
  sub->add_option("P", *request->mutable_person(), "name, unique beginning, or id")->required();
  sub->callback([=, &context] {
    context.command = [=, &context] { return run(context, method, *request, human); };
  });
}

template <typename Reply, typename Human>
void add_list_command(CLI::App& parent, Context& context, const std::string& help, const std::string& example,
                      const engine::Call<api::ListRequest, Reply>& method, Human human) {
  CLI::App* sub = command(parent, "list", help, example);
  auto request = std::make_shared<api::ListRequest>();
  sub->add_option("--with", *request->mutable_with(), "only what concerns this person");
  sub->callback([=, &context] {
    context.command = [=, &context] { return run(context, method, *request, human); };
  });
}

// Who came in with an import, and what is to be said of the others.
void print_imported(const api::ImportReply& reply);

// 0, kExitError or kExitWaits.
int sync_exit(const api::SyncResult& result);
// What a sync did, and the exit code: a new alarm is said loudly.
int show_sync(const Context& context, const api::SyncResult& result);
// The alarms of a sync and what the first one means.
void show_alarms(const api::SyncResult& result);

// --anyway: the text may leave although it names somebody of the network, or a private tag.
void add_anyway(CLI::App& sub, bool& anyway);

// The rows of agenda, goals and action items: text, who, and what is special about it.
template <typename Row>
void print_task(const Row& row, const std::string& more) {
  std::string text = row.text() + "\n";
  if (!row.person().empty()) text += "with " + row.person() + ", ";
  text += "by " + (row.mine() ? std::string("me") : row.author()) + ", " + row.state() + more;
  if (row.unsent()) text += ", not sent yet";
  if (!row.removed_by().empty()) {
    const bool by_me = row.removed_by() == "you";
    const std::string other = row.person().empty() ? std::string("the other") : row.person();
    text += ", removed by " + row.removed_by() + " while " + (by_me ? other : std::string("you")) +
            " changed it (kith conflicts list)";
  }
  print_item(row.id(), text);
}

}  // namespace kith::cli
