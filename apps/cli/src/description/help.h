#pragma once
// How --help looks: for kith itself the commands in groups, then the options; for a command its own.
//
// Threads: pure functions.

#include <CLI/CLI.hpp>
#include <memory>

namespace kith::cli {

std::shared_ptr<CLI::FormatterBase> help_format();

}  // namespace kith::cli
