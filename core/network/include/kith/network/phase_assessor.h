#pragma once
// Which phase a relationship may be in, from what the person noted: with the evidence, its
// strength, the reasons, what would change the answer, and two questions. It may answer "not
// enough to say" and never edits anything; the person confirms or does not.
//
// Phases are told of mentor relationships: of any other kind nothing is concluded. What is asked and said goes
// by who I am in the relationship; a senior gets no protégé's question.
//
// Marks move, time does not: a window of phase.h only adds a note. The order of the input does not
// count. Marks of one day count in the order of the phases; a mark without a date counts as early
// as its phase allows, so it never starts a new cycle by itself.
//
// Threads: pure functions.
// Units:   whole months.
// Errors:  INVALID_ARGUMENT for a date that does not exist or lies after now.
// Sources: the states and windows are Kram 1983; the machine, the strengths and the limits for
//          time alone are ours, checked against the stories in the paper.

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kith/network/elapsed.h"
#include "kith/network/separation.h"

namespace kith::network {

// A change of the tie at work: former, retired or left_company, or a reporting line or a common unit that ended.
// With a date it tells when the structure changed; the first three count as TP_SEP_3 too (our rule), and are
// called what they were. For the others that turning point is only offered.
struct StructuralChange {
  StructuralTie type = StructuralTie::former;
  MaybeDate when;
};
std::string_view words_of(StructuralTie change);

struct PhaseQuestion {
  std::optional<TieKind> kind = TieKind::mentor;  // what the other one is to me
  MaybeDate start;
  model::PartialDate now;
  std::vector<TurningPointMark> marks;
  std::vector<StructuralChange> changes;
  bool ended = false;  // the person says that it is over
  bool hostile = false;
  bool deceased = false;  // the other one has died: nothing is asked of what may come
  Readiness readiness;
  std::set<Feeling> feelings;
  bool support_each_other = false;  // the person says so, of now
  FunctionSet still_received;
  std::optional<int> level_difference;  // theirs minus mine, now
  bool was_once_above_me = false;       // the person says so
};

enum class Strength : std::uint8_t { none, weak, fair, strong, time_only, stated };

enum class PhaseNote : std::uint8_t {
  before_cultivation,           // a separation although no cultivation was told
  at_the_end_of_window,
  past_window,
  one_sign_of_redefinition,     // a second distinct one is missing
  redefinition_signs_too_soon,  // signs of redefinition without a separation
  return_after_redefinition,    // cultivation again after a sign of redefinition: not counted
  separation_after_redefinition,
  mark_before_start,
  undated_marks,
  vague_order,                  // the dates allow two answers
  change_without_date,
  separation_past_window,       // of a redefinition: the separation before it took longer than its window
  no_phases,                    // of this kind none are told
};

std::string_view words_of(PhaseNote note);

struct Assessment {
  std::optional<Phase> phase;    // none: not enough to say
  std::optional<Phase> or_else;  // "initiation or cultivation"
  Strength strength = Strength::none;
  int cycle = 1;
  std::optional<MonthSpan> months_in_phase;
  std::vector<TurningPoint> evidence;  // the distinct marks of this phase
  std::vector<std::string> evidence_words;  // each one as it is told: a change at work by what it was
  std::optional<Outcome> outcome;      // of redefinition
  TimingView timing;                   // of a separation by structure
  std::set<PhaseNote> notes;
  std::vector<std::string> reasons;
  std::vector<std::string> would_change;
  std::array<std::string, 2> questions;
  std::vector<CareFlag> offered_flags;     // private; taken up by the person only
  std::vector<TurningPoint> offered_marks;
};

Result<Assessment> assess_phase(const PhaseQuestion& question);

}  // namespace kith::network
