#pragma once
// GoogleTest matchers for Result: IsOk(), IsOkAnd(matcher), Fails(Code).

#include <gmock/gmock.h>

#include <ostream>

#include "kith/base/result.h"

namespace kith {

inline void PrintTo(Code code, std::ostream* out) { *out << code_name(code); }

template <typename T>
void PrintTo(const Result<T>& result, std::ostream* out) {
  if (result.ok()) {
    *out << "ok";
  } else {
    *out << code_name(result.error().code) << ": " << result.error().message.text();
  }
}

}  // namespace kith

namespace kith::testing {

MATCHER(IsOk, negation ? "fails" : "is ok") { return arg.ok(); }

MATCHER_P(IsOkAnd, inner, "is ok and its value matches") {
  return arg.ok() && ::testing::ExplainMatchResult(inner, arg.value(), result_listener);
}

MATCHER_P(Fails, code, "fails with " + std::string(code_name(code))) {
  return !arg.ok() && arg.error().code == code;
}

}  // namespace kith::testing
