#pragma once
// The command line of kith-relay, and the settings that come of it and of the file that it names.
//
// Threads: one thread.
// Errors:  those of config.h.

#include <CLI/CLI.hpp>

#include "program/config.h"

namespace kith::relay {

struct Arguments {
  std::string config_file;
  bool version = false;
  Config given;
  CLI::Option* data = nullptr;
  CLI::Option* listen = nullptr;
  CLI::Option* certificate = nullptr;
  CLI::Option* key = nullptr;
};

void add_options(CLI::App& app, Arguments& args);

// What the file says now, and the options that win over it.
Result<Config> settings(const Arguments& args);

}  // namespace kith::relay
