#include "kith/network/care.h"

#include <array>

namespace kith::network {
namespace {

struct BothSides {
  CareFlag flag;
  std::string_view says;      // to the junior, and among peers
  std::string_view question;
  std::string_view says_senior;
  std::string_view question_senior;
};

constexpr auto kCare = std::to_array<BothSides>({
    {CareFlag::held_back, "you noted that you were held back or undermined here",
     "what would you need to move freely, and who else could open that way?",
     "you noted that the other may be held back here",
     "is there something that you hold on to and that could go on without you?"},
    {CareFlag::senior_threatened, "you noted a worry that your success is hard to bear here",
     "what could both of you gain from it, and who else could be glad with you?",
     "you noted that the other's success touches something in you",
     "what would help you to be glad of it, and with whom could you speak about that?"},
    {CareFlag::blocked_moves, "you noted that a move of yours is blocked",
     "which move is it, and who else has a say in it?", "you noted that a move of the other is blocked",
     "what would the move bring to the other, and what would you miss?"},
    {CareFlag::abandoned_too_early, "you noted that you were on your own before you were ready",
     "what do you still miss, and who could give a part of it?",
     "you noted that the other may have been left too early", "is there something small that you could still give?"},
    {CareFlag::single_sponsor, "you noted that your way hangs on one sponsor",
     "who else could come to know your work?", "you noted that the other's way hangs on you alone",
     "whom could you bring together with the other?"},
    {CareFlag::role_model_missing, "you noted that you miss a model here",
     "whose way to work and live would you like to watch, and where?",
     "you noted that the other may miss a model in you",
     "whom do you know whose way to work and live the other could watch?"},
    {CareFlag::stereotyped_roles, "you noted that fixed roles are kept up between you",
     "which of them would you put down first, and what would you do instead?",
     "you noted that fixed roles are kept up between you",
     "which of them would you put down first, and what would you do instead?"},
    {CareFlag::unease_about_intimacy, "you noted unease about closeness", "which distance would let you be at ease?",
     "you noted unease about closeness", "which distance would let you both be at ease?"},
    {CareFlag::unease_about_public_image, "you noted unease about how others see the two of you",
     "what could be open to all, so that you are at ease?", "you noted unease about how others see the two of you",
     "what could be open to all, so that you both are at ease?"},
    {CareFlag::peer_status_discomfort, "you noted that it is odd to be equals now",
     "what would help you to meet as equals?", "you noted that it is odd to be equals now",
     "what would you like to learn from the other?"},
});

}  // namespace

CareWords care_words(CareFlag flag, Side mine) {
  const BothSides& row = kCare[static_cast<std::size_t>(flag)];
  if (mine == Side::senior) return {flag, row.says_senior, row.question_senior};
  return {flag, row.says, row.question};
}

bool bears_on_network(CareFlag flag) {
  return flag == CareFlag::single_sponsor || flag == CareFlag::role_model_missing;
}

}  // namespace kith::network
