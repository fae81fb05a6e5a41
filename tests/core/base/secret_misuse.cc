// Each case is a mistake that must not compile; does_not_compile_test.py compiles them one by one, and
// first the whole without any, which must.

#include <cstring>
#include <iostream>
#include <sstream>

#include "kith/base/secret.h"

using kith::Secret;

std::size_t right_uses(const Secret& a, const Secret& b) {
  std::cout << a.size() << a.equals(b);
  return a.clone().size();
}

// LS-13: keys cannot be streamed, put into a text, or turned into bytes by the way.
#ifdef LS13_STREAM
void wrong(const Secret& key) { std::cout << key; }
#endif
#ifdef LS13_ERROR_STREAM
void wrong(const Secret& key) { std::cerr << "the key is " << key; }
#endif
#ifdef LS13_TEXT_STREAM
void wrong(const Secret& key) { std::ostringstream() << key; }
#endif
#ifdef LS13_TEXT
std::string wrong(const Secret& key) { return "the key is " + key; }
#endif
#ifdef LS13_TO_STRING
std::string wrong(const Secret& key) { return std::to_string(key); }
#endif
#ifdef LS13_HEX
std::string wrong(const Secret& key) { return kith::to_hex(key); }
#endif
#ifdef LS13_BYTES
kith::Bytes wrong(const Secret& key) { return key; }
#endif
#ifdef LS13_VIEW
kith::BytesView wrong(const Secret& key) { return key; }
#endif
#ifdef LS13_COPY
Secret wrong(const Secret& key) { return key; }
#endif
#ifdef LS13_ASSIGN
void wrong(Secret& to, const Secret& key) { to = key; }
#endif

// CV-05: secrets are compared by Secret::equals alone, which takes the same time for all.
#ifdef CV05_MEMCMP
int wrong(const Secret& a, const Secret& b) { return std::memcmp(a, b, 32); }
#endif
#ifdef CV05_MEMCMP_ADDRESS
int wrong(const Secret& a) { return std::memcmp(a.data(), "x", 1); }
#endif
#ifdef CV05_EQUAL
bool wrong(const Secret& a, const Secret& b) { return a == b; }
#endif
#ifdef CV05_NOT_EQUAL
bool wrong(const Secret& a, const Secret& b) { return a != b; }
#endif
#ifdef CV05_LESS
bool wrong(const Secret& a, const Secret& b) { return a < b; }
#endif
#ifdef CV05_OF_BYTES
bool wrong(const Secret& a, const Secret& b) { return kith::equal(a, b); }
#endif
#ifdef CV05_OF_STD
bool wrong(const Secret& a, const Secret& b) { return std::equal(a.begin(), a.end(), b.begin()); }
#endif
