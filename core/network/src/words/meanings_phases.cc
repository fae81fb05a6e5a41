// How a mentor relationship goes on, and what to watch for in one. What is said fits both sides of it.

#include "kith/network/meanings.h"

namespace kith::network {

std::string_view meaning_of(Phase phase) {
  switch (phase) {
    case Phase::initiation:
      return "the beginning, in which the two come to matter to each other and hopes turn into things to count on";
    case Phase::cultivation:
      return "the fullest time, with more kinds of help than before or after, in which hopes meet what is real";
    case Phase::separation:
      return "the loosening, when a change at work or in how one feels upsets what was, with loss but more freedom too";
    case Phase::redefinition:
      return "what comes after, in a new and more equal form, mostly a friendship, or the end of it";
  }
  return {};
}

std::string_view expectation_of(Phase phase) {
  switch (phase) {
    case Phase::initiation:
      return "first openings, advice and chances to be seen; the junior one brings skilled help and respect";
    case Phase::cultivation:
      return "help with the career first; then, as trust grows, an example to follow and being valued; where it "
             "becomes closer, open talk and friendship too";
    case Phase::separation:
      return "some kinds of help fall away or change; it may unsettle both, and it makes room to go one's own way";
    case Phase::redefinition:
      return "friendship, a good word from afar, and now and then advice or an open talk; some come to an end";
  }
  return {};
}

std::string range_of(Phase phase) {
  const PhaseWindow& window = definition_of(phase).window;
  if (window.most == kOpenEnd) return "open";
  return std::to_string(window.least) + " to " + std::to_string(window.most) +
         " months in the pairs that were studied";
}

std::string_view meaning_of(TurningPoint point) { return row_of(point).words; }

std::string_view meaning_of(CareFlag flag) {
  switch (flag) {
    case CareFlag::held_back:
      return "it feels as if getting on were slowed down here, or talked down, where it could be helped";
    case CareFlag::senior_threatened:
      return "the success of the junior one may have become hard to bear for the senior one";
    case CareFlag::blocked_moves:
      return "a move that would part the two of you seems to be put off, and the parting may be the reason";
    case CareFlag::abandoned_too_early:
      return "the help stopped before it felt possible to go on without it";
    case CareFlag::single_sponsor:
      return "most of the help comes from one person, and little of it would be left without this one";
    case CareFlag::role_model_missing:
      return "there is help, but no example in it that fits the person and the life one wants to have";
    case CareFlag::stereotyped_roles:
      return "old pictures of how people of some kind are, or should be, seem to steer how you deal with each other";
    case CareFlag::unease_about_intimacy:
      return "the closeness itself feels uneasy, or it is unclear how close it should be";
    case CareFlag::unease_about_public_image:
      return "what others may think or say about the two of you gets in the way";
    case CareFlag::peer_status_discomfort:
      return "meeting as equals now feels strange, to one of you or to both";
  }
  return {};
}

std::string_view meaning_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::friendship:
      return "the two have become friends, and something like equals";
    case Outcome::support_from_a_distance:
      return "it has become looser, with a good word from afar, and advice or an open talk now and then";
    case Outcome::ended:
      return "it is over, and neither of the two keeps it up";
    case Outcome::ended_in_hostility:
      return "it is over, and hard feelings have stayed behind";
  }
  return {};
}

std::string_view meaning_of(SeparationTiming timing) {
  switch (timing) {
    case SeparationTiming::timely:
      return "the change at work came at about the time when it also felt right to go separate ways";
    case SeparationTiming::premature:
      return "the change at work came well before it felt right to go separate ways";
    case SeparationTiming::late:
      return "the change at work came well after it had begun to feel right to go separate ways";
  }
  return {};
}

}  // namespace kith::network
