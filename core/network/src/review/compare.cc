#include "kith/network/compare.h"

#include <algorithm>
#include <cstdlib>

#include "kith/model/text.h"

namespace kith::network {
namespace {

constexpr std::string_view kNothingFelt = "none";
constexpr std::array<std::string_view, 4> kUsefulWords = {"not at all", "a little", "useful", "very useful"};

using Three = std::array<std::string_view, 3>;
constexpr Three kSamePhase = {"What made each of you choose this phase?",
                              "What do you want to keep as it is for now?",
                              "What would tell you both that it has moved on?"};
constexpr Three kOtherPhase = {"What does each of you see that the other one does not?",
                               "Since when has it felt like that to you?",
                               "What would you wish for, seen from where you stand?"};
constexpr Three kSameFunctions = {"Which of these matters most to each of you now?",
                                  "Is there something that either of you would like and that is not on the list?",
                                  "What may become less, so that there is room?"};
constexpr Three kOtherFunctions = {"Where you are furthest apart: when was it there, or missing?",
                                   "What was given without being noticed?",
                                   "What would each of you like more of, and what less?"};
constexpr Three kSameUse = {"What made it so for each of you?", "What was the best hour of it?",
                            "What should the next months bring?"};
constexpr Three kOtherUse = {"What would have made it more useful?", "What did each of you hope for at first?",
                             "What do you want to try differently next time?"};

constexpr Three kStories = {"What does the other account tell that is new to you?",
                            "Which moment stands in both, and what was it like for each of you?",
                            "What would you like to add, now that you have read both?"};

void add_marks(std::string& out, const Intensities& of, std::string_view direction) {
  for (std::size_t i = 0; i < kFunctionCount; ++i) {
    if (of.of[i] == 0) continue;
    out += (out.empty() ? "" : " ") + std::string(code_of(static_cast<Function>(i))) + ":" + std::string(direction) +
           ":" + std::to_string(of.of[i]);
  }
}

Result<Answer> ledger_from(std::string_view text) {
  Ledger out;
  if (text == kNothingFelt) return Answer(out);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    KITH_CHECK(note_mark(out, text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return Answer(out);
}

Result<Answer> passage_from(std::string_view text) {
  if (text.find_first_not_of(" \n") == std::string_view::npos) {
    return fail(Code::INVALID_ARGUMENT, "the passage is empty");
  }
  if (text.size() > kMaxPassageBytes) {
    return fail(Code::INVALID_ARGUMENT, worded("the passage is longer than {0} bytes", kMaxPassageBytes));
  }
  const bool plain = model::is_valid_utf8(text) && model::without_controls(text) == text;
  if (!plain || text.find_first_of("\r\t") != std::string_view::npos) {
    return fail(Code::INVALID_ARGUMENT, "a passage is plain text: no control characters but line ends");
  }
  return Answer(Passage{std::string(text)});
}

Result<Answer> read(std::string_view question, std::string_view text) {
  if (question == kPhaseQuestion) {
    KITH_TRY(const Phase phase, from_code<Phase>(text));
    return Answer(phase);
  }
  if (question == kFunctionsQuestion) return ledger_from(text);
  if (question == kStoryQuestion) return passage_from(text);
  if (question == kUsefulQuestion && text.size() == 1 && text[0] >= '0' && text[0] <= '3') {
    return Answer(Usefulness{static_cast<std::uint8_t>(text[0] - '0')});
  }
  return fail(Code::INVALID_ARGUMENT, "this is no answer to a question that can be compared");
}

std::string steps(int gap, std::string_view what) {
  return std::to_string(gap) + " " + std::string(what) + (gap == 1 ? "" : "s");
}

Comparison compare_phases(Phase mine, Phase theirs) {
  Comparison out;
  out.gap = std::abs(static_cast<int>(mine) - static_cast<int>(theirs));
  out.rows.push_back({"phase", std::string(term(mine).term), std::string(term(theirs).term), out.gap});
  out.words = out.gap == 0 ? "you see the same phase" : "you are " + steps(out.gap, "phase") + " apart";
  out.questions = out.gap == 0 ? kSamePhase : kOtherPhase;
  return out;
}

void add_rows(Comparison& out, const Intensities& mine, const Intensities& theirs, std::string_view what) {
  for (std::size_t i = 0; i < kFunctionCount; ++i) {
    const int gap = std::abs(mine.of[i] - theirs.of[i]);
    if (mine.of[i] == 0 && theirs.of[i] == 0) continue;
    out.rows.push_back({std::string(term_of(static_cast<Function>(i))) + ", " + std::string(what),
                        std::to_string(mine.of[i]), std::to_string(theirs.of[i]), gap});
  }
}

Comparison compare_ledgers(const Ledger& mine, const Ledger& theirs) {
  Comparison out;
  add_rows(out, mine.received, theirs.given, "from them to me");
  add_rows(out, mine.given, theirs.received, "from me to them");
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [](const ComparedRow& a, const ComparedRow& b) { return a.gap > b.gap; });
  out.gap = out.rows.empty() ? 0 : out.rows.front().gap;
  out.questions = out.gap == 0 ? kSameFunctions : kOtherFunctions;
  const auto differ = std::count_if(out.rows.begin(), out.rows.end(), [](const ComparedRow& r) { return r.gap > 0; });
  out.words = differ == 0 ? "you see the same functions, as strongly"
                          : "you see " + steps(static_cast<int>(differ), "function") + " differently, most of all " +
                                out.rows.front().what;
  return out;
}

Comparison compare_use(Usefulness mine, Usefulness theirs) {
  Comparison out;
  out.gap = std::abs(mine.of - theirs.of);
  out.rows.push_back({"how useful it is", std::string(kUsefulWords[mine.of]), std::string(kUsefulWords[theirs.of]),
                      out.gap});
  out.words = out.gap == 0 ? "you find it as useful as each other" : "you are " + steps(out.gap, "step") + " apart";
  out.questions = out.gap == 0 ? kSameUse : kOtherUse;
  return out;
}

// What differs between two stories is theirs to find.
Comparison compare_stories() {
  Comparison out;
  out.words = "two accounts of the same story";
  out.questions = kStories;
  return out;
}

}  // namespace

Result<void> note_mark(Ledger& ledger, std::string_view text) {
  KITH_TRY(const model::FunctionMark mark, model::parse_function_mark(text));
  KITH_TRY(const Function function, function_from_code(mark.code));
  (mark.received ? ledger.received : ledger.given)[function] = mark.intensity;
  return {};
}

std::string_view question_of(const Answer& answer) {
  if (std::holds_alternative<Phase>(answer)) return kPhaseQuestion;
  if (std::holds_alternative<Passage>(answer)) return kStoryQuestion;
  return std::holds_alternative<Ledger>(answer) ? kFunctionsQuestion : kUsefulQuestion;
}

bool is_question(std::string_view question) {
  return question == kPhaseQuestion || question == kFunctionsQuestion || question == kUsefulQuestion ||
         question == kStoryQuestion;
}

std::string text_of(const Answer& answer) {
  if (const auto* phase = std::get_if<Phase>(&answer)) return std::string(term(*phase).code);
  if (const auto* use = std::get_if<Usefulness>(&answer)) return std::to_string(use->of);
  if (const auto* passage = std::get_if<Passage>(&answer)) return passage->text;
  std::string out;
  add_marks(out, std::get<Ledger>(answer).received, "received");
  add_marks(out, std::get<Ledger>(answer).given, "given");
  return out.empty() ? std::string(kNothingFelt) : out;
}

Result<Answer> answer_from(std::string_view question, std::string_view text) {
  KITH_TRY(const Answer out, read(question, text));
  if (text_of(out) != text) return fail(Code::INVALID_ARGUMENT, "this answer is not in the form that is sealed");
  return out;
}

Result<Comparison> compare(const Answer& mine, const Answer& theirs) {
  if (mine.index() != theirs.index()) {
    return fail(Code::INVALID_ARGUMENT, "answers to two questions cannot be compared");
  }
  if (const auto* phase = std::get_if<Phase>(&mine)) return compare_phases(*phase, std::get<Phase>(theirs));
  if (const auto* use = std::get_if<Usefulness>(&mine)) return compare_use(*use, std::get<Usefulness>(theirs));
  if (std::holds_alternative<Passage>(mine)) return compare_stories();
  return compare_ledgers(std::get<Ledger>(mine), std::get<Ledger>(theirs));
}

}  // namespace kith::network
