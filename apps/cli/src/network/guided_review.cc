#include "network/guided_review.h"

#include <algorithm>
#include <cctype>

#include "kith/engine/dictionary.h"
#include "output/screen.h"
#include "terminal/question.h"

namespace kith::cli {
namespace {


struct Way {
  std::string_view letter;
  std::string_view what;
};
constexpr Way kWays[] = {{"g", "goal"}, {"n", "need"}, {"c", "candidate"}, {"t", "note"}};

const api::FieldDescription& functions() {
  for (const api::KindDescription& kind : engine::fact_dictionary().items()) {
    if (kind.kind() != "need") continue;
    for (const api::FieldDescription& field : kind.fields()) {
      if (field.name() == "function") return field;
    }
  }
  static const api::FieldDescription kNone;
  return kNone;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

// Empty: none is meant after all. Nothing: the input ended.
Result<std::optional<std::string>> ask_function(Context& context) {
  const api::FieldDescription& known = functions();
  std::string all;
  for (const std::string& code : known.choices()) all += (all.empty() ? "" : ", ") + code;
  print_line("Which function? " + all + " (kith need words says what they are; Enter: none of them)");
  while (true) {
    KITH_TRY(const auto typed, typed_answer(context, "function>"));
    if (!typed || typed->empty()) return typed;
    const std::string code = upper(*typed);
    if (std::find(known.choices().begin(), known.choices().end(), code) != known.choices().end()) return std::optional(code);
    print_line("None of them is called so.");
  }
}

// What was kept a moment ago is made into something.
Result<void> make(Context& context, api::ReviewRequest request, std::string_view what) {
  request.clear_answer();
  request.set_make(std::string(what));
  if (what == "need") {
    KITH_TRY(const auto function, ask_function(context));
    if (!function || function->empty()) return {};
    api::FactField* field = request.add_fields();
    field->set_name("function");
    field->add_values(*function);
  }
  const auto made = engine::review_answer(*context.opened, request);
  if (!made) {
    if (!is_mistyped(made.error()) && made.error().code != Code::ALREADY_EXISTS) return made.error();
    context.show(made.error());
    return {};
  }
  print_item(made->made_id(), "a " + made->made() + " now");
  if (made->made() == "candidate") {
    print_line("Once enlisted: kith candidate edit " + made->made_id().substr(0, kIdDigits) +
               " --state enlisted --kind mentor");
  }
  return {};
}

// Whether it goes on: the end of the input, or q, leaves here as everywhere.
Result<bool> offer(Context& context, const api::ReviewRequest& request) {
  print_line("Make it a goal (g), a need (n), a candidate (c), a note (t), or go on (Enter)?");
  while (true) {
    KITH_TRY(const auto typed, typed_answer(context, "g/n/c/t>"));
    if (!typed || *typed == kLeave) return false;
    if (typed->empty()) return true;
    for (const Way& way : kWays) {
      if (*typed != way.letter && *typed != way.what) continue;
      KITH_CHECK(make(context, request, way.what));
      return true;
    }
    print_line("One letter: g, n, c or t; Enter goes on.");
  }
}

// Whether it goes on with the next question.
Result<bool> ask(Context& context, const std::string& step, const api::ReviewQuestion& row) {
  print_line(std::to_string(row.number()) + ". " + row.question());
  api::ReviewRequest request;
  request.set_step(step);
  request.set_question(row.number());
  KITH_TRY(const Typed done, ask_until_kept(context, [&](const std::string& text) {
             request.set_answer(text);
             return engine::review_answer(*context.opened, request);
           }));
  if (done == Typed::kept) return offer(context, request);
  return done == Typed::skipped;
}

Result<void> finish(Context& context, const api::ReviewRequest& request) {
  if (!says_yes(context, "Every question has an answer. Is this step done?")) {
    print_line("It stays open: kith review " + request.step() + " --finish");
    return {};
  }
  KITH_CHECK(engine::review_finish(*context.opened, request));
  KITH_TRY(const api::ReviewList list, engine::review_list(*context.opened));
  print_line("Done. Next: kith review " + list.suggested() + " (" + list.why() + ")");
  return {};
}

Result<void> guide(Context& context, const api::ReviewReply& review) {
  if (review.next() != 0) print_line(review.name() + ". Enter leaves a question for later, q leaves; each answer is kept.");
  bool goes_on = true;
  for (const api::ReviewQuestion& row : review.questions()) {
    if (!goes_on || !row.answer().empty()) continue;
    KITH_TRY(goes_on, ask(context, review.step(), row));
  }
  api::ReviewRequest request;
  request.set_step(review.step());
  KITH_TRY(const api::ReviewReply now, engine::review_show(*context.opened, request));
  if (goes_on && now.next() == 0) return finish(context, request);
  print_line("It goes on where you left: kith review " + review.step());
  return {};
}

}  // namespace

int guide_review(Context& context, const api::ReviewReply& review) {
  const auto done = guide(context, review);
  return done ? 0 : context.show(done.error());
}

}  // namespace kith::cli
