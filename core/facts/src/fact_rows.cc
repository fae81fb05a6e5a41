#include "fact_rows.h"

#include "choices.h"
#include "kith/network/phase.h"

namespace kith::facts::fields {
namespace {

using enum FieldType;
namespace n = network;

constexpr std::int64_t kMostLevels = 20;
constexpr std::int64_t kMostCycles = 99;
constexpr std::int64_t kStrongest = 3;
constexpr std::int64_t kMostDays = 3660;

const FieldRow kStructure[] = {
    {model::structure::kPerson, "person", person, "whom the tie is with", nullptr, true},
    {model::structure::kType, "type", term, "what ties us at work", words_of<n::StructuralTie>, true},
    {model::structure::kLevels, "levels", number, "levels apart, of an indirect report", nullptr, false, 1, kMostLevels},
    {model::structure::kFrom, "from", date, "since when"},
    {model::structure::kTo, "to", date, "until when"},
    {model::structure::kNote, "note", text, "a private note"},
};
const FieldRow kTurningPoint[] = {
    {model::turning_point::kPerson, "person", person, "in which relationship", nullptr, true},
    {model::turning_point::kPoint, "point", term, "what happened; IX, CX, SX, RX: another event, told in the note",
     turning_point_words, true},
    {model::turning_point::kWhen, "when", date, "when it happened"},
    {model::turning_point::kNote, "note", text, "a private note"},
};
const FieldRow kPhaseSpan[] = {
    {model::phase_span::kPerson, "person", person, "of which relationship", nullptr, true},
    {model::phase_span::kPhase, "phase", term, "the phase, as I see it", words_of<n::Phase>, true},
    {model::phase_span::kFrom, "from", date, "since when"},
    {model::phase_span::kTo, "to", date, "until when"},
    {model::phase_span::kCycle, "cycle", number, "which time around, from 1", nullptr, false, 1, kMostCycles},
    {model::phase_span::kNote, "note", text, "a private note"},
};
const FieldRow kFunctionMark[] = {
    {model::function_mark::kPerson, "person", person, "from whom, or to whom", nullptr, true},
    {model::function_mark::kFunction, "function", term, "which function", function_words, true},
    {model::function_mark::kDirection, "direction", term, "seen from me", direction_words, true},
    {model::function_mark::kIntensity, "intensity", number, "0 not at all, 3 strongly", nullptr, true, 0, kStrongest},
    {model::function_mark::kWhen, "when", date, "when it was so"},
    {model::function_mark::kNote, "note", text, "a private note"},
};
const FieldRow kNeed[] = {
    {model::need::kFunction, "function", term, "which function I need more of", function_words, true},
    {model::need::kImportance, "importance", number, "0 not at all, 3 very much", nullptr, true, 0, kStrongest},
    {model::need::kGoal, "goal", goal, "the id of the goal it serves"},
    {model::need::kNote, "note", text, "a private note"},
};
const FieldRow kAcquaintance[] = {
    {model::acquaintance::kPerson, "person", person, "one of two", nullptr, true},
    {model::acquaintance::kOther, "other", person, "the other one", nullptr, true},
    {model::acquaintance::kHow, "how", term, "what they are to each other", words_of<n::Acquaintance>, true},
};
const FieldRow kCareFlag[] = {
    {model::care_flag::kPerson, "person", person, "in which relationship", nullptr, true},
    {model::care_flag::kFlag, "flag", term, "what to watch for", words_of<n::CareFlag>, true},
    {model::care_flag::kWhen, "when", date, "since when"},
    {model::care_flag::kNote, "note", text, "a private note"},
};
const FieldRow kCandidate[] = {
    {model::candidate::kWho, "who", line, "a name, or what kind of person", nullptr, true},
    {model::candidate::kPerson, "person", person, "where it is somebody of my network"},
    {model::candidate::kWhy, "why", text, "why this person"},
    {model::candidate::kFunction, "function", term, "the need it would meet", function_words},
    {model::candidate::kOffer, "offer", text, "what I can offer"},
    {model::candidate::kState, "state", term, "how far it is", words_of<n::CandidateState>, true},
    {model::candidate::kKind, "kind", term, "what this person would be to me", words_of<n::TieKind>},
};
const FieldRow kOffer[] = {
    {model::offer::kPerson, "person", person, "to whom", nullptr, true},
    {model::offer::kWhat, "what", text, "what this person may learn or get from me", nullptr, true},
};
const FieldRow kCircle[] = {
    {model::circle::kName, "name", line, "what the circle is called", nullptr, true},
    {model::circle::kMembers, "member", persons, "who is in it", nullptr, true},
    {model::circle::kSenior, "senior", person, "the senior one, if there is one"},
    {model::circle::kFrequency, "frequency", term, "how often it meets", words_of<n::Frequency>},
    {model::circle::kCheckIn, "check_in", lines, "a question for the round at the start"},
    {model::circle::kNextDate, "next_date", date, "when it meets next"},
};
const FieldRow kLifeEvent[] = {
    {model::life_event::kWhat, "what", term, "what happened", words_of<n::LifeEvent>, true},
    {model::life_event::kWhen, "when", date, "when it happened"},
    {model::life_event::kNote, "note", text, "a private note"},
};
const FieldRow kPause[] = {
    {model::pause::kPerson, "person", person, "with whom nothing is due", nullptr, true},
    {model::pause::kFrom, "from", date, "the first day of the pause", nullptr, true},
    {model::pause::kUntil, "until", date, "the first day that counts again"},
};

const FieldRow kBenefit[] = {
    {model::benefit::kPerson, "person", person, "in which relationship", nullptr, true},
    {model::benefit::kWhat, "what", term, "what it brings: the first six to the senior, the others to the junior",
     words_of<n::Benefit>, true},
    {model::benefit::kWhen, "when", date, "when it was so"},
    {model::benefit::kNote, "note", text, "a private note"},
};

const FieldRow kTagCadence[] = {
    {model::tag_cadence::kTag, "tag", line, "whoever has this tag", nullptr, true},
    {model::tag_cadence::kIdealDays, "ideal_days", number, "days between contacts, at best", nullptr, true, 1, kMostDays},
    {model::tag_cadence::kMaxDays, "max_days", number, "days between contacts, at most", nullptr, true, 1, kMostDays},
};

}  // namespace

std::span<const FieldRow> structure() { return kStructure; }
std::span<const FieldRow> turning_point() { return kTurningPoint; }
std::span<const FieldRow> phase_span() { return kPhaseSpan; }
std::span<const FieldRow> function_mark() { return kFunctionMark; }
std::span<const FieldRow> need() { return kNeed; }
std::span<const FieldRow> acquaintance() { return kAcquaintance; }
std::span<const FieldRow> care_flag() { return kCareFlag; }
std::span<const FieldRow> candidate() { return kCandidate; }
std::span<const FieldRow> offer() { return kOffer; }
std::span<const FieldRow> circle() { return kCircle; }
std::span<const FieldRow> life_event() { return kLifeEvent; }
std::span<const FieldRow> pause() { return kPause; }
std::span<const FieldRow> benefit() { return kBenefit; }
std::span<const FieldRow> tag_cadence() { return kTagCadence; }

}  // namespace kith::facts::fields
