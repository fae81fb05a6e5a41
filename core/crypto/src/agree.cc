#include "kith/crypto/agree.h"

#include <sodium.h>

#include <cstdlib>

#include "start.h"

namespace kith::crypto {

AgreePair make_agree_pair(Random& random) {
  start();
  Secret secret(crypto_scalarmult_SCALARBYTES);
  random.fill(secret.writable());
  return agree_pair_of(secret);
}

AgreePair agree_pair_of(const Secret& secret) {
  start();
  if (secret.size() != crypto_scalarmult_SCALARBYTES) std::abort();
  AgreePair pair;
  pair.secret = secret.clone();
  if (crypto_scalarmult_base(pair.key.bytes.data(), secret.reveal().data()) != 0) std::abort();
  return pair;
}

Result<Secret> agree(const AgreePair& mine, const AgreeKey& theirs) {
  start();
  Secret shared(crypto_scalarmult_BYTES);
  // libsodium returns -1 when the result is all zero, which is what low-order points give.
  if (crypto_scalarmult(shared.writable().data(), mine.secret.reveal().data(), theirs.bytes.data()) != 0) {
    return fail(Code::WEAK_KEY, "a public key of low order");
  }
  return shared;
}

}  // namespace kith::crypto
