#include "wire_values.h"

namespace kith::grpc {
namespace {

Bytes bytes_of(const std::string& text) { return to_bytes(as_bytes(text)); }

Result<client::AppendResult> result_of(const wire::AppendResult& result) {
  client::AppendResult out;
  if (result.verdict() < wire::VERDICT_COUNTED || result.verdict() > wire::VERDICT_REFUSED) {
    return fail(Code::MALFORMED, "the relay gave no verdict that is known");
  }
  out.verdict = static_cast<client::Verdict>(result.verdict());
  out.position = result.position();
  // A number that this program does not know says no more than "refused".
  const auto code = result.code() <= 0xffff ? code_from_number(static_cast<std::uint16_t>(result.code())) : std::nullopt;
  out.code = code.value_or(Code{});
  if (result.stored().size() > envelope::kMaxEntryBytes) return fail(Code::MALFORMED, "the relay shows no entry");
  out.stored = bytes_of(result.stored());
  return out;
}

}  // namespace

Result<envelope::SignedHead> head_of(const wire::SignedHead& head) {
  envelope::SignedHead out;
  KITH_TRY(out.space, fixed_of<SpaceId>(head.space(), "space id"));
  out.head.position = head.position();
  KITH_TRY(out.head.running, fixed_of<Hash>(head.running(), "running hash"));
  out.time_ms = head.time_ms();
  KITH_TRY(out.relay, fixed_of<SignKey>(head.relay_key(), "relay key"));
  KITH_TRY(out.signature, fixed_of<Signature>(head.signature(), "signature"));
  return out;
}

Result<client::Page> page_of(wire::Page&& page) {
  client::Page out;
  KITH_TRY(out.head, head_of(page.head()));
  out.rows.reserve(static_cast<std::size_t>(page.rows_size()));
  for (const wire::Row& row : page.rows()) {
    out.rows.push_back({row.position(), row.received_ms(), bytes_of(row.entry())});
  }
  return out;
}

Result<client::AppendReply> append_reply_of(wire::AppendReply&& reply, std::size_t asked) {
  client::AppendReply out;
  if (static_cast<std::size_t>(reply.results_size()) > asked) {
    return fail(Code::MALFORMED, "the relay answered for entries that nobody sent");
  }
  KITH_TRY(out.head, head_of(reply.head()));
  for (const wire::AppendResult& result : reply.results()) {
    KITH_TRY(client::AppendResult one, result_of(result));
    out.results.push_back(std::move(one));
  }
  return out;
}

Result<client::SpaceView> space_view_of(const wire::SpaceView& view) {
  client::SpaceView out;
  KITH_TRY(out.space, fixed_of<SpaceId>(view.space(), "space id"));
  out.kind = view.kind();
  out.created_ms = view.created_ms();
  out.stored_bytes = view.stored_bytes();
  out.position = view.position();
  out.epoch = view.epoch();
  for (const wire::MemberView& member : view.members()) {
    KITH_TRY(const SignKey device, fixed_of<SignKey>(member.device(), "device key"));
    out.members.push_back({member.number(), member.active(), device, member.last_sequence()});
  }
  out.admission = bytes_of(view.admission());
  out.live_streams = view.live_streams();
  return out;
}

}  // namespace kith::grpc
