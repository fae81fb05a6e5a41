#include "kith/verify/hash.h"

#include <sodium.h>

#include "start.h"

namespace kith::verify {
namespace {

void update(crypto_generichash_state& state, BytesView bytes) {
  require(crypto_generichash_update(&state, bytes.data(), bytes.size()) == 0, "hash update");
}

void finish(crypto_generichash_state& state, Label label, std::initializer_list<BytesView> parts, std::span<Byte> out) {
  const Byte label_size = static_cast<Byte>(label.text.size());
  update(state, {&label_size, 1});
  update(state, as_bytes(label.text));
  for (const BytesView part : parts) {
    const auto size = static_cast<std::uint32_t>(part.size());
    const Byte framed[4] = {static_cast<Byte>(size >> 24U), static_cast<Byte>(size >> 16U),
                            static_cast<Byte>(size >> 8U), static_cast<Byte>(size)};
    update(state, framed);
    update(state, part);
  }
  require(crypto_generichash_final(&state, out.data(), out.size()) == 0, "hash final");
}

}  // namespace

Hash hash(Label label, std::initializer_list<BytesView> parts) {
  start();
  crypto_generichash_state state;
  require(crypto_generichash_init(&state, nullptr, 0, Hash::kSize) == 0, "hash init");
  Hash out;
  finish(state, label, parts, out.bytes);
  return out;
}

void keyed_hash(const Secret& key, Label label, std::initializer_list<BytesView> parts, std::span<Byte> out) {
  start();
  crypto_generichash_state state;
  require(crypto_generichash_init(&state, key.reveal().data(), key.size(), out.size()) == 0, "keyed hash init");
  finish(state, label, parts, out);
  sodium_memzero(&state, sizeof state);  // the key went into it
}

}  // namespace kith::verify
