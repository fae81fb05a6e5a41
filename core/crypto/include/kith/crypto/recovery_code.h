#pragma once
// A recovery code: 256 random bits that a person keeps on paper, in letters that survive being
// read aloud and typed in. It opens what the passphrase opens, without any slow work: there is
// nothing to guess.
//
// Text: 35 bytes (32 random, 3 of a checksum) in Crockford's base32, 14 groups of 4 letters.
// Capitals do not matter, nor O for 0, nor I and L for 1, nor where hyphens and blanks stand.
//
// Threads: pure functions (Random is safe from any thread).
// Owns:    nothing; the text is as secret as the code, so it is a Secret as well.
// Errors:  INVALID_ARGUMENT for a text that is not a whole code.

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::crypto {

inline constexpr std::size_t kRecoveryCodeBytes = 32;

Secret make_recovery_code(Random& random);

// REQUIRES: code.size() == kRecoveryCodeBytes
Secret recovery_code_text(const Secret& code);
Result<Secret> parse_recovery_code(const Secret& text);

}  // namespace kith::crypto
