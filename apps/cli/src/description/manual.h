#pragma once
// Pages for man(1): one of kith itself, one of each of its commands. They are made of what the parser knows.
//
// Threads: pure functions.

#include <string>
#include <vector>

#include "description/outline.h"

namespace kith::cli {

struct ManualPage {
  std::string name;  // "kith-person"; its file is kith-person.1
  std::string text;  // roff, with the macros of man(7)
};

std::vector<ManualPage> manual_pages(const CommandOutline& kith, const std::string& version);

}  // namespace kith::cli
