#include "kith/crypto/kdf.h"

#include <sodium.h>

#include <cstdlib>

#include "start.h"

namespace kith::crypto {
namespace {

void require(bool ok) {
  if (!ok) std::abort();
}

}  // namespace

Secret derive(const Secret& key, verify::Label label, std::initializer_list<BytesView> context) {
  start();
  crypto_generichash_state state;
  require(crypto_generichash_init(&state, key.reveal().data(), key.size(), 32) == 0);
  const auto update = [&state](BytesView bytes) {
    require(crypto_generichash_update(&state, bytes.data(), bytes.size()) == 0);
  };
  const Byte label_size = static_cast<Byte>(label.text.size());
  update({&label_size, 1});
  update(as_bytes(label.text));
  for (const BytesView part : context) {
    const auto size = static_cast<std::uint32_t>(part.size());
    const Byte framed[4] = {static_cast<Byte>(size >> 24U), static_cast<Byte>(size >> 16U),
                            static_cast<Byte>(size >> 8U), static_cast<Byte>(size)};
    update(framed);
    update(part);
  }
  Secret out(32);
  require(crypto_generichash_final(&state, out.writable().data(), out.size()) == 0);
  sodium_memzero(&state, sizeof state);
  return out;
}

}  // namespace kith::crypto
