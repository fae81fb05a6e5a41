#include "kith/network/story.h"

namespace kith::network {
namespace {

using Parts = std::array<StoryPart, kStoryParts>;

constexpr Parts kJunior = {{
    {"My career so far",
     "What has my career been so far: the turns it took, what I am glad of, what was hard?"},
    {"Who took a personal interest in me",
     "Who took a personal interest in me and in how I develop, and how does this person stand among them?"},
    {"How it began",
     "How did it begin: where did we meet, who took the first step, what did I hope for?"},
    {"What happened between us",
     "What happened between us, from then until today: moments that mattered, what changed, what I felt then and "
     "what I feel about it now?"},
    {"Its role in my career",
     "What part has it had in my career: what did I get from it, what did I give, how would it have gone without?"},
}};

constexpr Parts kSenior = {{
    {"My career so far",
     "What has my career been so far: the turns it took, what I am glad of, and where do I stand in it now?"},
    {"In whom I took a personal interest",
     "In whom did I take a personal interest over the years, and why in this person?"},
    {"How it began",
     "How did it begin: how did this person come to my notice, who took the first step, what did I hope for?"},
    {"What happened between us",
     "What happened between us, from then until today: what did I do and let be, what changed, what I felt then and "
     "what I feel about it now?"},
    {"Its role in my career",
     "What part has it had in my own career: what did I get from it, what could I pass on, how do I see my work "
     "since?"},
}};

constexpr Parts kEqual = {{
    {"My career so far",
     "What has my career been so far: the turns it took, what I am glad of, what was hard?"},
    {"Who took a personal interest in me, and I in whom",
     "With whom at my own level has there been an interest both ways, and how does this person stand among them?"},
    {"How it began",
     "How did it begin: where did we meet, who took the first step, what did I think at first?"},
    {"What happened between us",
     "What happened between us, from then until today: what we helped each other with, what changed, what I felt "
     "then and what I feel about it now?"},
    {"Its role in my career",
     "What part has it had in my career: what did each of us give and get, what would be missing without it?"},
}};

constexpr Parts kNeither = {{
    {"My career so far",
     "What has my career been so far: the turns it took, what I am glad of, what was hard?"},
    {"Who took a personal interest in me",
     "Who, at work and elsewhere, took a personal interest in me, and how does this person stand among them?"},
    {"How it began",
     "How did it begin: since when have we known each other, and when did my work come to matter between us?"},
    {"What happened between us",
     "What happened between us, from then until today: moments that mattered, what changed, what I felt then and "
     "what I feel about it now?"},
    {"Its role in my career",
     "What part has it had in my career and in what lies beside it: what did I get from it, and what did I give?"},
}};

}  // namespace

const Parts& story_parts(Side side) {
  switch (side) {
    case Side::junior: return kJunior;
    case Side::senior: return kSenior;
    case Side::equal: return kEqual;
    case Side::neither: break;
  }
  return kNeither;
}

}  // namespace kith::network
