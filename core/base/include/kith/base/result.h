#pragma once
// Result<T> is either a value or an Error: an expected failure is a value with a number.
// Written so that std::expected can take its place once every compiler of ours has it.
//
// Threads: a Result is a plain value.
// Errors:  an Error's message is a sentence of the source with values in it (kith/base/sentence.h), and never has a
//          key, a passphrase or a word that a person wrote. What can be done about it is a value (kith/base/step.h),
//          never part of the message.

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "kith/base/code.h"
#include "kith/base/sentence.h"
#include "kith/base/step.h"

namespace kith {

struct Error {
  Code code = Code::INTERNAL;
  Sentence message = {};
  std::vector<Next> next = {};  // one after the other
  bool operator==(const Error&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}           // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}       // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  // By value, so that what is taken from a passing Result does not go with it.
  T value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok()
  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  // REQUIRES: !ok()
  const Error& error() const& { return *error_; }
  Error&& error() && { return std::move(*error_); }

 private:
  std::optional<Error> error_;
};

// fail(Code::NOT_FOUND, "there is no such alarm"); with values
// fail(Code::TOO_LARGE, worded("more than {0} bytes", most)).
inline Error fail(Code code, Sentence message) { return Error{code, std::move(message)}; }
inline Error fail(Code code, Literal<0> message) { return Error{code, message}; }
inline Error fail(Code code, Sentence message, Next next) { return Error{code, std::move(message), {std::move(next)}}; }
inline Error fail(Code code, Literal<0> message, Next next) { return Error{code, message, {std::move(next)}}; }

}  // namespace kith

#define KITH_CONCAT_INNER(a, b) a##b
#define KITH_CONCAT(a, b) KITH_CONCAT_INNER(a, b)

// KITH_TRY(auto x, f()): x is the value of f(), or the enclosing function returns f()'s error.
#define KITH_TRY(decl, expr)                                              \
  auto KITH_CONCAT(kith_try_, __LINE__) = (expr);                         \
  if (!KITH_CONCAT(kith_try_, __LINE__).ok())                             \
    return std::move(KITH_CONCAT(kith_try_, __LINE__)).error();           \
  decl = *std::move(KITH_CONCAT(kith_try_, __LINE__))

// KITH_CHECK(f()): as KITH_TRY, for a Result<void> or a value nobody needs.
#define KITH_CHECK(expr)                                                  \
  do {                                                                    \
    auto kith_check_ = (expr);                                            \
    if (!kith_check_.ok()) return std::move(kith_check_).error();         \
  } while (false)
