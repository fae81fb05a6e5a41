// A switch without a default: a function that has no sentence does not compile.

#include "kith/network/meanings.h"

namespace kith::network {

std::string_view meaning_of(Function function) {
  switch (function) {
    case Function::SPON:
      return "a good word from somebody with influence, where promotions and good positions are decided";
    case Function::EXPO:
      return "chances to be seen, through work and meetings that show people higher up what somebody can do";
    case Function::COAC:
      return "advice on how to go about the work, what to try, and how things are done here";
    case Function::PROT:
      return "cover when things go wrong, so that an early mistake does no lasting harm to a good name";
    case Function::CHAL:
      return "tasks that are harder than the last ones, with help and an honest word on how they went";
    case Function::ROLE:
      return "an example to learn from, in manner, in values and in the way of working";
    case Function::ACCO:
      return "being taken and valued as one is, which makes it safe to try things, fail and disagree";
    case Function::COUN:
      return "a place to speak openly of doubts about oneself, the work, and how it fits the rest of life";
    case Function::FRIE:
      return "liking each other and enjoying time together, beyond what the work asks for";
    case Function::INFO:
      return "passing on what is worth knowing, such as news, who knows what, and how the work is done";
    case Function::STRA:
      return "thinking together about next steps at work, and what each of them would open or close";
    case Function::JFBK:
      return "an honest word on a piece of work, on what went well and what could be done otherwise";
    case Function::CONF:
      return "a sign from somebody in the same boat that one's work and way of seeing things have worth";
    case Function::EMOT:
      return "listening and standing by when things are hard, at work or beyond it";
    case Function::PFBK:
      return "a frank word on how one comes across to others, as a person and not only at work";
  }
  return {};
}

std::string_view meaning_of(Family family) {
  switch (family) {
    case Family::career:
      return "help to get on at work, in learning how things are done, being seen and moving ahead";
    case Family::psychosocial:
      return "help to grow as a person, in feeling able, knowing who one is and being at home in one's work";
  }
  return {};
}

std::string_view expectation_of(Family family) {
  switch (family) {
    case Family::career:
      return "comes first, and asks for rank, years and experience on the side of whoever gives it";
    case Family::psychosocial:
      return "grows later, and asks for trust, time, and giving on both sides";
  }
  return {};
}

std::string_view meaning_of(Attribute attribute) {
  switch (attribute) {
    case Attribute::complementarity:
      return "what goes each way is of another kind, say advice and openings one way, skilled help and respect the "
             "other";
    case Attribute::mutuality:
      return "the same kinds of help go both ways, now more the one way and now more the other";
  }
  return {};
}

}  // namespace kith::network
