#pragma once
// The words of a command line that name commands, before anything is read of it: a word that is none is said,
// also in front of --help, and what was probably meant.
//
// Threads: pure functions.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace kith::cli {

// What is wrong with the names of commands in these arguments; nothing where they are known, or there are none.
std::optional<std::string> unknown_command(const CLI::App& app, int argc, const char* const* argv);

// The candidate that a typo makes of: one letter in four may be wrong, left out, doubled or changed with its
// neighbour. Empty where none is near.
std::string nearest(const std::string& typed, const std::vector<std::string>& candidates);

}  // namespace kith::cli
