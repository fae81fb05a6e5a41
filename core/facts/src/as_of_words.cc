#include "as_of_words.h"

#include "kith/network/portrait.h"

namespace kith::facts {
std::vector<std::string> words_of(const LeftOut& seen) {
  std::vector<std::string> out;
  if (!seen.undated.empty()) {
    out.push_back("Since when is not noted of " + network::names_in_a_row(seen.undated) +
                  ", so whether it had begun then is not known: left out.");
  }
  if (!seen.vague.empty()) {
    out.push_back("The beginning is known too roughly of " + network::names_in_a_row(seen.vague) +
                  " to say whether it was before then: left out.");
  }
  if (!seen.over.empty()) {
    out.push_back("Of " + network::names_in_a_row(seen.over) + " no date says when it ended: left out.");
  }
  if (!seen.resumed.empty()) {
    out.push_back("It was ended with " + network::names_in_a_row(seen.resumed) +
                  " by then and goes on today; no date says since when again: left out.");
  }
  if (seen.marks > 0) {
    out.push_back(seen.marks == 1
                      ? "1 mark of a function has no date that surely lies by then: left out."
                      : std::to_string(seen.marks) + " marks of functions have no date that surely lies by then: left out.");
  }
  if (seen.closeness) out.emplace_back("How close you were, and how often in touch, is noted without a date: left out.");
  if (seen.weight) out.emplace_back("How much each tie weighed is noted without a date: left out.");
  if (seen.standing) {
    out.emplace_back("Levels, who is senior to you and who knows many are noted without a date: left out.");
  }
  if (seen.acquaintances) out.emplace_back("Who knew whom is noted without a date: left out.");
  if (seen.outcome) {
    out.emplace_back("What has become of somebody since, eased or ended, is noted without a date: left out.");
  }
  if (seen.anybody) {
    out.emplace_back("What people are to you, and where you know them from, is told as you note it now.");
  }
  return out;
}

}  // namespace kith::facts
