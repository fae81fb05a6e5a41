// The facts of the dictionary, each as a noun with add, list, show, edit and remove.

#include <algorithm>
#include <cstdio>

#include "kith/engine/dictionary.h"
#include "shapes/field_options.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

using Kind = api::KindDescription;

void print_fact(const api::Fact& fact) {
  print_fields(fact.fields());
  print_field("id", fact.id());
}

// "person=Bo; what=how we ship" as options: --person Bo --what "how we ship".
std::string options_of(const std::string& example) {
  std::string out;
  std::size_t at = 0;
  while (at < example.size()) {
    const std::size_t end = std::min(example.find("; ", at), example.size());
    const std::size_t equals = example.find('=', at);
    std::string name = example.substr(at, equals - at);
    std::replace(name.begin(), name.end(), '_', '-');
    const std::string value = example.substr(equals + 1, end - equals - 1);
    out += " --" + name + " " + (value.find(' ') == std::string::npos ? value : "\"" + value + "\"");
    at = end + 2;
  }
  return out;
}

void add_add(CLI::App& noun, Context& context, const Kind& kind) {
  CLI::App* sub = command(noun, "add", "Note one", kind.kind() + " add" + options_of(kind.example()));
  const auto options = FieldOptions::add(*sub, kind);
  sub->callback([=, &context, &kind] {
    context.command = [=, &context, &kind] {
      api::FactAddRequest request;
      request.set_kind(kind.kind());
      if (const auto filled = options->fill(request.mutable_fields()); !filled) return context.show(filled.error());
      return run(context, method::fact_add, request,
                               [](const api::Changed& made) { print_item(made.id(), "noted"); });
    };
  });
}

void add_edit(CLI::App& noun, Context& context, const Kind& kind) {
  CLI::App* sub = command(noun, "edit", "Change one; an empty text clears", kind.kind() + " edit ID --help");
  auto id = std::make_shared<std::string>();
  sub->add_option("ID", *id, kIdHelp)->required();
  const auto options = FieldOptions::add(*sub, kind);
  sub->callback([=, &context, &kind] {
    context.command = [=, &context, &kind] {
      api::FactEditRequest request;
      request.set_kind(kind.kind());
      request.set_id(*id);
      if (const auto filled = options->fill(request.mutable_fields()); !filled) return context.show(filled.error());
      return run(context, method::fact_edit, request, [](const auto&) { print_line("Changed."); });
    };
  });
}

void add_list(CLI::App& noun, Context& context, const Kind& kind) {
  CLI::App* sub = command(noun, "list", "All of them", kind.kind() + " list");
  auto request = std::make_shared<api::FactListRequest>();
  request->set_kind(kind.kind());
  sub->add_option("--person", *request->mutable_person(), "only what concerns this person");
  sub->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method::fact_list, *request, [](const api::FactList& list) {
        if (list.items().empty()) print_line("None yet.");
        bool first = true;
        for (const api::Fact& fact : list.items()) {
          if (!first) std::printf("\n");
          first = false;
          print_fact(fact);
        }
      });
    };
  });
}

template <typename Reply, typename Human>
void add_by_id(CLI::App& noun, Context& context, const Kind& kind, const std::string& name, const std::string& help,
               const engine::Call<api::FactIdRequest, Reply>& method, Human human) {
  CLI::App* sub = command(noun, name, help, kind.kind() + " " + name + " ID");
  auto request = std::make_shared<api::FactIdRequest>();
  request->set_kind(kind.kind());
  sub->add_option("ID", *request->mutable_id(), kIdHelp)->required();
  sub->callback([=, &context] {
    context.command = [=, &context] { return run(context, method, *request, human); };
  });
}

}  // namespace

void add_fact_commands(CLI::App& app, Context& context) {
  for (const Kind& kind : engine::fact_dictionary().items()) {
    CLI::App* noun = group(app, kind.kind(), kind.help());
    add_add(*noun, context, kind);
    add_list(*noun, context, kind);
    add_field_words(*noun, context, kind);
    add_by_id(*noun, context, kind, "show", "One of them", method::fact_show, print_fact);
    add_edit(*noun, context, kind);
    add_by_id(*noun, context, kind, "remove", "Remove one; kith bin keeps it for 30 days", method::fact_remove,
              [](const api::Changed&) { print_line("Removed."); });
  }
}

void add_profile_commands(CLI::App& app, Context& context) {
  CLI::App* me = group(app, "me", "What you say of yourself");
  add_plain_command(*me, context, "show", "Your profile", "me show", method::profile_show,
                    [](const api::Profile& profile) {
                                    print_field("name", profile.name());
                                    print_fields(profile.fields());
                                    print_field("id", profile.id());
                                  });
  CLI::App* edit = command(*me, "edit", "Change it; an empty text clears", "me edit --career-stage advancement --level 2");
  const auto options = FieldOptions::add(*edit, engine::fields_of("profile"));
  edit->callback([=, &context] {
    context.command = [=, &context] {
      api::ProfileEditRequest request;
      if (const auto filled = options->fill(request.mutable_fields()); !filled) return context.show(filled.error());
      return run(context, method::profile_edit, request, [](const auto&) { print_line("Changed."); });
    };
  });
}

void add_agreement_commands(CLI::App& app, Context& context) {
  CLI::App* agreement = group(app, "agreement", "What you and your partner have agreed on");
  CLI::App* show = command(*agreement, "show", "The agreement of a pair", "agreement show --with Amina");
  auto shown = std::make_shared<api::ListRequest>();
  show->add_option("--with", *shown->mutable_with(), "the person you are paired with")->required();
  show->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method::agreement_show, *shown, [](const api::Agreement& row) {
        print_field("with", row.person());
        print_fields(row.fields());
        print_field("id", row.id());
      });
    };
  });
  CLI::App* set = command(*agreement, "set", "Agree on something; both of the pair see and edit it",
                          "agreement set --with Amina --frequency weekly --next-date 2026-12-01");
  auto request = std::make_shared<api::AgreementRequest>();
  auto anyway = std::make_shared<bool>(false);
  set->add_option("--with", *request->mutable_with(), "the person you are paired with")->required();
  add_anyway(*set, *anyway);
  const auto options = FieldOptions::add(*set, engine::fields_of("agreement"));
  set->callback([=, &context] {
    context.command = [=, &context] {
      if (const auto filled = options->fill(request->mutable_fields()); !filled) return context.show(filled.error());
      request->set_anyway(*anyway);
      return run(context, method::agreement_set, *request, [](const auto&) { print_line("Noted for both."); });
    };
  });
}

}  // namespace kith::cli
