// Everything that this person may read, in one message, with the lists that a face would ask for.
// Nothing in it depends on the moment it is made: the same vault gives the same bytes.

#include "files/whole.h"
#include "kith/interchange/markdown_out.h"
#include "methods.h"
#include "session/fields.h"
#include "session/people.h"

namespace kith::engine {
namespace {

constexpr std::uint32_t kVersion = 1;

// What a list has, whatever method gives it.
template <typename List, typename Rows>
Result<void> add(Result<List> list, Rows* rows) {
  if (!list) return std::move(list).error();
  rows->Swap(list->mutable_items());
  return {};
}

Result<void> add_card_properties(Session& session, api::Export* out) {
  for (api::Person& row : *out->mutable_persons()) {
    KITH_TRY(const model::Record found, person(session, row.id()));
    for (const model::Value& line : found.list(model::person::kCardExtra)) {
      if (line.text() != nullptr) row.add_card_properties(*line.text());
    }
  }
  return {};
}

// What a face would list; the records behind it come with everything().
Result<api::Export> lists(Session& session) {
  api::Export out;
  out.set_format("kith-export");
  out.set_version(kVersion);
  KITH_TRY(const Me self, me(session));
  out.set_id(self.id.hex());
  out.set_name(self.name);
  KITH_CHECK(add(person_list(session, {}), out.mutable_persons()));
  KITH_CHECK(add_card_properties(session, &out));
  KITH_CHECK(add(log_list(session, {}), out.mutable_conversations()));
  KITH_CHECK(add(note_list(session, {}), out.mutable_notes()));
  KITH_CHECK(add(goal_list(session, {}), out.mutable_goals()));
  KITH_CHECK(add(action_list(session, {}), out.mutable_actions()));
  KITH_CHECK(add(agenda_list(session, {}), out.mutable_agenda()));
  KITH_CHECK(add(share_list(session, {}), out.mutable_shared()));
  KITH_CHECK(add(compare_list(session, {}), out.mutable_compared()));
  return out;
}

using Markdown = interchange::MarkdownWriter;

void labelled(Markdown& out, std::string_view label, const std::string& text) {
  if (!text.empty()) out.labelled(label, text);
}

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

void add_fields(Markdown& out, const google::protobuf::RepeatedPtrField<api::FactField>& fields) {
  for (const api::FactField& field : fields) labelled(out, field.name(), field.text());
}

void add_persons(Markdown& out, const api::Export& all) {
  out.section("Persons");
  for (const api::Person& row : all.persons()) {
    out.heading(3, row.name());
    labelled(out, "is my", row.kind());
    labelled(out, "since", row.since());
    labelled(out, "organization", row.organization());
    labelled(out, "mail", joined(row.emails()));
    labelled(out, "phone", joined(row.phones()));
    labelled(out, "birthday", row.birthday());
    add_fields(out, row.fields());
    if (!row.note().empty()) out.quoted(row.note());
  }
}

void add_conversations(Markdown& out, const api::Export& all) {
  out.section("Conversations (private)");
  for (const api::LogEntry& row : all.conversations()) {
    out.heading(3, row.when() + ", with " + joined(row.with()));
    labelled(out, "medium", row.medium());
    labelled(out, "functions", joined(row.functions()));
    labelled(out, "next", row.next());
    add_fields(out, row.fields());
    if (!row.note().empty()) out.quoted(row.note());
  }
}

template <typename Rows>
void add_tasks(Markdown& out, std::string_view title, const Rows& rows) {
  out.section(title);
  for (const auto& row : rows) {
    out.item(row.text() + " (" + row.state() + (row.person().empty() ? "" : ", with " + row.person()) + ")");
  }
}

Result<void> add_facts(Session& session, Markdown& out) {
  for (const facts::FactKind& kind : facts::fact_kinds()) {
    api::FactListRequest request;
    request.set_kind(std::string(kind.noun));
    KITH_TRY(const api::FactList list, fact_list(session, request));
    if (list.items().empty()) continue;
    out.section(kind.help);
    for (const api::Fact& fact : list.items()) {
      std::string text;
      for (const api::FactField& field : fact.fields()) text += (text.empty() ? "" : "; ") + field.name() + ": " + field.text();
      out.item(text);
    }
  }
  return {};
}

Result<void> add_stories(Session& session, Markdown& out) {
  KITH_TRY(const api::StoryList list, story_list(session, {}));
  if (list.items().empty()) return {};
  out.section("Stories of relationships (private)");
  for (const api::StoryReply& story : list.items()) {
    out.heading(3, story.person().empty() ? "(removed)" : story.person());
    for (const api::StoryPart& part : story.parts()) {
      if (part.answer().empty()) continue;
      out.paragraph(part.title() + ":");
      out.quoted(part.answer());
    }
    labelled(out, "felt then", joined(story.feelings_then()));
    labelled(out, "felt now", joined(story.feelings_now()));
  }
  return {};
}

void add_compared(Markdown& out, const api::Export& all) {
  out.section("Sealed compare");
  for (const api::Compared& row : all.compared()) {
    std::string text = row.question() + ", round " + std::to_string(row.round()) + ", with " + row.person();
    if (!row.mine().empty()) text += "; mine: " + row.mine();
    out.item(text + (row.theirs().empty() ? "" : "; theirs: " + row.theirs()));
  }
}

}  // namespace

Result<api::Export> vault_export(Session& session, const api::Empty&) {
  KITH_TRY(api::Export out, lists(session));
  KITH_CHECK(export_records(session, &out));
  return out;
}

// For reading: whatever a person wrote stays text, whichever program shows it.
Result<api::TextOut> export_markdown(Session& session, const api::Empty&) {
  KITH_TRY(const api::Export all, lists(session));
  Markdown out;
  out.title("What " + all.name() + " keeps in Kith");
  out.paragraph("This file is not encrypted.");
  add_persons(out, all);
  add_conversations(out, all);
  out.section("Notes (private)");
  for (const api::Note& row : all.notes()) {
    if (!row.about().empty()) out.paragraph("About " + row.about() + ":");
    out.quoted(row.text());
  }
  add_tasks(out, "Goals", all.goals());
  add_tasks(out, "Action items", all.actions());
  add_tasks(out, "Agenda", all.agenda());
  out.section("Shared passages");
  for (const api::Shared& row : all.shared()) {
    out.paragraph(row.author() + ", with " + row.person() + ":");
    out.quoted(row.text());
  }
  add_compared(out, all);
  KITH_CHECK(add_stories(session, out));
  KITH_CHECK(add_facts(session, out));
  api::TextOut reply;
  reply.set_content(out.text());
  return reply;
}

}  // namespace kith::engine
