#pragma once
// Messages of kith/relay/v1 into values of the client. What has not exactly the right shape is
// MALFORMED; nothing is guessed.
//
// Threads: pure functions.

#include "kith/client/transport.h"
#include "kith/relay/v1/relay.pb.h"

namespace kith::grpc {

namespace wire = kith::relay::v1;

template <typename F>
Result<F> fixed_of(const std::string& bytes, Literal<0> what) {
  const auto out = F::from(as_bytes(bytes));
  if (!out) return fail(Code::MALFORMED, worded("the relay sent no {0}", what));
  return *out;
}

Result<envelope::SignedHead> head_of(const wire::SignedHead& head);
Result<client::Page> page_of(wire::Page&& page);
// At most `asked` results.
Result<client::AppendReply> append_reply_of(wire::AppendReply&& reply, std::size_t asked);
Result<client::SpaceView> space_view_of(const wire::SpaceView& view);

}  // namespace kith::grpc
