#pragma once
// Which commands belong together: the headings of `kith --help`, of the manual, and of nothing else.
//
// Threads: pure functions.

#include <CLI/CLI.hpp>
#include <span>
#include <string_view>

namespace kith::cli {

struct CommandGroup {
  std::string_view title;
  std::string_view help;
  std::span<const std::string_view> commands;  // in the order to show them
};

std::span<const CommandGroup> command_groups();

// Gives every command its group. One that is in none is shown under "Other", which a test does not let pass.
void group_commands(CLI::App& app);

}  // namespace kith::cli
