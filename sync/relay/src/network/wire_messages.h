#pragma once
// Values of the relay into messages of kith/relay/v1, and what comes from outside into values.
//
// Threads: pure functions.

#include "kith/relay/relay.h"
#include "kith/relay/v1/relay.pb.h"

namespace kith::relay {

namespace wire = kith::relay::v1;

void fill(const envelope::SignedHead& head, wire::SignedHead* out);
void fill(envelope::Page&& page, wire::Page* out);
void fill(const envelope::AppendReply& reply, wire::AppendReply* out);
void fill(const envelope::SpaceView& view, wire::SpaceView* out);

Result<SpaceId> space_of(const std::string& bytes);
// A proof of the wrong shape becomes one that does not hold.
Proof proof_of(const wire::Proof& proof);

}  // namespace kith::relay
