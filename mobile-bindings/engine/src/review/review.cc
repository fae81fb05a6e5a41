// The five steps as guided reviews: questions one after the other, each answer kept at once, so that
// a review can be left at any place and gone on with later, on another device as well. An answer may be
// made into something at once, in the same step.

#include <algorithm>

#include "kith/model/text.h"
#include "methods.h"
#include "network/network_rows.h"
#include "network/steps.h"
#include "notes/lines.h"
#include "review/making.h"
#include "session/input.h"

namespace kith::engine {
namespace {

namespace n = network;
namespace review_field = model::review;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

Result<const n::StepRow*> step_input(const std::string& text) {
  std::string codes;
  const std::string wanted = model::fold(text);
  for (const n::StepRow& row : n::steps()) {
    const std::string number = std::to_string(static_cast<int>(row.step) + 1);
    if (text == number || wanted == row.code || wanted == model::fold(row.name)) return &row;
    codes += (codes.empty() ? "" : ", ") + number + " " + std::string(row.code);
  }
  return fail(Code::INVALID_ARGUMENT, worded("the step is one of {0}", codes));
}

model::FieldNumber answer_field(std::size_t question) {
  return static_cast<model::FieldNumber>(review_field::kAnswers + question);
}

api::ReviewReply reply(const n::StepRow& step, const model::Record& record) {
  api::ReviewReply out;
  if (!record.id.is_zero()) out.set_id(record.id.hex());
  out.set_step(std::string(step.code));
  out.set_name(std::string(step.name));
  out.set_state(record.text(review_field::kState));
  out.set_created_ms(static_cast<double>(record.integer(review_field::kCreated)));
  for (std::size_t i = 0; i < step.questions.size(); ++i) {
    api::ReviewQuestion* row = out.add_questions();
    row->set_number(static_cast<std::uint32_t>(i + 1));
    row->set_question(std::string(step.questions[i]));
    row->set_answer(record.text(answer_field(i)));
    if (row->answer().empty() && out.next() == 0) out.set_next(row->number());
  }
  return out;
}

// The one that is not finished, if there is one.
Result<model::Record> open_review(Session& session, const n::StepRow& step) {
  KITH_TRY(const std::vector<Shown> all, reviews(session));
  for (const Shown& shown : all) {
    if (shown.record.text(review_field::kStep) == step.code && is_open_review(shown.record)) return shown.record;
  }
  return model::Record{};
}

// The one that is not finished, or else the last one that was.
Result<model::Record> newest_review(Session& session, const n::StepRow& step) {
  KITH_TRY(model::Record found, open_review(session, step));
  if (!found.id.is_zero()) return found;
  KITH_TRY(const std::vector<Shown> all, reviews(session));
  for (const Shown& shown : all) {
    if (shown.record.text(review_field::kStep) == step.code) found = shown.record;
  }
  return found;
}

Result<void> check_question(const n::StepRow& step, const api::ReviewRequest& request) {
  const std::size_t count = step.questions.size();
  if (request.question() < 1 || request.question() > count) {
    return fail(Code::INVALID_ARGUMENT, worded("this step has the questions 1 to {0}", count));
  }
  if (request.make().empty() && !request.fields().empty()) {
    return fail(Code::INVALID_ARGUMENT, "fields belong to what an answer is made into: a goal, a need or a candidate");
  }
  return {};
}

// The answer in the review that is open, or in a new one.
client::RecordChange kept_answer(Session& session, const n::StepRow& step, const model::Record& open,
                                 std::uint32_t question, const std::string& text) {
  client::RecordChange out{open.id, Kind::review, {}, false};
  if (open.id.is_zero()) {
    out.id = session.replica->new_id();
    out.fields = {{review_field::kStep, model::Value(std::string(step.code))},
                  {review_field::kState, model::Value("open")},
                  {review_field::kCreated, model::Value(session.clock().wall_ms())}};
  }
  out.fields[answer_field(question - 1)] = text.empty() ? std::optional<model::Value>() : model::Value(text);
  return out;
}

// What was answered before is made into something; the review stays as it is.
Result<api::ReviewReply> make_of_kept(Session& session, const n::StepRow& step, const api::ReviewRequest& request) {
  KITH_TRY(const model::Record review, newest_review(session, step));
  const std::string text = review.text(answer_field(request.question() - 1));
  if (text.empty()) return fail(Code::INVALID_ARGUMENT, "there is no answer yet that something could be made of");
  KITH_TRY(const Making made, make_of(session, request.make(), text, request.fields()));
  KITH_CHECK(session.replica->change(kSelfSpace, made.changes));
  api::ReviewReply out = reply(step, review);
  out.set_made(made.what);
  out.set_made_id(made.id.hex());
  return out;
}

}  // namespace

Result<api::ReviewList> review_list(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<Shown> all, reviews(session));
  api::ReviewList out;
  for (const Shown& shown : all) {
    if (const n::StepRow* step = step_of(shown.record)) *out.add_items() = reply(*step, shown.record);
  }
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const n::StepsSoFar so_far, steps_so_far(session));
  const n::NextStep next = n::next_step(own.network, so_far);
  out.set_suggested(std::string(n::steps()[static_cast<std::size_t>(next.step)].code));
  out.set_why(next.why);
  return out;
}

Result<api::ReviewReply> review_show(Session& session, const api::ReviewRequest& request) {
  KITH_TRY(const n::StepRow* step, step_input(request.step()));
  KITH_TRY(const model::Record open, open_review(session, *step));
  return reply(*step, open);
}

Result<api::ReviewReply> review_answer(Session& session, const api::ReviewRequest& request) {
  KITH_TRY(const n::StepRow* step, step_input(request.step()));
  KITH_CHECK(check_question(*step, request));
  KITH_TRY(const std::string text, free_input(request.answer(), "the answer"));
  const bool makes = !request.make().empty();
  if (makes && text.empty()) return make_of_kept(session, *step, request);
  KITH_TRY(const model::Record open, open_review(session, *step));
  if (open.id.is_zero() && text.empty()) {
    return fail(Code::INVALID_ARGUMENT, "there is no answer yet that could be cleared");
  }
  Making made;
  if (makes) {
    KITH_CHECK(text_input(text, "the answer"));
    KITH_TRY(made, make_of(session, request.make(), text, request.fields()));
  }
  made.changes.push_back(kept_answer(session, *step, open, request.question(), text));
  KITH_CHECK(session.replica->change(kSelfSpace, made.changes));
  KITH_TRY(const model::Record now, open_review(session, *step));
  api::ReviewReply out = reply(*step, now);
  out.set_made(made.what);
  if (makes) out.set_made_id(made.id.hex());
  return out;
}

Result<api::Changed> review_finish(Session& session, const api::ReviewRequest& request) {
  KITH_TRY(const n::StepRow* step, step_input(request.step()));
  KITH_TRY(const model::Record open, open_review(session, *step));
  if (open.id.is_zero()) return fail(Code::NOT_FOUND, "this review is not begun: answer a question first");
  KITH_CHECK(session.replica->edit(kSelfSpace, open.id, {{review_field::kState, model::Value("done")}}));
  return changed(open.id);
}

}  // namespace kith::engine
