#include "kith/network/phase_assessor.h"

#include <algorithm>

#include "kith/network/own_side.h"
#include "phases/phase_machine.h"
#include "phases/phase_texts.h"

namespace kith::network {
namespace {

Result<void> check(const PhaseQuestion& q) {
  KITH_CHECK(check_date(q.now, "now"));
  KITH_CHECK(check_past(q.start, q.now, "the start"));
  for (const TurningPointMark& mark : q.marks) KITH_CHECK(check_past(mark.when, q.now, "a turning point"));
  for (const StructuralChange& change : q.changes) {
    if (!is_going_away(change.type) && !is_working_together(change.type)) return fail(Code::INVALID_ARGUMENT, "this is no change of a tie at work");
    KITH_CHECK(check_past(change.when, q.now, "the change at work"));
  }
  return {};
}

// What is noted, with each dated going away as the turning point that it is.
std::vector<TurningPointMark> all_marks(const PhaseQuestion& q) {
  std::vector<TurningPointMark> out = q.marks;
  for (const StructuralChange& change : q.changes) {
    if (change.when && is_going_away(change.type)) out.push_back({TurningPoint::TP_SEP_3, change.when, {}});
  }
  return out;
}

// When the structure changed, at the latest.
MaybeDate structural_date(const PhaseQuestion& q) {
  MaybeDate out;
  const auto later = [&out](const MaybeDate& when) {
    if (when && (!out || days_of(*out).first < days_of(*when).first)) out = when;
  };
  for (const TurningPointMark& mark : q.marks) {
    if (mark.point == TurningPoint::TP_SEP_3) later(mark.when);
  }
  for (const StructuralChange& change : q.changes) later(change.when);
  return out;
}

Strength by_count(std::size_t marks) {
  constexpr Strength kBy[] = {Strength::none, Strength::weak, Strength::fair, Strength::strong};
  return kBy[std::min<std::size_t>(marks, 3)];
}

// The phases that so many months alone allow; none when they say nothing.
std::set<Phase> by_months(int months) {
  if (months < 6) return {Phase::initiation};
  if (months <= 12) return {Phase::initiation, Phase::cultivation};
  if (months <= 72) return {Phase::cultivation};
  return {};
}

void by_time_alone(const PhaseQuestion& q, Assessment& out) {
  out.strength = Strength::time_only;
  const MonthSpan age = months_between(*q.start, q.now);
  std::set<Phase> possible;
  for (int months = std::max(age.low, 0); months <= std::max(age.high, 0); ++months) {
    const std::set<Phase> some = by_months(months);
    if (some.empty()) return;
    possible.insert(some.begin(), some.end());
  }
  out.phase = *possible.begin();
  if (possible.size() > 1) out.or_else = *possible.rbegin();
}

void note_window(Assessment& out) {
  const PhaseWindow window = definition_of(*out.phase).window;
  if (window.most == kOpenEnd) return;
  const MonthSpan months = *out.months_in_phase;
  // The windows are of phases that were over. This one is under way, so a short one says nothing.
  if (months.low > window.most) {
    out.notes.insert(PhaseNote::past_window);
  } else if (months.high >= window.most) {
    out.notes.insert(PhaseNote::at_the_end_of_window);
  }
}

// The paper tells of a separation that came three years after the change at work: a window is a note, never a verdict.
void note_long_separation(const PhaseState& state, Assessment& out) {
  if (!state.separated || !state.since) return;
  const int most = definition_of(Phase::separation).window.most;
  if (months_between(*state.separated, *state.since).low > most) out.notes.insert(PhaseNote::separation_past_window);
}

std::optional<Outcome> outcome_of(const PhaseQuestion& q) {
  if (q.ended) return q.hostile ? Outcome::ended_in_hostility : Outcome::ended;
  if (q.support_each_other || has(q.still_received, Function::FRIE)) return Outcome::friendship;
  const FunctionSet distant = set_of({Function::SPON, Function::COUN, Function::COAC});
  if ((q.still_received & distant).any()) return Outcome::support_from_a_distance;
  return std::nullopt;
}

void offer(const PhaseQuestion& q, Assessment& out) {
  const auto noted = [&](TurningPoint p) {
    return std::any_of(q.marks.begin(), q.marks.end(), [&](const TurningPointMark& m) { return m.point == p; });
  };
  if (noted(TurningPoint::TP_SEP_4)) out.offered_flags.push_back(CareFlag::blocked_moves);
  if (out.phase == Phase::separation &&
      std::find(out.evidence.begin(), out.evidence.end(), TurningPoint::TP_SEP_3) != out.evidence.end()) {
    const bool angry = q.feelings.contains(Feeling::anger);
    // Only who was left can say so; a senior is asked nothing of the kind.
    const bool junior = my_side(*q.kind) == Side::junior;
    const bool early = junior && out.timing.clear() == SeparationTiming::premature;
    if (early || (junior && angry && out.timing.possible.empty())) out.offered_flags.push_back(CareFlag::abandoned_too_early);
  }
  const bool line_ended = std::any_of(q.changes.begin(), q.changes.end(), [](const StructuralChange& c) {
    return !is_going_away(c.type);
  });
  if (line_ended && out.phase != Phase::separation && out.phase != Phase::redefinition && !noted(TurningPoint::TP_SEP_3)) {
    out.offered_marks.push_back(TurningPoint::TP_SEP_3);
  }
  if (q.was_once_above_me && q.level_difference && *q.level_difference <= 0 && !noted(TurningPoint::TP_RED_4)) {
    out.offered_marks.push_back(TurningPoint::TP_RED_4);
  }
}

void fill(const PhaseQuestion& q, const PhaseState& state, Assessment& out) {
  out.phase = state.phase;
  out.cycle = state.cycle;
  out.notes.insert(state.notes.begin(), state.notes.end());
  out.evidence.assign(state.counted.begin(), state.counted.end());
  out.strength = by_count(state.counted.size());
  if (state.phase && state.since) out.months_in_phase = months_between(*state.since, q.now);
  note_long_separation(state, out);
}

}  // namespace

Result<Assessment> assess_phase(const PhaseQuestion& q) {
  KITH_CHECK(check(q));
  Assessment out;
  if (!has_phases(q.kind)) {
    out.notes.insert(PhaseNote::no_phases);
    put_into_words(q, out);
    return out;
  }
  const std::vector<TurningPointMark> marks = all_marks(q);
  for (const TurningPointMark& mark : marks) {
    if (!mark.when) out.notes.insert(PhaseNote::undated_marks);
    if (mark.when && q.start && days_of(*mark.when).last < days_of(*q.start).first) {
      out.notes.insert(PhaseNote::mark_before_start);
    }
  }
  const bool undated_change = std::any_of(q.changes.begin(), q.changes.end(), [](const StructuralChange& c) {
    return !c.when && is_going_away(c.type);
  });
  if (undated_change) out.notes.insert(PhaseNote::change_without_date);

  const PhaseState early = run_machine(ordered(marks, false), q.start);
  const PhaseState late = run_machine(ordered(marks, true), q.start);
  if (q.ended) {
    out.phase = Phase::redefinition;
    out.strength = Strength::stated;
  } else if (early.phase != late.phase || early.cycle != late.cycle) {
    out.notes.insert(PhaseNote::vague_order);
  } else if (early.phase) {
    fill(q, early, out);
  } else if (marks.empty() && !undated_change && q.start && !q.deceased) {
    by_time_alone(q, out);
  } else {
    out.notes.insert(early.notes.begin(), early.notes.end());
  }
  if (out.phase == Phase::redefinition) out.outcome = outcome_of(q);
  if (out.phase == Phase::separation) {
    KITH_TRY(out.timing, separation_timing(structural_date(q), q.readiness, q.now));
    if (my_side(*q.kind) == Side::senior) out.timing = timing_for_senior();
  }
  if (out.months_in_phase) note_window(out);
  offer(q, out);
  put_into_words(q, out);
  return out;
}

}  // namespace kith::network
