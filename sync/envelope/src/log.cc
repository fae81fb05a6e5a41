#include "kith/envelope/log.h"

#include "kith/base/wire.h"
#include "kith/verify/hash.h"

namespace kith::envelope {
namespace {

Bytes number(std::uint64_t value) {
  Writer out;
  out.u64(value);
  return out.take();
}

}  // namespace

Head log_start(const SpaceId& space) { return {0, verify::hash(verify::label::kLog, {space.view()})}; }

Head log_next(const Head& head, const Hash& entry) {
  const std::uint64_t position = head.position + 1;
  return {position,
          verify::hash(verify::label::kLog, {head.running.view(), number(position), entry.view()})};
}

SignedHead sign_head(const SpaceId& space, const Head& head, std::int64_t time_ms,
                     const verify::SignPair& relay) {
  SignedHead out{space, head, time_ms, relay.key, {}};
  out.signature = verify::sign(relay, verify::label::kSignHead,
                               {space.view(), number(head.position), head.running.view(),
                                number(static_cast<std::uint64_t>(time_ms))});
  return out;
}

Result<void> check_head(const SignedHead& head, const SpaceId& space, const SignKey& relay) {
  if (head.relay != relay) return fail(Code::KEY_CHANGED, "a head signed with another relay key");
  if (head.space != space) return fail(Code::WRONG_CONTEXT, "a head of another space");
  if (!verify::verify(relay, verify::label::kSignHead,
                      {space.view(), number(head.head.position), head.head.running.view(),
                       number(static_cast<std::uint64_t>(head.time_ms))},
                      head.signature)) {
    return fail(Code::BAD_SIGNATURE, "a head that the relay did not sign");
  }
  return {};
}

Signature answer_challenge(const verify::SignPair& member, const SignKey& relay, const SpaceId& space,
                           const Challenge& challenge) {
  return verify::sign(member, verify::label::kSignChallenge,
                      {BytesView(&kProtocolVersion, 1), relay.view(), space.view(), member.key.view(),
                       challenge.view()});
}

bool challenge_holds(const SignKey& member, const SignKey& relay, const SpaceId& space,
                     const Challenge& challenge, const Signature& signature) {
  return verify::verify(member, verify::label::kSignChallenge,
                        {BytesView(&kProtocolVersion, 1), relay.view(), space.view(), member.view(),
                         challenge.view()},
                        signature);
}

}  // namespace kith::envelope
