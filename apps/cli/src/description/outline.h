#pragma once
// Everything there is to say of the commands, as plain values: names, options, words to choose from, help, examples. It
// is read off the parser itself, so that help, manual and completions never say what the parser does not do.
//
// Threads: pure functions.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace kith::cli {

struct OptionOutline {
  std::vector<std::string> names;     // "--about"; of a positional its one name, "TEXT"
  std::string value;                  // what it takes: "FILE", "DATE", "TEXT"; empty for a flag
  std::vector<std::string> choices;   // where only these are good
  std::string help;
  std::string environment;            // the variable that it may come from
  bool positional = false;
  bool required = false;
  bool repeated = false;
};

struct CommandOutline {
  std::vector<std::string> path;  // {"person", "add"}; empty for kith itself
  std::string help;
  std::string footer;             // exit status, an example
  std::vector<OptionOutline> options;
  std::vector<CommandOutline> commands;
};

CommandOutline outline_of(const CLI::App& app);

// What stands for its value in help: "FILE"; empty for a flag. The words to choose from are no part of it.
std::string value_of(const CLI::Option& option);

// What kind of value an option takes, for those that a completion can help with.
inline constexpr const char* kFile = "FILE";
inline constexpr const char* kFolder = "DIR";

// A validator that takes everything and only says which words are usual, so that a completion offers them.
CLI::Validator usual_words(const std::vector<std::string>& words);

}  // namespace kith::cli
