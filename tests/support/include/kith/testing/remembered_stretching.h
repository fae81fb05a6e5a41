#pragma once
// Argon2id at its full cost, once for each thing that it is asked: a test program whose fixtures are the same in every
// test (the same seed, so the same salts) asks for the same hundreds of times, and a tenth of a second each was most of
// what such a program did. Whoever asks anew is given what libsodium answered before: it is a function of its input.
//
// It is the linker that puts it before libsodium's crypto_pwhash (kith_test(... REMEMBERS)), in that test program and
// nowhere else: no module knows of it, and no program that is released can be given it.
//
// Threads: any.

#include <cstdint>

namespace kith::testing {

struct Stretched {
  std::uint64_t asked = 0;
  std::uint64_t worked_out = 0;
};
// So far, in this process.
Stretched stretched();

}  // namespace kith::testing
