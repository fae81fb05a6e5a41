#include "kith/protocol/parting.h"

#include <algorithm>

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/protocol/sealing.h"

namespace kith::protocol {
namespace {

Secret key_of(const SpaceId& space, std::uint32_t epoch, const Secret& epoch_secret) {
  Writer number;
  number.u32(epoch);
  return crypto::derive(epoch_secret, verify::label::kLeaveKey, {space.view(), number.bytes()});
}

Bytes bound_to(const SpaceId& space, std::uint32_t epoch, const SignKey& author) {
  Writer out;
  out.raw(space.view());
  out.u32(epoch);
  out.raw(author.view());
  return out.take();
}

}  // namespace

Result<Bytes> seal_parting(const SpaceId& space, std::uint32_t epoch, const SignKey& author, const Secret& epoch_secret,
                           const std::vector<Change>& withdrawals, Random& random) {
  if (withdrawals.size() > kMaxParting) return fail(Code::TOO_LARGE, "more withdrawals than a leave carries");
  Writer plain;
  plain.u16(static_cast<std::uint16_t>(withdrawals.size()));
  for (const Change& change : withdrawals) {
    plain.u16(static_cast<std::uint16_t>(change.kind));
    plain.raw(change.record.view());
    plain.raw(change.made.value_or(RecordId{}).view());
  }
  Bytes padded = plain.take();
  padded.resize(crypto::padded_size(padded.size()));
  return crypto::seal(key_of(space, epoch, epoch_secret), bound_to(space, epoch, author), padded, random);
}

Result<std::vector<Change>> open_parting(const SpaceId& space, std::uint32_t epoch, const SignKey& author,
                                         const Secret& epoch_secret, BytesView sealed) {
  KITH_TRY(const Bytes plain, crypto::open(key_of(space, epoch, epoch_secret), bound_to(space, epoch, author), sealed));
  Reader in(plain);
  std::vector<Change> out;
  for (std::size_t left = in.u16(); left > 0 && in.ok(); --left) {
    Change change;
    change.op = Op::withdraw;
    change.kind = static_cast<model::Kind>(in.u16());
    change.record = in.fixed<RecordId>();
    change.made = in.fixed<RecordId>();
    out.push_back(std::move(change));
  }
  if (!in.ok() || out.size() > kMaxParting) return fail(Code::MALFORMED, "withdrawals that do not parse");
  const BytesView zeros = in.rest();
  const bool padded = plain.size() == crypto::padded_size(plain.size() - zeros.size());
  if (!padded || std::any_of(zeros.begin(), zeros.end(), [](Byte b) { return b != 0; })) {
    return fail(Code::MALFORMED, "withdrawals of the wrong padding");
  }
  return out;
}

}  // namespace kith::protocol
