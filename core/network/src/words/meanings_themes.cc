// One sentence for each text of a theme; that none is missing and none is left over is tested.

#include <array>

#include "kith/network/meanings.h"

namespace kith::network {
namespace {

struct ThemeMeaning {
  std::string_view theme;
  std::string_view meaning;
};

constexpr auto kThemeMeanings = std::to_array<ThemeMeaning>({
    {"Learning the ropes", "finding out how things are done here, and whom to ask"},
    {"Getting the job done", "managing the work of the day, with the facts, the know-how and the people it takes"},
    {"Demonstrating performance", "showing by the work itself that you can do it"},
    {"Defining a professional role", "finding out what your part is, and who you want to be in it"},
    {"Sense of competence", "whether you are good enough at this, and learning to trust that you are"},
    {"Commitment", "how much of yourself to give to this work and this organization"},
    {"Work/family conflicts", "what to do when work and the people at home need you at the same time"},
    {"Preparing for advancement", "getting ready for a next step, and finding what is still missing for it"},
    {"Gaining visibility", "becoming known to the people who decide about next steps"},
    {"Gaining recognition", "getting credit for what you have done, from colleagues and from above"},
    {"Identifying advancement opportunities", "finding the ways ahead that are open, and which of them would suit you"},
    {"Sense of competence and potential", "how good you have become, and how far you could still go"},
    {"Conformity vs. individuality", "how far to fit in with what is expected, and how far to stay yourself"},
    {"Networking", "keeping up with people in many places, who know and can do different things"},
    {"Maintaining visibility", "staying in the minds of the people who decide, as others come up"},
    {"Developing subordinates", "helping the people who report to you to grow"},
    {"Passing on wisdom", "handing on what the years have taught you to people who come after you"},
    {"Threats of obsolescence", "the worry that what you know and can do may be falling behind"},
    {"Reassessment and redirection", "looking again at what you have wanted so far, and whether to change course"},
    {"Maintaining knowledge", "keeping up with what is new in your field and around you"},
    {"Assuming consultive role", "being the one who is asked for advice, more than the one who runs things"},
    {"Seeing others as experts", "turning to others, younger ones too, for what they know better"},
    {"Preparing for retirement", "what your days are to hold when work is over, and how to get there"},
    {"Reviewing the past", "looking back together on what was done and lived through"},
    {"Assessing one's career and life", "weighing what your work and your life have come to, taken as a whole"},
});

}  // namespace

std::string_view meaning_of_theme(std::string_view text) {
  for (const ThemeMeaning& row : kThemeMeanings) {
    if (row.theme == text) return row.meaning;
  }
  return {};
}

}  // namespace kith::network
