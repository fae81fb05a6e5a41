#pragma once
// What a sealed answer is bound to: a hash over everything that must not change between sealing and
// opening. The salt hides the answer, of which there are only a few; the member's number keeps one
// member from passing the other's commitment off as his own.
//
// Threads: pure functions.

#include "kith/base/fixed.h"

namespace kith::protocol {

using AnswerSalt = Fixed<struct AnswerSaltTag, 32>;  // random

struct AnswerPlace {
  SpaceId space;
  std::string_view question;
  std::uint32_t round = 0;
  std::uint32_t member = 0;
};

Hash answer_commitment(const AnswerPlace& place, const AnswerSalt& salt, std::string_view answer);

}  // namespace kith::protocol
