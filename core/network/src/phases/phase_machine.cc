#include "phases/phase_machine.h"

#include <algorithm>
#include <tuple>

namespace kith::network {
namespace {

Phase phase_of(const TurningPointMark& mark) { return row_of(mark.point).phase; }

void enter(PhaseState& state, Phase phase, const TurningPointMark& mark) {
  state.phase = phase;
  state.since = mark.when;
  state.counted = {mark.point};
  state.redefining.clear();
}

void on_initiation(PhaseState& state, const TurningPointMark& mark, const MaybeDate& start) {
  if (!state.phase) {
    enter(state, Phase::initiation, mark);
    if (start) state.since = start;
  } else if (state.phase == Phase::initiation) {
    state.counted.insert(mark.point);
  }
}

void on_cultivation(PhaseState& state, const TurningPointMark& mark) {
  if (!state.phase || state.phase == Phase::initiation) {
    enter(state, Phase::cultivation, mark);
  } else if (state.phase == Phase::cultivation) {
    state.counted.insert(mark.point);
  } else if (state.phase == Phase::separation && state.redefining.empty()) {
    enter(state, Phase::cultivation, mark);
    ++state.cycle;
  } else {
    state.notes.insert(PhaseNote::return_after_redefinition);
  }
}

void on_separation(PhaseState& state, const TurningPointMark& mark) {
  if (state.phase == Phase::separation) {
    state.counted.insert(mark.point);
  } else if (state.phase == Phase::redefinition) {
    state.notes.insert(PhaseNote::separation_after_redefinition);
  } else {
    if (state.phase != Phase::cultivation) state.notes.insert(PhaseNote::before_cultivation);
    enter(state, Phase::separation, mark);
  }
}

void on_redefinition(PhaseState& state, const TurningPointMark& mark) {
  if (state.phase == Phase::redefinition) {
    state.counted.insert(mark.point);
  } else if (state.phase != Phase::separation) {
    state.notes.insert(PhaseNote::redefinition_signs_too_soon);
  } else {
    state.redefining.insert(mark.point);
    if (state.redefining.size() < 2) return;
    const std::set<TurningPoint> both = state.redefining;
    state.separated = state.since;
    enter(state, Phase::redefinition, mark);
    state.counted = both;
  }
}

}  // namespace

std::vector<TurningPointMark> ordered(std::span<const TurningPointMark> marks, bool by_latest) {
  std::vector<TurningPointMark> out;
  for (const TurningPointMark& mark : marks) {
    if (mark.when) out.push_back(mark);
  }
  const auto key = [&](const TurningPointMark& mark) {
    const DaySpan days = days_of(*mark.when);
    return std::tuple(by_latest ? days.last : days.first, mark.point);
  };
  std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  // Each mark without a date goes before the first dated one of its own or a later phase.
  std::vector<TurningPointMark> undated;
  for (const TurningPointMark& mark : marks) {
    if (!mark.when) undated.push_back(mark);
  }
  std::sort(undated.begin(), undated.end(), [](const auto& a, const auto& b) { return a.point < b.point; });
  for (const TurningPointMark& mark : undated) {
    const auto at = std::find_if(out.begin(), out.end(), [&](const TurningPointMark& other) {
      return other.when ? phase_of(other) >= phase_of(mark) : phase_of(other) > phase_of(mark);
    });
    out.insert(at, mark);
  }
  return out;
}

PhaseState run_machine(std::span<const TurningPointMark> ordered_marks, const MaybeDate& start) {
  PhaseState state;
  for (const TurningPointMark& mark : ordered_marks) {
    switch (phase_of(mark)) {
      case Phase::initiation: on_initiation(state, mark, start); break;
      case Phase::cultivation: on_cultivation(state, mark); break;
      case Phase::separation: on_separation(state, mark); break;
      case Phase::redefinition: on_redefinition(state, mark); break;
    }
  }
  if (state.phase == Phase::separation && !state.redefining.empty()) {
    state.notes.insert(PhaseNote::one_sign_of_redefinition);
  }
  return state;
}

}  // namespace kith::network
