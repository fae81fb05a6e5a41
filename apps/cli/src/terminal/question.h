#pragma once
// Asking the person at the terminal.
//
// Threads: one.

#include <optional>
#include <string>

#include "context.h"

namespace kith::cli {

// Whether a person is there who reads and types: standard input and output are a terminal, and no JSON is wanted.
bool is_somebody_there(const Context& context);

// "... [y/N] ": true for y or yes; others use the vault until the answer comes. REQUIRES: is_somebody_there()
bool says_yes(Context& context, const std::string& question);

// What is typed after a prompt, without the blanks around it; nothing at the end of input. Others use the vault
// until it comes.
Result<std::optional<std::string>> typed_answer(Context& context, const std::string& prompt);

// What cannot be kept as it was typed: it is said, and asked again.
bool is_mistyped(const Error& error);

// What is probably a slip of the hand: asked about where somebody is there, else refused with what to say instead.
// INVALID_ARGUMENT, CANCELLED.
Result<void> confirm_doubtful(Context& context, const std::string& doubt, bool anyway);

}  // namespace kith::cli
