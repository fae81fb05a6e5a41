#include "kith/network/steps.h"

namespace kith::network {
namespace {

constexpr std::string_view kThyself[] = {
    "What do I enjoy?",
    "Where do my talents contribute most?",
    "Where do I want to be in two years?",
    "Where do I want to be in five years?",
    "Which skills or what knowledge do I miss?",
    "Is work in balance with the rest of my life?",
    "Who knows me well enough to tell me something useful about myself?",
    "Am I at ease asking for help, telling of my experience, asking for feedback, talking to strangers first?",
};
constexpr std::string_view kContext[] = {
    "What does my goal need: a promotion, a new career, a better balance?",
    "How are promotions decided here, and who might sponsor me?",
    "For a new field: how does it hire, what does the work expect, and where do I meet its people?",
    "Who of them seems to care, and has wisdom or resources?",
    "What can I bring to each of them?",
};
constexpr std::string_view kEnlist[] = {
    "Which seniors could sponsor me, coach me, be a model to me?",
    "Which peers know how things are decided?",
    "Who outside: a professor, a fellow student, a professional body, my family?",
    "What would they gain: a skill, a view of my world, practice in coaching?",
};
constexpr std::string_view kReassess[] = {
    "With whom do I still learn what my goals ask for?",
    "Whom do I ease to a valued friend, asked now and then?",
    "Who is missing?",
};
constexpr std::string_view kDevelop[] = {
    "What do I give to each one?",
    "Which juniors do I develop?",
    "As a leader: do I model it, design work so that peers coach each other, start programmes?",
};

constexpr std::array<StepRow, kSteps> kStepRows{{
    {Step::know_thyself, "know_thyself", "Know Thyself", kThyself},
    {Step::know_your_context, "know_your_context", "Know Your Context", kContext},
    {Step::enlist_developers, "enlist_developers", "Enlist Developers", kEnlist},
    {Step::regularly_reassess, "regularly_reassess", "Regularly Reassess", kReassess},
    {Step::develop_others, "develop_others", "Develop Others", kDevelop},
}};

}  // namespace

const std::array<StepRow, kSteps>& steps() { return kStepRows; }

std::string_view definition_of_network() {
  return "a small group whom I can turn to for regular support, each with a genuine interest in my learning; I "
         "enlisted them, and we learn from and trust each other";
}

}  // namespace kith::network
