#pragma once
// The functions that a developmental relationship serves, and a mark that one was felt in a
// conversation: "COAC:received:2", code, direction, intensity.
//
// Threads: pure functions.
// Units:   intensity 0 (named, not felt) to 3 (strongly).
// Errors:  INVALID_ARGUMENT with the list of what is known.
// Sources: mentoring functions after Kram 1983, peer functions after Kram & Isabella 1985.

#include <array>
#include <cstdint>
#include <string_view>

#include "kith/base/result.h"

namespace kith::model {

struct Function {
  std::string_view code;  // four letters, on disk
  std::string_view term;
};

// Nine of mentors, six more of peers; friendship is in both lists and stands once.
inline constexpr std::array<Function, 15> kFunctions{{
    {"SPON", "sponsorship"},
    {"EXPO", "exposure and visibility"},
    {"COAC", "coaching"},
    {"PROT", "protection"},
    {"CHAL", "challenging assignments"},
    {"ROLE", "role modeling"},
    {"ACCO", "acceptance and confirmation"},
    {"COUN", "counseling"},
    {"FRIE", "friendship"},
    {"INFO", "information sharing"},
    {"STRA", "career strategizing"},
    {"JFBK", "job-related feedback"},
    {"CONF", "confirmation"},
    {"EMOT", "emotional support"},
    {"PFBK", "personal feedback"},
}};

struct FunctionMark {
  std::string_view code;  // one of kFunctions
  bool received = false;  // otherwise given
  std::uint8_t intensity = 0;
};

Result<FunctionMark> parse_function_mark(std::string_view text);

}  // namespace kith::model
