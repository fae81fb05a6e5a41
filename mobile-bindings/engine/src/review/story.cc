// The story of a relationship as its owner tells it: five parts, each kept at once, so that it can be
// left at any place and gone on with later. It lives in the own space and is in nobody else's; what a
// partner may see of it is one passage, sealed with "compare.seal".

#include "kith/network/story.h"

#include <algorithm>

#include "methods.h"
#include "notes/lines.h"
#include "session/fields.h"
#include "session/input.h"
#include "session/people.h"

namespace kith::engine {
namespace {

namespace n = network;
namespace story_field = model::story;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

// Where I stand with that person now; neither, where nothing is said.
Result<n::Side> side_with(Session& session, const RecordId& person) {
  KITH_TRY(const AccountRead own, account(session));
  const n::Developer* who = facts::anybody(*own, person);
  if (who == nullptr || !who->tie.kind) return n::Side::neither;
  return n::my_side(*who->tie.kind);
}

// Oldest first. Two devices that began one each without the other leave two of a person: the older one
// is told on, the other stays in the list.
Result<std::vector<Shown>> stories(Session& session) {
  return oldest_first(session, Kind::story, story_field::kCreated);
}

// With the zero id where none is begun.
Result<model::Record> story_with(Session& session, const RecordId& person) {
  KITH_TRY(const std::vector<Shown> all, stories(session));
  for (const Shown& shown : all) {
    if (shown.record.ref(story_field::kPerson) == person) return shown.record;
  }
  model::Record none;
  none.kind = Kind::story;
  none.fields[story_field::kPerson] = model::Value(person);
  return none;
}

model::FieldNumber part_field(std::size_t part) {
  return static_cast<model::FieldNumber>(story_field::kParts + part - 1);
}

void add_feelings(const model::Record& record, model::FieldNumber field, Texts* out) {
  for (const model::Value& feeling : record.list(field)) {
    if (feeling.text() != nullptr) out->Add(std::string(*feeling.text()));
  }
}

Result<api::StoryReply> told(Session& session, const People& people, const model::Record& record) {
  const RecordId person = record.ref(story_field::kPerson);
  KITH_TRY(const n::Side side, side_with(session, person));
  api::StoryReply out;
  if (!record.id.is_zero()) out.set_id(record.id.hex());
  out.set_person(people.name(person));
  out.set_person_id(person.hex());
  out.set_state(record.text(story_field::kState));
  out.set_created_ms(static_cast<double>(record.integer(story_field::kCreated)));
  std::uint32_t number = 0;
  for (const n::StoryPart& part : n::story_parts(side)) {
    api::StoryPart* row = out.add_parts();
    row->set_number(++number);
    row->set_title(std::string(part.title));
    row->set_question(std::string(part.question));
    row->set_answer(record.text(part_field(number)));
    if (row->answer().empty() && out.next() == 0) out.set_next(number);
  }
  add_feelings(record, story_field::kFeelingsThen, out.mutable_feelings_then());
  add_feelings(record, story_field::kFeelingsNow, out.mutable_feelings_now());
  return out;
}

Result<std::optional<model::Value>> feelings_input(const Texts& words, Literal<0> what) {
  if (words.size() > kMaxListItems) return fail(Code::INVALID_ARGUMENT, "too many feelings");
  model::List out;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    const auto feeling = n::from_code<n::Feeling>(word);
    if (!feeling) return fail(Code::INVALID_ARGUMENT, worded("{0}: {1}", what, feeling.error().message));
    const model::Value code(std::string(n::term(*feeling).code));
    if (std::find(out.begin(), out.end(), code) == out.end()) out.push_back(code);
  }
  if (out.empty()) return std::optional<model::Value>();
  return std::optional(model::Value(std::move(out)));
}

// What a request says; nothing in it is an error.
Result<client::FieldEdits> told_now(const api::StoryRequest& request) {
  client::FieldEdits edits;
  if (request.part() > n::kStoryParts || (request.part() == 0 && !request.answer().empty())) {
    return fail(Code::INVALID_ARGUMENT, worded("a story has the parts 1 to {0}", n::kStoryParts));
  }
  if (request.part() > 0) {
    KITH_TRY(const std::string text, free_input(request.answer(), "the answer"));
    edits[part_field(request.part())] = text.empty() ? std::optional<model::Value>() : model::Value(text);
  }
  if (request.set_feelings()) {
    KITH_TRY(edits[story_field::kFeelingsThen], feelings_input(request.feelings_then(), "what you felt then"));
    KITH_TRY(edits[story_field::kFeelingsNow], feelings_input(request.feelings_now(), "what you feel now"));
  }
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing is told: give a part and its answer, or feelings");
  return edits;
}

// The first answer begins it, and with whoever is nothing to me yet there is no relationship to tell of.
Result<void> begin_story(Session& session, const RecordId& person, client::FieldEdits& edits) {
  KITH_TRY(const AccountRead own, account(session));
  KITH_CHECK(developer(*own, person));
  const bool any = std::any_of(edits.begin(), edits.end(), [](const auto& edit) { return edit.second.has_value(); });
  if (!any) return fail(Code::INVALID_ARGUMENT, "there is nothing yet that could be cleared");
  edits[story_field::kPerson] = model::Value(person);
  edits[story_field::kState] = model::Value("open");
  edits[story_field::kCreated] = model::Value(session.clock().wall_ms());
  return {};
}

}  // namespace

Result<api::StoryReply> story_show(Session& session, const api::StoryRequest& request) {
  KITH_TRY(const model::Record who, person(session, request.person()));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const model::Record record, story_with(session, who.id));
  return told(session, people, record);
}

Result<api::StoryReply> story_answer(Session& session, const api::StoryRequest& request) {
  KITH_TRY(const model::Record who, person(session, request.person()));
  KITH_TRY(client::FieldEdits edits, told_now(request));
  KITH_TRY(const model::Record before, story_with(session, who.id));
  RecordId id = before.id;
  if (id.is_zero()) {
    KITH_CHECK(begin_story(session, who.id, edits));
    id = session.replica->new_id();
  }
  KITH_CHECK(session.replica->change(kSelfSpace, {{id, Kind::story, edits, false}}));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const model::Record now, story_with(session, who.id));
  return told(session, people, now);
}

Result<api::Changed> story_finish(Session& session, const api::StoryRequest& request) {
  KITH_TRY(const model::Record who, person(session, request.person()));
  KITH_TRY(const model::Record record, story_with(session, who.id));
  if (record.id.is_zero()) return fail(Code::NOT_FOUND, "this story is not begun: tell a part of it first");
  KITH_CHECK(session.replica->edit(kSelfSpace, record.id, {{story_field::kState, model::Value("done")}}));
  return changed(record.id);
}

Result<api::StoryList> story_list(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<Shown> all, stories(session));
  KITH_TRY(const People people, People::read(session));
  api::StoryList out;
  for (const Shown& shown : all) {
    KITH_TRY(*out.add_items(), told(session, people, shown.record));
  }
  return out;
}

Result<api::Changed> story_remove(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::story);
}

}  // namespace kith::engine
