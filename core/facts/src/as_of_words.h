#pragma once
// What could not be told of a day that is past, in sentences. Private to core/facts.

#include <string>
#include <vector>

namespace kith::facts {

struct LeftOut {
  std::vector<std::string> undated;  // names of whom it is not noted since when
  std::vector<std::string> vague;    // whose beginning allows both before and after
  std::vector<std::string> over;     // ended, or died, at a time that is not noted
  std::vector<std::string> resumed;  // with whom it was ended by then and goes on today
  std::size_t marks = 0;             // of functions, without a date that surely lies by then
  bool closeness = false;            // and frequency
  bool weight = false;
  bool standing = false;  // level, seniority, who knows many
  bool acquaintances = false;
  bool outcome = false;  // eased, a friendship, ended since
  bool anybody = false;  // is there at all
};

std::vector<std::string> words_of(const LeftOut& seen);

}  // namespace kith::facts
