#pragma once
// For LS-15: nonces as the real sealing draws them.
//
// Threads: drawn_by_threads() makes eight of its own.

#include <algorithm>
#include <array>
#include <cstring>
#include <thread>
#include <vector>

#include "kith/crypto/aead.h"
#include "kith/verify/random.h"

namespace kith::vault::testing {

using Nonce = std::array<Byte, crypto::kNonceBytes>;

// The nonce in front of each of `count` sealed blocks.
inline std::vector<Nonce> drawn_nonces(std::size_t count) {
  const Secret key(crypto::kKeyBytes);
  std::vector<Nonce> out(count);
  Bytes block;
  for (Nonce& nonce : out) {
    block.clear();
    crypto::seal_block(key, {}, {}, verify::system_random(), block);
    std::copy_n(block.begin(), nonce.size(), nonce.begin());
  }
  return out;
}

inline std::vector<Nonce> drawn_by_threads(std::size_t count) {
  constexpr std::size_t kThreads = 8;
  std::array<std::vector<Nonce>, kThreads> parts;
  std::vector<std::thread> threads;
  for (std::vector<Nonce>& part : parts)
    threads.emplace_back([&part, count] { part = drawn_nonces(count / kThreads); });
  for (std::thread& thread : threads) thread.join();
  std::vector<Nonce> out;
  for (const std::vector<Nonce>& part : parts) out.insert(out.end(), part.begin(), part.end());
  return out;
}

// How many are the same as another one.
inline std::size_t repeated(std::vector<Nonce> nonces) {
  const auto less = [](const Nonce& a, const Nonce& b) { return std::memcmp(a.data(), b.data(), a.size()) < 0; };
  std::sort(nonces.begin(), nonces.end(), less);
  std::size_t twice = 0;
  for (std::size_t i = 1; i < nonces.size(); ++i) twice += nonces[i - 1] == nonces[i] ? 1 : 0;
  return twice;
}

}  // namespace kith::vault::testing
