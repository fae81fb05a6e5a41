#include "kith/crypto/kdf.h"

#include "kith/verify/hash.h"
#include "start.h"

namespace kith::crypto {

Secret derive(const Secret& key, verify::Label label, std::initializer_list<BytesView> context) {
  start();
  Secret out(32);
  verify::keyed_hash(key, label, context, out.writable());
  return out;
}

}  // namespace kith::crypto
