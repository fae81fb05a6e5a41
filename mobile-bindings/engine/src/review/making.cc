#include "review/making.h"

#include "kith/model/text.h"
#include "kith/network/terms.h"
#include "network/candidate.h"
#include "network/fact.h"
#include "notes/lines.h"
#include "session/input.h"

namespace kith::engine {
namespace {

using client::FieldEdits;
using model::Kind;
using model::trimmed;

constexpr std::int64_t kUsualImportance = 2;

FieldEdits edits_of(client::Fields fields) { return {fields.begin(), fields.end()}; }

void set_if_absent(FieldEdits& edits, model::FieldNumber number, model::Value value) {
  if (!edits.contains(number)) edits[number] = std::move(value);
}

Result<FieldEdits> goal_of(Session& session, const std::string& text, const FactFields& fields) {
  KITH_TRY(FieldEdits edits, fields_input(session, facts::goal_rows(), fields));
  edits.merge(edits_of(new_task(session, text)));
  return edits;
}

Result<FieldEdits> note_of(const Session& session, const std::string& text, const FactFields& fields) {
  if (!fields.empty()) return fail(Code::INVALID_ARGUMENT, "a note has no other fields: it is the answer as it stands");
  return FieldEdits{{model::note::kText, model::Value(text)},
                    {model::note::kCreated, model::Value(session.clock().wall_ms())}};
}

Result<FieldEdits> need_of(Session& session, const std::string& text, const FactFields& fields) {
  KITH_TRY(FieldEdits edits, fields_input(session, facts::find_fact(Kind::need)->fields, fields));
  if (!edits.contains(model::need::kFunction)) {
    return fail(Code::INVALID_ARGUMENT, "a need is of a function: say which one, in the field `function`");
  }
  set_if_absent(edits, model::need::kImportance, model::Value(kUsualImportance));
  set_if_absent(edits, model::need::kNote, model::Value(text));
  return edits;
}

// Where the name is given apart, the whole answer says why.
Result<FieldEdits> candidate_of(Session& session, const std::string& text, const FactFields& fields) {
  namespace field = model::candidate;
  KITH_TRY(FieldEdits edits, fields_input(session, facts::find_fact(Kind::candidate)->fields, fields));
  set_if_absent(edits, field::kState, model::Value(std::string(network::term(network::CandidateState::idea).code)));
  std::string why = trimmed(text);
  if (!edits.contains(field::kWho)) {
    const std::string line = trimmed(why.substr(0, why.find('\n')));
    const std::string who = model::beginning_of(line, kMaxNameBytes);
    // A line that is longer than a name stands whole in the reasons.
    why = who == line ? trimmed(why.substr(line.size())) : why;
    edits[field::kWho] = model::Value(who);
  }
  if (!why.empty()) set_if_absent(edits, field::kWhy, model::Value(std::move(why)));
  return edits;
}

Result<Making> fact_of(Session& session, Kind kind, FieldEdits edits) {
  const facts::FactKind& fact = *facts::find_fact(kind);
  const model::Record fresh{session.replica->new_id(), kind, set_fields(edits)};
  KITH_CHECK(check_fact(session, fact, fresh));
  Making out{std::string(fact.noun), fresh.id, {}};
  if (kind == Kind::candidate) {
    KITH_TRY(out.changes, put_on_the_map(session, fresh, edits));
  }
  out.changes.push_back({fresh.id, kind, std::move(edits), false});
  return out;
}

Making line_of(Session& session, std::string what, Kind kind, FieldEdits edits) {
  const RecordId id = session.replica->new_id();
  return {std::move(what), id, {{id, kind, std::move(edits), false}}};
}

}  // namespace

Result<Making> make_of(Session& session, const std::string& what, const std::string& text, const FactFields& fields) {
  KITH_TRY(const std::string kind, choice_input(what, {"goal", "need", "candidate", "note"}, "what it is made into"));
  if (kind == "goal") {
    KITH_TRY(FieldEdits edits, goal_of(session, text, fields));
    return line_of(session, kind, Kind::goal, std::move(edits));
  }
  if (kind == "note") {
    KITH_TRY(FieldEdits edits, note_of(session, text, fields));
    return line_of(session, kind, Kind::note, std::move(edits));
  }
  if (kind == "need") {
    KITH_TRY(FieldEdits edits, need_of(session, text, fields));
    return fact_of(session, Kind::need, std::move(edits));
  }
  KITH_TRY(FieldEdits edits, candidate_of(session, text, fields));
  return fact_of(session, Kind::candidate, std::move(edits));
}

}  // namespace kith::engine
