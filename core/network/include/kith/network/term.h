#pragma once
// One row of a list of terms: a value of an enumeration, the word for records (never changed),
// the words for people (as the papers have them), and where they come from.
//
// Threads: pure functions over constants.
// Errors:  INVALID_ARGUMENT for a word that is not in the list; the message says which are.

#include <span>
#include <string>
#include <string_view>

#include "kith/base/result.h"
#include "kith/network/source.h"

namespace kith::network {

template <typename E>
struct Term {
  E value;
  std::string_view code;  // for records
  std::string_view term;  // for people
  Source source;
};

// The whole list, in the order of the enumeration. Specialized for each one in terms.cc.
template <typename E>
std::span<const Term<E>> terms();

template <typename E>
const Term<E>& term(E value) {
  return terms<E>()[static_cast<std::size_t>(value)];
}

template <typename E>
Result<E> from_code(std::string_view code) {
  std::string known;
  for (const Term<E>& row : terms<E>()) {
    if (row.code == code) return row.value;
    known += (known.empty() ? "" : ", ") + std::string(row.code);
  }
  return fail(Code::INVALID_ARGUMENT, worded("this is none of: {0}", known));
}

}  // namespace kith::network
