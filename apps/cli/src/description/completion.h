#pragma once
// What a shell completes after `kith`: commands, options, the words that an option takes, files where it takes one. A
// script for each shell, made of what the parser knows; none of them asks the vault.
//
// Threads: pure functions.

#include <string>

#include "description/outline.h"

namespace kith::cli {

std::string bash_completion(const CommandOutline& kith);
std::string zsh_completion(const CommandOutline& kith);
std::string fish_completion(const CommandOutline& kith);

}  // namespace kith::cli
