// What a relay answers, as it comes over the wire: the first byte says which message, the others are it.
// What a client takes is a value that a relay could have sent, and reads the same when it is sent again.

#include "fuzz.h"
#include "kith/envelope/log.h"
#include "relay/src/network/wire_messages.h"
#include "grpc/src/wire_values.h"

namespace kith::fuzz {
namespace relay_answers_fuzzer {

namespace wire = kith::relay::v1;

template <typename Message>
bool parsed(Message& message, BytesView bytes) {
  return message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

void check_head(BytesView bytes) {
  wire::SignedHead message;
  if (!parsed(message, bytes)) return;
  const auto head = grpc::head_of(message);
  if (!head.ok()) return;
  (void)envelope::check_head(*head, head->space, head->relay);
  wire::SignedHead out;
  relay::fill(*head, &out);
  const auto again = grpc::head_of(out);
  KITH_HOLDS(again.ok() && *again == *head);
}

bool same(const envelope::Row& a, const envelope::Row& b) {
  return a.position == b.position && a.received_ms == b.received_ms && a.entry == b.entry;
}

void check_page(BytesView bytes) {
  wire::Page message;
  if (!parsed(message, bytes)) return;
  const auto page = grpc::page_of(std::move(message));
  if (!page.ok()) return;
  wire::Page out;
  relay::fill(envelope::Page(*page), &out);
  const auto again = grpc::page_of(std::move(out));
  KITH_HOLDS(again.ok() && again->head == page->head && again->rows.size() == page->rows.size());
  for (std::size_t i = 0; i < page->rows.size(); ++i) KITH_HOLDS(same(page->rows[i], again->rows[i]));
}

void check_append(BytesView bytes) {
  wire::AppendReply message;
  if (!parsed(message, bytes)) return;
  constexpr std::size_t kAsked = 3;
  const auto reply = grpc::append_reply_of(std::move(message), kAsked);
  if (!reply.ok()) return;
  KITH_HOLDS(reply->results.size() <= kAsked);
  wire::AppendReply out;
  relay::fill(*reply, &out);
  const auto again = grpc::append_reply_of(std::move(out), kAsked);
  KITH_HOLDS(again.ok() && again->results.size() == reply->results.size() && again->head == reply->head);
  for (std::size_t i = 0; i < reply->results.size(); ++i) {
    const auto& a = reply->results[i];
    const auto& b = again->results[i];
    KITH_HOLDS(a.verdict == b.verdict && a.position == b.position && a.stored == b.stored);
    KITH_HOLDS(a.verdict != envelope::Verdict::refused || a.code == b.code);
  }
}

void check_view(BytesView bytes) {
  wire::SpaceView message;
  if (!parsed(message, bytes)) return;
  const auto view = grpc::space_view_of(message);
  if (!view.ok()) return;
  wire::SpaceView out;
  relay::fill(*view, &out);
  const auto again = grpc::space_view_of(out);
  KITH_HOLDS(again.ok() && again->space == view->space && again->members.size() == view->members.size() &&
             again->admission == view->admission && again->created_ms == view->created_ms);
}

void run(BytesView input) {
  Reader in(input);
  const std::uint8_t which = in.u8() % 4;
  const BytesView message = in.rest();
  if (which == 0) check_head(message);
  if (which == 1) check_page(message);
  if (which == 2) check_append(message);
  if (which == 3) check_view(message);
}

std::vector<Bytes> seeds() {
  const verify::SignPair key = verify::sign_pair_of(secret_of(1));
  const envelope::SignedHead head = envelope::sign_head(SpaceId{{2}}, {3, Hash{{4}}}, 5, key);
  wire::SignedHead head_message;
  relay::fill(head, &head_message);
  wire::Page page;
  relay::fill(envelope::Page{{{1, 6, Bytes{1, 2, 3}}, {2, 7, Bytes(70, 1)}}, head}, &page);
  wire::AppendReply append_message;
  relay::fill(envelope::AppendReply{{{envelope::Verdict::counted, 1, Code{}, {}},
                                     {envelope::Verdict::taken, 2, Code{}, Bytes{9}},
                                     {envelope::Verdict::refused, 0, Code::GAP, {}}}, head}, &append_message);
  wire::SpaceView view;
  envelope::SpaceView value;
  value.members = {{1, true, key.key, 8}};
  relay::fill(value, &view);
  return {chosen(0, as_bytes(head_message.SerializeAsString())), chosen(1, as_bytes(page.SerializeAsString())),
          chosen(2, as_bytes(append_message.SerializeAsString())), chosen(3, as_bytes(view.SerializeAsString()))};
}

KITH_FUZZER(relay_answers, run, seeds);

}  // namespace relay_answers_fuzzer
}  // namespace kith::fuzz
