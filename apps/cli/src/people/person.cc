#include <cstdio>

#include "description/outline.h"
#include "kith/engine/dictionary.h"
#include "network/vocabulary.h"
#include "output/screen.h"
#include "shapes/doubts.h"
#include "shapes/field_options.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

std::string what_to_me(const api::Person& person) {
  if (person.kind().empty()) return {};
  return person.since().empty() ? person.kind() : person.kind() + " since " + person.since();
}

void print_whole_person(const api::Person& person) {
  print_field("name", person.name());
  print_field("to me", what_to_me(person));
  print_field("e-mail", joined(person.emails(), "\n"));
  print_field("telephone", joined(person.phones(), "\n"));
  print_field("organization", person.organization());
  print_field("birthday", person.birthday());
  print_field("note", person.note());
  print_fields(person.fields());
  for (const std::string& offer : person.offers()) print_field("to offer", offer);
  if (person.kept_properties() > 0) {
    print_field("card", counted(person.kept_properties(), "further property kept", "further properties kept"));
  }
  print_field("id", person.id());
}

void print_persons(const api::PersonList& list) {
  if (list.items().empty()) print_line("Nobody yet: kith person add \"A Name\"");
  for (const api::Person& person : list.items()) {
    const std::string kind = what_to_me(person);
    print_item(person.id(), kind.empty() ? person.name() : person.name() + " (" + kind + ")");
  }
}

void add_card_import(CLI::App& person, Context& context) {
  CLI::App* sub = command(person, "import", "Add chosen cards of a vCard file",
                          "person import contacts.vcf --pick \"Amina Diallo\"");
  auto file = std::make_shared<std::string>();
  auto pick = std::make_shared<std::vector<std::string>>();
  sub->add_option("FILE", *file, "a .vcf file, or - for standard input")->required();
  sub->add_option("--pick", *pick, "the name on a card; may be given again; '*' takes every card")
      ->allow_extra_args(false);
  sub->callback([&context, file, pick] {
    context.command = [&context, file, pick] {
      const auto content = read_file(*file);
      if (!content) return context.show(content.error());
      api::PersonImportRequest request;
      request.set_content(*content);
      for (const std::string& name : *pick) request.add_pick(name);
      return run(context, method::person_import, request, print_imported);
    };
  });
}

struct Edits {
  api::PersonEditRequest request;
  std::string name, organization, note, birthday;
  std::vector<std::string> emails, phones;
  bool as_it_is = false;

  std::vector<std::optional<std::string>> doubts() const {
    std::vector<std::optional<std::string>> out;
    for (const std::string& text : emails) out.push_back(doubt_about_email(text));
    for (const std::string& text : phones) out.push_back(doubt_about_phone(text));
    out.push_back(doubt_about_date("a birthday", birthday, today_text()));
    return out;
  }
};

void add_person_edit(CLI::App& person, Context& context) {
  CLI::App* sub = command(person, "edit", "Change what is known; an empty text clears",
                          "person edit Amina --email amina@example.org");
  auto edits = std::make_shared<Edits>();
  sub->add_option("P", *edits->request.mutable_person(), "name, unique beginning, or id")->required();
  CLI::Option* name = sub->add_option("--name", edits->name, "name");
  CLI::Option* email =
      sub->add_option("--email", edits->emails, "e-mail; may be given again; replaces all")->allow_extra_args(false);
  CLI::Option* phone =
      sub->add_option("--phone", edits->phones, "telephone; may be given again; replaces all")->allow_extra_args(false);
  CLI::Option* org = sub->add_option("--org", edits->organization, "organization");
  CLI::Option* note = sub->add_option("--note", edits->note, "note, or - for standard input");
  CLI::Option* birthday = sub->add_option("--birthday", edits->birthday, "YYYY[-MM[-DD]], or --MM-DD where the year is not known (--birthday=--04-12)");
  add_as_it_is(*sub, edits->as_it_is);
  const auto options = FieldOptions::add(*sub, engine::fields_of("person"));
  sub->callback([=, &context] {
    context.command = [=, &context] {
      api::PersonEditRequest& request = edits->request;
      if (const auto meant = confirm_doubts(context, edits->doubts(), edits->as_it_is); !meant) {
        return context.show(meant.error());
      }
      if (*name) request.set_name(edits->name);
      if (const auto filled = options->fill(request.mutable_fields()); !filled) return context.show(filled.error());
      request.set_set_emails(email->count() > 0);
      request.set_set_phones(phone->count() > 0);
      for (const std::string& text : edits->emails) request.add_emails(text);
      for (const std::string& text : edits->phones) request.add_phones(text);
      if (*org) request.set_organization(edits->organization);
      if (*birthday) request.set_birthday(edits->birthday);
      if (*note) {
        const auto text = text_argument(edits->note);
        if (!text) return context.show(text.error());
        request.set_note(*text);
      }
      return run(context, method::person_edit, request, [](const auto&) { print_line("Changed."); });
    };
  });
}

}  // namespace

void add_person_commands(CLI::App& app, Context& context) {
  CLI::App* person = group(app, "person", "The people in your network");
  CLI::App* add = command(*person, "add", "Add a person", "person add \"Amina Diallo\"");
  auto request = std::make_shared<api::PersonAddRequest>();
  add->add_option("NAME", *request->mutable_name(), "the person's name")->required();
  add->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method::person_add, *request,
                               [](const api::Changed& made) { print_item(made.id(), "added"); });
    };
  });
  add_card_import(*person, context);
  command(*person, "list", "Everybody, by name", "person list")->callback([&context] {
    context.command = [&context] {
      return run(context, method::person_list, api::Empty(), print_persons);
    };
  });
  add_person_command(*person, context, "show", "All that is known of a person", "person show Amina",
                     method::person_show, print_whole_person);
  add_person_edit(*person, context);
  add_person_command(*person, context, "remove", "Remove a person", "person remove Amina", method::person_remove,
                     [](const api::Changed&) { print_line("Removed."); });
}

void add_relationship_commands(CLI::App& app, Context& context) {
  CLI::App* relationship = group(app, "relationship", "What a person is to you");
  CLI::App* set = command(*relationship, "set", "Say what a person is to you",
                          "relationship set Amina --kind mentor --since 2021-03");
  auto request = std::make_shared<api::RelationshipSetRequest>();
  auto since = std::make_shared<std::string>();
  set->add_option("P", *request->mutable_person(), "name, unique beginning, or id")->required();
  set->add_option("--kind", *request->mutable_kind(), "mentor, peer and so on: kith words kinds says what each is")
      ->type_name("WORD")
      ->check(usual_words(words_of_list("kinds")));
  CLI::Option* since_option = set->add_option("--since", *since, "YYYY[-MM[-DD]]; as much as you know");
  auto as_it_is = std::make_shared<bool>(false);
  add_as_it_is(*set, *as_it_is);
  const auto options = FieldOptions::add(*set, engine::fields_of("relationship"));
  set->callback([=, &context] {
    context.command = [=, &context] {
      const auto meant = confirm_doubts(context, {doubt_about_date("a relationship since", *since, today_text())}, *as_it_is);
      if (!meant) return context.show(meant.error());
      if (*since_option) request->set_since(*since);
      if (const auto filled = options->fill(request->mutable_fields()); !filled) return context.show(filled.error());
      return run(context, method::relationship_set, *request, [](const auto&) { print_line("Noted."); });
    };
  });
  add_person_command(*relationship, context, "show", "What a person is to you",
                     "relationship show Amina", method::relationship_show, [](const api::Relationship& row) {
                                       print_field("person", row.person());
                                       print_field("kind", row.kind());
                                       print_field("since", row.since() + (row.age().empty() ? "" : ", " + row.age()));
                                       print_fields(row.fields());
                                       print_field("id", row.id());
                                     });
  add_field_words(*relationship, context, engine::fields_of("relationship"));
}

}  // namespace kith::cli
