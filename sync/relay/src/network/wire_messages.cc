#include "network/wire_messages.h"

namespace kith::relay {
namespace {

void set(std::string* field, BytesView bytes) { field->assign(as_text(bytes)); }

template <typename F>
F fixed_or_zero(const std::string& bytes) {
  return F::from(as_bytes(bytes)).value_or(F{});
}

}  // namespace

void fill(const envelope::SignedHead& head, wire::SignedHead* out) {
  set(out->mutable_space(), head.space.view());
  out->set_position(head.head.position);
  set(out->mutable_running(), head.head.running.view());
  out->set_time_ms(head.time_ms);
  set(out->mutable_relay_key(), head.relay.view());
  set(out->mutable_signature(), head.signature.view());
}

void fill(envelope::Page&& page, wire::Page* out) {
  for (const envelope::Row& row : page.rows) {
    wire::Row* to = out->add_rows();
    to->set_position(row.position);
    to->set_received_ms(row.received_ms);
    set(to->mutable_entry(), row.entry);
  }
  fill(page.head, out->mutable_head());
}

void fill(const envelope::AppendReply& reply, wire::AppendReply* out) {
  for (const envelope::AppendResult& result : reply.results) {
    wire::AppendResult* to = out->add_results();
    to->set_verdict(static_cast<wire::Verdict>(result.verdict));
    to->set_position(result.position);
    if (result.verdict == envelope::Verdict::refused) to->set_code(static_cast<std::uint32_t>(result.code));
    set(to->mutable_stored(), result.stored);
  }
  fill(reply.head, out->mutable_head());
}

void fill(const envelope::SpaceView& view, wire::SpaceView* out) {
  set(out->mutable_space(), view.space.view());
  out->set_kind(view.kind);
  out->set_created_ms(view.created_ms);
  out->set_stored_bytes(view.stored_bytes);
  out->set_position(view.position);
  out->set_epoch(view.epoch);
  for (const envelope::MemberView& member : view.members) {
    wire::MemberView* to = out->add_members();
    to->set_number(member.number);
    to->set_active(member.active);
    set(to->mutable_device(), member.device.view());
    to->set_last_sequence(member.last_sequence);
  }
  set(out->mutable_admission(), view.admission);
  out->set_live_streams(view.live_streams);
}

Result<SpaceId> space_of(const std::string& bytes) {
  const auto space = SpaceId::from(as_bytes(bytes));
  if (!space) return fail(Code::INVALID_ARGUMENT, "a space id has 32 bytes");
  return *space;
}

Proof proof_of(const wire::Proof& proof) {
  return {fixed_or_zero<SpaceId>(proof.space()), fixed_or_zero<SignKey>(proof.device()),
          fixed_or_zero<Signature>(proof.signature())};
}

}  // namespace kith::relay
