#include "kith/verify/sign.h"

#include <sodium.h>

#include "start.h"

namespace kith::verify {
namespace {

Bytes framed(Label label, std::initializer_list<BytesView> parts) {
  std::size_t size = 1 + label.text.size();
  for (const BytesView part : parts) size += 4 + part.size();
  Bytes out;
  out.reserve(size);
  out.push_back(static_cast<Byte>(label.text.size()));
  append(out, as_bytes(label.text));
  for (const BytesView part : parts) {
    const auto n = static_cast<std::uint32_t>(part.size());
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<Byte>(n >> static_cast<unsigned>(shift)));
    append(out, part);
  }
  return out;
}

// libsodium's 64-byte secret key: the seed and the public key.
Secret expanded(const Secret& seed, SignKey& key) {
  require(seed.size() == crypto_sign_SEEDBYTES, "seed size");
  Secret secret(crypto_sign_SECRETKEYBYTES);
  require(crypto_sign_seed_keypair(key.bytes.data(), secret.writable().data(), seed.reveal().data()) == 0,
          "sign key");
  return secret;
}

}  // namespace

SignPair make_sign_pair(Random& random) {
  start();
  Secret seed(crypto_sign_SEEDBYTES);
  random.fill(seed.writable());
  return sign_pair_of(seed);
}

SignPair sign_pair_of(const Secret& seed) {
  start();
  SignPair pair;
  expanded(seed, pair.key);
  pair.seed = seed.clone();
  return pair;
}

Signature sign(const SignPair& pair, Label label, std::initializer_list<BytesView> parts) {
  start();
  SignKey key;
  const Secret secret = expanded(pair.seed, key);
  const Bytes message = framed(label, parts);
  Signature out;
  require(crypto_sign_detached(out.bytes.data(), nullptr, message.data(), message.size(),
                               secret.reveal().data()) == 0,
          "sign");
  return out;
}

bool verify(const SignKey& key, Label label, std::initializer_list<BytesView> parts,
            const Signature& signature) {
  start();
  const Bytes message = framed(label, parts);
  return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                     key.bytes.data()) == 0;
}

}  // namespace kith::verify
