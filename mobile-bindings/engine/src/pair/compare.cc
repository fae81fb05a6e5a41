// Sealed compare: what the words mean that two people seal and open. kith/client/compare.h is how.

#include "kith/client/compare.h"

#include <algorithm>

#include "kith/network/compare.h"
#include "methods.h"
#include "network/picture_input.h"
#include "notes/leaving.h"
#include "notes/lines.h"
#include "session/partners.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using client::CompareState;
namespace n = network;

constexpr Wording kOneAnswer = wording("seal one answer: a phase, functions as CODE:received:N, how useful it is from "
                                       "0 to 3, or a passage of the story");

Result<n::Answer> ledger_input(const Texts& marks) {
  if (marks.size() == 1 && marks[0] == n::text_of(n::Ledger())) return n::Answer(n::Ledger());
  KITH_CHECK(functions_input(marks));
  n::Ledger out;
  for (const std::string& mark : marks) KITH_CHECK(n::note_mark(out, mark));
  return n::Answer(out);
}

// Of a passage that was copied from elsewhere, in normal form and with line feeds alone.
Result<n::Answer> passage_input(const std::string& typed) {
  KITH_TRY(std::string text, text_input(typed, "the passage"));
  std::erase(text, '\r');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return n::answer_from(n::kStoryQuestion, text);
}

Result<n::Answer> answer_input(const api::CompareSealRequest& request) {
  const int given = (request.phase().empty() ? 0 : 1) + (request.functions().empty() ? 0 : 1) +
                    (request.has_useful() ? 1 : 0) + (request.passage().empty() ? 0 : 1);
  if (given != 1) return fail(Code::INVALID_ARGUMENT, kOneAnswer);
  if (!request.functions().empty()) return ledger_input(request.functions());
  if (!request.passage().empty()) return passage_input(request.passage());
  if (request.has_useful()) return n::answer_from(n::kUsefulQuestion, std::to_string(request.useful()));
  return n::answer_from(n::kPhaseQuestion, request.phase());
}

struct StateRow {
  CompareState state;
  std::string_view name;
  std::string_view says;
};

constexpr StateRow kStates[] = {
    {CompareState::theirs_ready, "theirs_ready",
     "has sealed an answer and would compare. Nothing tells that you do not answer."},
    {CompareState::waiting, "waiting", "has not sealed an answer that is known here. Yours opens when theirs comes."},
    {CompareState::opened, "opened", "has sealed an answer. Yours is opened; theirs is on its way."},
    {CompareState::open, "open", "and you have both sealed an answer; both are open."},
    {CompareState::broken, "broken", "opened another answer than was sealed. It is not shown; speak with each other."},
};

const StateRow& row_of(CompareState state) { return kStates[static_cast<std::size_t>(state)]; }

// Words that are no answer to the question are not shown, whoever sealed them.
void fill_open(const client::Compared& one, api::Compared* out) {
  const auto mine = n::answer_from(one.question, one.mine);
  const auto theirs = n::answer_from(one.question, one.theirs);
  if (!mine || !theirs) return;
  const auto both = n::compare(*mine, *theirs);
  if (!both) return;
  out->set_theirs(one.theirs);
  out->set_gap(static_cast<std::uint32_t>(both->gap));
  out->set_gap_says(both->words);
  for (const n::ComparedRow& row : both->rows) {
    api::ComparedRow* shown = out->add_rows();
    shown->set_what(row.what);
    shown->set_mine(row.mine);
    shown->set_theirs(row.theirs);
    shown->set_gap(static_cast<std::uint32_t>(row.gap));
  }
  for (const std::string_view question : both->questions) out->add_questions(std::string(question));
}

Result<void> add_pair(Session& session, const People& people, client::SpaceNumber space, api::ComparedList* out) {
  KITH_TRY(const std::vector<client::Compared> all, client::Compare(*session.replica).list(space));
  const std::string name = people.partner_name(space).empty() ? "your partner" : people.partner_name(space);
  for (const client::Compared& one : all) {
    // What a newer version asks, or what was never a question of ours, is not put to anybody.
    if (!n::is_question(one.question)) continue;
    api::Compared* row = out->add_items();
    fill_partner(people, space, row);
    row->set_question(one.question);
    row->set_round(one.round);
    row->set_state(std::string(row_of(one.state).name));
    row->set_says(name + " " + std::string(row_of(one.state).says));
    row->set_mine(one.mine);
    if (one.state == CompareState::open) fill_open(one, row);
  }
  return {};
}

}  // namespace

Result<picture::CompareCardInput> compare_input(Session& session, const std::string& name) {
  KITH_TRY(const model::Record with, person(session, name));
  KITH_TRY(const std::optional<client::Pair> pair, pair_with(session, with.id));
  if (pair && pair->space != 0) {
    KITH_TRY(const std::vector<client::Compared> all, client::Compare(*session.replica).list(pair->space));
    for (const client::Compared& one : all) {
      if (one.state != CompareState::open || one.question != n::kFunctionsQuestion) continue;
      const auto mine = n::answer_from(one.question, one.mine);
      const auto theirs = n::answer_from(one.question, one.theirs);
      if (!mine || !theirs) continue;
      return picture::CompareCardInput{with.text(model::person::kName), std::get<n::Ledger>(*mine).received,
                                       std::get<n::Ledger>(*theirs).given};
    }
  }
  return fail(Code::NOT_FOUND, "no comparison of functions is open with this person",
              {Step::COMPARE_SEAL, {with.text(model::person::kName)}});
}

Result<api::Changed> compare_seal(Session& session, const api::CompareSealRequest& request) {
  KITH_TRY(const n::Answer answer, answer_input(request));
  KITH_TRY(const model::Record with, person(session, request.with()));
  KITH_TRY(const client::SpaceNumber space, pair_space(session, with));
  // Of all answers only a passage is somebody's own words.
  if (const auto* passage = std::get_if<n::Passage>(&answer)) {
    KITH_CHECK(check_leaving(session, space, passage->text, request.anyway()));
  }
  KITH_TRY(const RecordId id, client::Compare(*session.replica).seal(space, std::string(n::question_of(answer)),
                                                                     n::text_of(answer), request.announce()));
  return changed(id);
}

Result<api::ComparedList> compare_list(Session& session, const api::ListRequest& request) {
  KITH_TRY(const RecordId with, list_filter(session, request));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  api::ComparedList out;
  for (const client::SpaceInfo& space : spaces) {
    if (space.number == client::kSelfSpace) continue;
    if (!with.is_zero() && people.partner(space.number) != with) continue;
    KITH_CHECK(add_pair(session, people, space.number, &out));
  }
  return out;
}

}  // namespace kith::engine
