#pragma once
// Asking the person at the terminal.
//
// Threads: one.

#include <optional>
#include <string>

#include "frame/context.h"

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

// What ends a guided session at any of its questions, as the end of input does.
inline constexpr std::string_view kLeave = "q";

enum class Typed { kept, skipped, left };
// Asks until what is typed is kept, nothing is typed, or it is left. `keep` is given the text and answers a Result;
// what it cannot keep as it was typed is said, and asked again.
template <typename Keep>
Result<Typed> ask_until_kept(Context& context, Keep keep) {
  while (true) {
    KITH_TRY(const auto typed, typed_answer(context, ">"));
    if (!typed || *typed == kLeave) return Typed::left;
    if (typed->empty()) return Typed::skipped;
    const auto kept = keep(*typed);
    if (kept) return Typed::kept;
    if (!is_mistyped(kept.error())) return kept.error();
    context.show(kept.error());
  }
}

// What is probably a slip of the hand: asked about where somebody is there, else refused with what to say instead.
// INVALID_ARGUMENT, CANCELLED.
Result<void> confirm_doubtful(Context& context, const std::string& doubt, bool anyway);

}  // namespace kith::cli
