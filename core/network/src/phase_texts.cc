#include "phase_texts.h"

#include <algorithm>

namespace kith::network {
namespace {

bool undated_change(const PhaseQuestion& q) {
  return std::any_of(q.changes.begin(), q.changes.end(), [](const StructuralChange& c) { return !c.when; });
}

bool nothing_told(const PhaseQuestion& q) { return !q.start && q.marks.empty() && q.changes.empty(); }

void say_unknown(const PhaseQuestion& q, Assessment& out) {
  if (nothing_told(q)) out.reasons.push_back("no start and no events are known");
  out.would_change = {"the date when it began", "any of the turning points, with or without its date"};
  out.questions = {"When did it begin to matter to you both?",
                   "What has changed between you since: at work, in closeness, in what you want from each other?"};
  if (undated_change(q)) {
    out.would_change.insert(out.would_change.begin(), "the date of the change at work");
    out.questions[0] = "When did the tie at work change?";
    out.questions[1] = "What has changed between you since?";
  } else if (!out.offered_marks.empty()) {
    out.would_change.insert(out.would_change.begin(), "that you have become equals, if so, and since when");
    out.questions = {"When did you reach the same level?", "Does the help go one way, or both ways?"};
  } else if (out.notes.contains(PhaseNote::vague_order)) {
    out.would_change = {"a more exact date of any of the events"};
    out.questions = {"Which of the events came first?", "Do you know the month or the day of any of them?"};
  } else if (out.notes.contains(PhaseNote::redefinition_signs_too_soon)) {
    out.questions = {"Was there a time when the two of you drew apart?",
                     "What was it that changed: the work, or the feeling?"};
  }
}

void say_by_time(Assessment& out) {
  out.reasons.push_back("no turning point is noted; this is by time alone, and time alone says little");
  out.would_change = {"any turning point that you remember"};
  out.questions = {"Have your first hopes turned into something that you can count on?",
                   "Has anything changed lately at work or between you?"};
}

void say_phase(const PhaseQuestion& q, Assessment& out) {
  switch (*out.phase) {
    case Phase::initiation:
      out.would_change = {"a sign of cultivation: lasting benefit, more meaningful occasions, a deeper bond"};
      out.questions = {"Do you both keep benefiting?", "Has the bond grown deeper?"};
      break;
    case Phase::cultivation:
      out.would_change = {"a sign of separation: a wish for autonomy, less time, a move, blocked chances"};
      out.questions = {"Do you still want guidance, or rather to go your own way?",
                       "Has anything at work come between you, or is it about to?"};
      break;
    case Phase::separation:
      out.would_change = {"two distinct signs of redefinition: less stress, no need of the old form, gratitude, "
                          "peer status",
                          "your word that it has ended"};
      if (!out.notes.contains(PhaseNote::one_sign_of_redefinition)) {
        out.would_change.push_back("a sign of cultivation: that would begin a new cycle");
      }
      out.questions = {q.readiness.said == Readiness::Said::nothing ? "Were you ready to go on alone when it changed?"
                                                                    : "What do you miss from before, and what not?",
                       "Has any of the strain gone, or have others taken a part of this place?"};
      break;
    case Phase::redefinition:
      out.would_change = {"marks that you take back or date otherwise"};
      if (q.ended) {
        out.would_change.push_back("that the two of you take it up again: an end that is noted closes no door, and a "
                                   "new beginning is a new cycle");
      }
      out.questions = {out.outcome ? "Is that still how you would put it?" : "What are you to each other now?",
                       "What do you want to keep of it?"};
      break;
  }
}

}  // namespace

std::string_view words_of(PhaseNote note) {
  switch (note) {
    case PhaseNote::before_cultivation: return "a separation is noted, but no cultivation before it";
    case PhaseNote::before_window_ends: return "shorter in this phase than in the pairs that were studied";
    case PhaseNote::at_the_end_of_window: return "at the end of the window of this phase";
    case PhaseNote::past_window: return "longer in this phase than the range that was reported; that moves nothing";
    case PhaseNote::one_sign_of_redefinition: return "one sign of redefinition is there; a second one would move it";
    case PhaseNote::redefinition_signs_too_soon: return "signs of redefinition are noted, but no separation before";
    case PhaseNote::return_after_redefinition:
      return "a sign of cultivation after a sign of redefinition was not counted";
    case PhaseNote::separation_after_redefinition: return "a sign of separation after redefinition was not counted";
    case PhaseNote::mark_before_start: return "an event lies before the start that you gave";
    case PhaseNote::undated_marks: return "an event has no date and counts as early as it can";
    case PhaseNote::vague_order: return "the dates are too vague: they allow two answers";
    case PhaseNote::separation_past_window:
      return "the separation before it took longer than the range that was reported; that moves nothing";
    case PhaseNote::change_without_date: return "the tie at work certainly changed, but when is not known";
  }
  return {};
}

void put_into_words(const PhaseQuestion& question, Assessment& out) {
  for (const TurningPoint point : out.evidence) out.reasons.emplace_back(row_of(point).words);
  if (out.strength == Strength::stated) out.reasons.push_back("you said that it has ended");
  if (!out.phase) {
    say_unknown(question, out);
  } else {
    say_phase(question, out);
  }
  if (out.strength == Strength::time_only) say_by_time(out);
  for (const PhaseNote note : out.notes) out.reasons.emplace_back(words_of(note));
}

}  // namespace kith::network
