#include "kith/verify/hash.h"

#include <sodium.h>

#include "start.h"

namespace kith::verify {
namespace {

void update(crypto_generichash_state& state, BytesView bytes) {
  require(crypto_generichash_update(&state, bytes.data(), bytes.size()) == 0, "hash update");
}

}  // namespace

Hash hash(Label label, std::initializer_list<BytesView> parts) {
  start();
  crypto_generichash_state state;
  require(crypto_generichash_init(&state, nullptr, 0, Hash::kSize) == 0, "hash init");
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
  Hash out;
  require(crypto_generichash_final(&state, out.bytes.data(), Hash::kSize) == 0, "hash final");
  return out;
}

}  // namespace kith::verify
