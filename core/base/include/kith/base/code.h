#pragma once
// Code names every failure a caller may meet, with a number that never changes.
// The list itself is codes.def; the names are the same words in every layer, in JSON and in C.
//
// Threads: all functions are pure.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kith {

enum class Code : std::uint16_t {
#define KITH_CODE(name, number, transient) name = number,
#include "kith/base/codes.def"
#undef KITH_CODE
};

// The name as written in codes.def, for example "STORE_CORRUPT".
std::string_view code_name(Code code);

// The code with that name, or nothing.
std::optional<Code> code_from_name(std::string_view name);

// The code with that number, or nothing (a newer program may know more).
std::optional<Code> code_from_number(std::uint16_t number);

// True when the same call may succeed later with nothing changed by the caller.
bool is_transient(Code code);

// Every code, in the order of codes.def.
std::span<const Code> all_codes();

}  // namespace kith
