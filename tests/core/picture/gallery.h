#pragma once
// One of each picture, with made-up people: for the fixtures, and for looking at.

#include <string>
#include <vector>

#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct Exhibit {
  std::string name;
  std::vector<std::string> people;  // who has to be named in its lines
  Picture picture;
};
std::vector<Exhibit> gallery(const Options& options = {});

}  // namespace kith::picture
