#pragma once
// What every fuzzer shares. A fuzzer is a name, a function that is given any bytes, and inputs that
// are right, made by our own code, so that a changed format brings its new ones with it.
//
// Verification is never skipped: where a signature, a seal or a checksum stands before what is to be
// tested, the fuzzer makes a right one over the bytes that it was given.
//
// Threads: one.
// Errors:  what does not hold ends the run, with its place; see holds().

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/base/wire.h"
#include "kith/testing/seeded_random.h"

namespace kith::fuzz {

struct Fuzzer {
  std::string name;
  void (*run)(BytesView input) = nullptr;
  std::vector<Bytes> (*seeds)() = nullptr;
};

// Every fuzzer of the program, by name.
const std::vector<Fuzzer>& all_fuzzers();
const Fuzzer* find_fuzzer(std::string_view name);
// Called before main() by KITH_FUZZER.
bool add_fuzzer(Fuzzer fuzzer);

// Does not come back: a regression test fails with this text, a fuzzer stops and keeps its input.
[[noreturn]] void broken(const char* what, const char* file, int line);

// Numbers and bytes out of an input; zeros and nothing when it is used up.
inline std::size_t below(Reader& in, std::size_t bound) { return in.u16() % bound; }
inline Bytes some_bytes(Reader& in, std::size_t most) {
  return to_bytes(in.raw(std::min(in.left(), below(in, most + 1))));
}
inline std::string some_text(Reader& in, std::size_t most) { return std::string(as_text(some_bytes(in, most))); }
// One of a few values, so that two of them are often the same.
template <typename F>
F one_of_few(Reader& in, std::size_t few = 4) {
  F out;
  out.bytes.fill(static_cast<Byte>(below(in, few) + 1));
  return out;
}
inline Secret secret_of(Byte fill) {
  Secret out(32);
  std::fill(out.writable().begin(), out.writable().end(), fill);
  return out;
}
// The same random bytes each time, so that an input always does the same.
inline testing::SeededRandom fixed_random() { return testing::SeededRandom(7); }

// `bytes` with one bit of it turned over; which one, `in` says. REQUIRES: !bytes.empty()
inline Bytes with_flipped_bit(Bytes bytes, Reader& in) {
  const std::size_t bit = in.u32() % (bytes.size() * 8);
  bytes[bit / 8] = static_cast<Byte>(bytes[bit / 8] ^ (1U << (bit % 8)));
  return bytes;
}

// What stands behind the byte that chooses.
inline Bytes chosen(Byte choice, BytesView rest) {
  Bytes out{choice};
  append(out, rest);
  return out;
}

// The bytes of a file of tests/fixtures; nothing where the fixtures are not at hand.
Bytes fixture(const std::string& name);

}  // namespace kith::fuzz

#define KITH_HOLDS(what) \
  ((what) ? static_cast<void>(0) : ::kith::fuzz::broken(#what, __FILE__, __LINE__))

// KITH_FUZZER(name, run, seeds): void run(BytesView), std::vector<Bytes> seeds().
#define KITH_FUZZER(name, run, seeds) \
  [[maybe_unused]] static const bool kith_fuzzer_##name = ::kith::fuzz::add_fuzzer({#name, run, seeds})
