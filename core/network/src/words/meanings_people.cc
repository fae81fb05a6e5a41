// Who people are to each other, where they stand, and what they have of it.

#include "kith/network/meanings.h"

namespace kith::network {

std::string_view meaning_of(TieKind kind) {
  switch (kind) {
    case TieKind::mentor:
      return "somebody more experienced who takes a real interest in how you grow and get on";
    case TieKind::protege:
      return "somebody less experienced in whose growth and way ahead you take a real interest";
    case TieKind::peer:
      return "somebody at about your own stage or level, with whom help goes back and forth";
    case TieKind::boss:
      return "the person you report to at work, whether or not it goes further than the work";
    case TieKind::direct_report:
      return "somebody who reports to you at work, whether or not you also help this person to get on";
    case TieKind::junior_colleague:
      return "somebody newer to the work than you are, who does not report to you";
    case TieKind::family_or_friend:
      return "somebody close from life outside work, such as a partner, a relative or a friend";
    case TieKind::outside_contact:
      return "somebody from outside your organization, known by profession, from school or from an earlier job";
  }
  return {};
}

std::string_view meaning_of(Benefit benefit) {
  switch (benefit) {
    case Benefit::technical_help:
      return "the junior one's skilled help with the work, which gets more of it done and done better";
    case Benefit::respect:
      return "being looked up to and backed by the junior one";
    case Benefit::recognition:
      return "credit from peers and from people higher up for bringing somebody along";
    case Benefit::satisfaction:
      return "the pleasure of seeing somebody grow, and of having had a part in it";
    case Benefit::empowerment:
      return "feeling one's own influence, and that it can do something for somebody";
    case Benefit::values_passed_on:
      return "what has mattered in one's own work lives on in somebody else's";
    case Benefit::confidence:
      return "more trust in oneself, and in what lies ahead";
    case Benefit::competence:
      return "the feeling of being equal to the work";
    case Benefit::autonomy:
      return "standing on one's own feet, deciding and acting without leaning on somebody";
    case Benefit::skill:
      return "things that one has learned to do, and can do again without help";
    case Benefit::being_confirmed:
      return "finding that somebody one looks up to sees what one is worth";
  }
  return {};
}

std::string_view meaning_of(PeerType type) {
  switch (type) {
    case PeerType::information_peer:
      return "somebody of like standing with whom you mostly swap news and know-how, and share little that is personal";
    case PeerType::collegial_peer:
      return "somebody of like standing with whom trust is growing, for honest words on work, thoughts on where to go, "
             "and some of the rest of life";
    case PeerType::special_peer:
      return "one of the few of like standing to whom you can show your doubts and all of yourself, at work and "
             "beyond";
  }
  return {};
}

std::string_view meaning_of(CareerStage stage) {
  switch (stage) {
    case CareerStage::establishment:
      return "finding your feet, learning the work, and showing that you can do it, to yourself too";
    case CareerStage::advancement:
      return "moving ahead, building on what you can do, being seen, and weighing where to go";
    case CareerStage::middle_career:
      return "well on the way, keeping up, helping others along, and looking again at where you are heading";
    case CareerStage::late_career:
      return "the last stretch, passing on what you know, looking back, and getting ready for what comes after";
  }
  return {};
}

}  // namespace kith::network
