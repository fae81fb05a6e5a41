#pragma once
// The next steps of the engine as commands of this program.
//
// Threads: pure functions.

#include <span>
#include <string>

#include "kith/engine/next.h"

namespace kith::cli {

using engine::NextRows;

// "kith alarms list, then kith alarms heal 3"; empty without a step, and for one of a newer engine. What was typed by
// somebody stands in quotes, so that whoever copies the command to a shell runs nothing else.
std::string commands_of(std::span<const Next> next);
std::string commands_of(const NextRows& next);

// The text, and behind it the commands in parentheses where there are any.
std::string with_commands(const std::string& text, std::span<const Next> next);
std::string with_commands(const std::string& text, const NextRows& next);

// What a reply leaves to the face, as JSON shows it.
void say_next(kith::api::v1::StatusResult& reply);
void say_next(kith::api::v1::NextStep& reply);
template <typename Reply>
void say_next(Reply&) {}

}  // namespace kith::cli
