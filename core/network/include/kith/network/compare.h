#pragma once
// What two people of a pair answer apart and then lay side by side: the phase they see themselves
// in, the functions that are received and given, how useful it has been, one passage of their story.
// The words that are sealed have one form only, so that the same answer is always the same text; a
// passage is what its writer wrote.
//
// Threads: pure functions.
// Units:   intensities and usefulness 0 to 3; a gap in steps of those, or in phases; two passages have
//          none. Sizes in bytes of UTF-8.
// Errors:  INVALID_ARGUMENT for an answer that is none, or that has another form; for answers to
//          two different questions.
// Sources: two confidential accounts of one relationship, as both papers gathered them (Kram 1983,
//          Kram & Isabella 1985). The comparison, its gaps and its questions are ours.

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "kith/network/function.h"
#include "kith/network/phase.h"

namespace kith::network {

struct Usefulness {
  std::uint8_t of = 0;  // 0 not at all, 3 very
  bool operator==(const Usefulness&) const = default;
};

// One passage of the story of a relationship: not blank, UTF-8, no control character but line feeds.
struct Passage {
  std::string text;
  bool operator==(const Passage&) const = default;
};
inline constexpr std::size_t kMaxPassageBytes = 2000;

using Answer = std::variant<Phase, Ledger, Usefulness, Passage>;

inline constexpr std::string_view kPhaseQuestion = "phase";
inline constexpr std::string_view kFunctionsQuestion = "functions";
inline constexpr std::string_view kUsefulQuestion = "useful";
inline constexpr std::string_view kStoryQuestion = "story";
std::string_view question_of(const Answer& answer);
bool is_question(std::string_view question);

// "COAC:received:2" is noted in the ledger.
Result<void> note_mark(Ledger& ledger, std::string_view mark);

// "separation"; "COAC:received:2 FRIE:given:1", in the order of the functions, without what is not
// felt, "none" where nothing is; "2"; a passage as it is.
std::string text_of(const Answer& answer);
Result<Answer> answer_from(std::string_view question, std::string_view text);

// One thing that both said something about: what I receive stands beside what the other one gives.
struct ComparedRow {
  std::string what;
  std::string mine;
  std::string theirs;
  int gap = 0;
};

struct Comparison {
  std::vector<ComparedRow> rows;  // the widest gap first; none of two passages: they are read, not counted
  int gap = 0;                    // the widest
  std::string words;
  std::array<std::string_view, 3> questions;  // to talk about
};
Result<Comparison> compare(const Answer& mine, const Answer& theirs);

}  // namespace kith::network
