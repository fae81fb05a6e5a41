#include "kith/crypto/sealed_to.h"

#include "kith/crypto/kdf.h"

namespace kith::crypto {
namespace {

Secret key_of(const Secret& shared, verify::Label label, const AgreeKey& ephemeral, const AgreeKey& to,
              BytesView context, BytesView extra) {
  return derive(shared, label, {ephemeral.view(), to.view(), context, extra});
}

}  // namespace

Result<Bytes> seal_to(const AgreeKey& to, verify::Label label, BytesView context, BytesView extra,
                      BytesView plain, Random& random) {
  const AgreePair ephemeral = make_agree_pair(random);
  KITH_TRY(const Secret shared, agree(ephemeral, to));
  const Secret key = key_of(shared, label, ephemeral.key, to, context, extra);
  Bytes out = to_bytes(ephemeral.key.view());
  append(out, seal(key, context, plain, random));
  return out;
}

Result<Bytes> open_sealed_to(const AgreePair& mine, verify::Label label, BytesView context, BytesView extra,
                             BytesView sealed) {
  if (sealed.size() < kSealedToOverhead) return fail(Code::BAD_CIPHERTEXT, "sealed bytes are too short");
  const AgreeKey ephemeral = *AgreeKey::from(sealed.first(AgreeKey::kSize));
  KITH_TRY(const Secret shared, agree(mine, ephemeral));
  const Secret key = key_of(shared, label, ephemeral, mine.key, context, extra);
  return open(key, context, sealed.subspan(AgreeKey::kSize));
}

}  // namespace kith::crypto
