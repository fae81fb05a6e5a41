#include "phases/phase_texts.h"

#include <algorithm>

namespace kith::network {
namespace {

bool undated_change(const PhaseQuestion& q) {
  return std::any_of(q.changes.begin(), q.changes.end(), [](const StructuralChange& c) { return !c.when; });
}

bool nothing_told(const PhaseQuestion& q) { return !q.start && q.marks.empty() && q.changes.empty(); }

bool is_senior(const PhaseQuestion& q) { return q.kind && my_side(*q.kind) == Side::senior; }

void say_unknown(const PhaseQuestion& q, Assessment& out) {
  if (nothing_told(q)) out.reasons.push_back("no start and no events are known");
  out.would_change = {"the date when it began", "any of the turning points, with or without its date"};
  out.questions = {"When did it begin to matter to you both?",
                   "What has changed between you since: at work, in closeness, in what you want from each other?"};
  if (undated_change(q)) {
    out.would_change.insert(out.would_change.begin(), "the date of the change at work");
    out.questions[0] = "When did the tie at work change?";
    out.questions[1] = "What has changed between you since?";
  } else if (std::find(out.offered_marks.begin(), out.offered_marks.end(), TurningPoint::TP_RED_4) !=
             out.offered_marks.end()) {
    out.would_change.insert(out.would_change.begin(), "that you have become equals, if so, and since when");
    out.questions = {"When did you reach the same level?", "What goes from you to the other now, and what comes back?"};
  } else if (out.notes.contains(PhaseNote::vague_order)) {
    out.would_change = {"a more exact date of any of the events"};
    out.questions = {"Which of the events came first?", "Do you know the month or the day of any of them?"};
  } else if (out.notes.contains(PhaseNote::redefinition_signs_too_soon)) {
    out.questions = {"Was there a time when the two of you drew apart?",
                     "What was it that changed: the work, or the feeling?"};
  }
}

// A kind of which no phases are told. No phase is asked for; what would change the answer is the kind alone.
void say_no_phases(const PhaseQuestion& q, Assessment& out) {
  out.would_change = {"that it is mentoring in your eyes: then its kind is mentor, or protégé"};
  out.questions = {"What is this person to you, in your own words?",
                   q.hostile ? "What would help so that it weighs less?"
                   : q.ended ? "What do you take along from it?" : "What goes from you to the other, and what comes back?"};
}

void say_by_time(const PhaseQuestion& q, Assessment& out) {
  out.reasons.push_back("no turning point is noted; this is by time alone (our limits), and time alone says little");
  out.would_change = {"any turning point that you remember"};
  out.questions = {is_senior(q) ? "Have your first hopes for the other turned into something that you both count on?"
                                : "Have your first hopes turned into something that you can count on?",
                   "Has anything changed lately at work or between you?"};
}

using Questions = std::array<std::string, 2>;

Questions of_separation(const PhaseQuestion& q) {
  if (is_senior(q)) {
    return {"Could you let go, and what would help you to?", "What has eased since, and whom would you like to develop next?"};
  }
  return {q.readiness.said == Readiness::Said::nothing ? "Were you ready to go on alone when it changed?"
                                                       : "What do you miss from before, and what not?",
          "Has any of the strain gone, or have others taken a part of this place?"};
}

Questions of_redefinition(const PhaseQuestion& q, bool outcome_known) {
  // Nobody is asked to keep what hurt.
  if (q.hostile) return {"What would help so that it weighs less?", "With whom can you speak about it?"};
  return {outcome_known ? "Is that still how you would put it?" : "What are you to each other now?",
          is_senior(q) ? "What of it goes on in the other's work, and in yours?" : "What do you want to keep of it?"};
}

Questions of_phase(const PhaseQuestion& q, const Assessment& out) {
  switch (*out.phase) {
    case Phase::initiation:
      if (is_senior(q)) return {"What do you gain from it, and what does the other?", "Has the bond grown deeper?"};
      return {"Do you both keep benefiting?", "Has the bond grown deeper?"};
    case Phase::cultivation:
      if (is_senior(q)) {
        return {"Could you let go if the other wanted to go alone?",
                "Does your outlook on your own career colour what you wish for the other's?"};
      }
      return {"Do you still want guidance, or rather to go your own way?",
              "Has anything at work come between you, or is it about to?"};
    case Phase::separation: return of_separation(q);
    case Phase::redefinition: return of_redefinition(q, out.outcome.has_value());
  }
  return {};
}

void say_phase(const PhaseQuestion& q, Assessment& out) {
  out.questions = of_phase(q, out);
  switch (*out.phase) {
    case Phase::initiation:
      out.would_change = {"a sign of cultivation: lasting benefit, more meaningful occasions, a deeper bond"};
      break;
    case Phase::cultivation:
      out.would_change = {"a sign of separation: a wish for autonomy, less time, a move, blocked chances"};
      break;
    case Phase::separation:
      out.would_change = {"two distinct signs of redefinition: less stress, no need of the old form, gratitude, "
                          "peer status",
                          "your word that it has ended"};
      if (!out.notes.contains(PhaseNote::one_sign_of_redefinition)) {
        out.would_change.push_back("a sign of cultivation: that would begin a new cycle");
      }
      break;
    case Phase::redefinition:
      out.would_change = {"another date of a mark"};
      if (q.ended && !q.hostile) {
        out.would_change.push_back("that the two of you take it up again: an end that is noted closes no door, and a "
                                   "new beginning is a new cycle");
      }
      break;
  }
}

// What a turning point was, as it is told: a mark by its own words, a change at work by what changed. The same
// point can be both.
std::vector<std::string> told_as(const PhaseQuestion& q, TurningPoint point) {
  std::vector<std::string> out;
  for (const TurningPointMark& mark : q.marks) {
    if (mark.point != point) continue;
    const bool own_words = is_other(point) && !mark.note.empty();
    std::string words = own_words ? mark.note : std::string(row_of(point).words);
    if (std::find(out.begin(), out.end(), words) == out.end()) out.push_back(std::move(words));
  }
  if (point != TurningPoint::TP_SEP_3) return out;
  for (const StructuralChange& change : q.changes) {
    if (!change.when || !is_going_away(change.type)) continue;
    out.push_back(std::string(words_of(change.type)) + " (counts as a turning point; our rule)");
  }
  return out;
}

}  // namespace

std::string_view words_of(StructuralTie change) {
  switch (change) {
    case StructuralTie::direct_report:
    case StructuralTie::indirect_report: return "the reporting line between you ended";
    case StructuralTie::same_unit: return "you are no longer in the same unit";
    case StructuralTie::former: return "the tie at work ended";
    case StructuralTie::retired: return "a retirement";
    case StructuralTie::left_company: return "the other one left the organization";
    case StructuralTie::same_level:
    case StructuralTie::none: break;
  }
  return {};
}

std::string_view words_of(PhaseNote note) {
  switch (note) {
    case PhaseNote::before_cultivation: return "a separation is noted, but no cultivation before it";
    case PhaseNote::at_the_end_of_window: return "at the end of the range that was reported for this phase; that moves nothing";
    case PhaseNote::past_window: return "longer in this phase than the range that was reported; that moves nothing";
    case PhaseNote::one_sign_of_redefinition: return "one sign of redefinition is there; a second one would move it (our rule)";
    case PhaseNote::redefinition_signs_too_soon: return "signs of redefinition are noted, but no separation before";
    case PhaseNote::return_after_redefinition:
      return "a sign of cultivation after a sign of redefinition was not counted (our rule)";
    case PhaseNote::separation_after_redefinition: 
      return "a sign of separation after redefinition was not counted (our rule)";
    case PhaseNote::mark_before_start: return "an event lies before the start that you gave";
    case PhaseNote::undated_marks: return "an event has no date and counts as early as it can (our rule)";
    case PhaseNote::vague_order: return "the dates are too vague: they allow two answers";
    case PhaseNote::separation_past_window:
      return "the separation before it took longer than the range that was reported; that moves nothing";
    case PhaseNote::no_phases:
      return "phases are told of mentor relationships, and this is not noted as one: no phase is concluded";
    case PhaseNote::change_without_date: return "the tie at work certainly changed, but when is not known";
  }
  return {};
}

void put_into_words(const PhaseQuestion& question, Assessment& out) {
  for (const TurningPoint point : out.evidence) {
    for (std::string& words : told_as(question, point)) {
      out.evidence_words.push_back(std::string(row_of(point).code) + ": " + words);
      out.reasons.push_back(std::move(words));
    }
  }
  if (out.strength == Strength::stated) out.reasons.push_back("you said that it has ended");
  if (out.notes.contains(PhaseNote::no_phases)) {
    say_no_phases(question, out);
  } else if (!out.phase) {
    say_unknown(question, out);
  } else {
    say_phase(question, out);
  }
  if (out.strength == Strength::time_only) say_by_time(question, out);
  if (question.deceased) {
    out.would_change.clear();
    out.questions = {"What do you carry on from it?", "To whom would you like to tell of it?"};
  }
  for (const PhaseNote note : out.notes) out.reasons.emplace_back(words_of(note));
}

}  // namespace kith::network
