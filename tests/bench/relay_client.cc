#include "relay_client.h"

#include "kith/grpc/grpc_transport.h"

namespace kith::bench {
namespace {

constexpr std::int64_t kDeadlineMs = 60'000;
constexpr std::uint32_t kPageBytes = 1U << 20U;

Result<std::unique_ptr<client::Transport>> enter(const RelayProcess& relay, const envelope::SpaceBuilder& of) {
  KITH_TRY(auto link, grpc::make_grpc_transport({relay.address(), relay.ca_pem(), kDeadlineMs, kPageBytes}));
  KITH_CHECK(link->relay_key());
  KITH_TRY(const auto in, link->authenticate({{of.space, &of.founder.transport}}));
  if (!in.front()) return fail(Code::INTERNAL, "the relay did not let a member in");
  return link;
}

}  // namespace

Result<RelayClient> RelayClient::found(const RelayProcess& relay, std::uint32_t number) {
  RelayClient out;
  out.of_ = std::make_unique<envelope::SpaceBuilder>(envelope::SpaceKind::pair, number);
  const envelope::SpaceBuilder& of = *out.of_;
  const Bytes founding = of.entry(of.founder, of.found_body());
  KITH_TRY(const auto link, grpc::make_grpc_transport({relay.address(), relay.ca_pem(), kDeadlineMs}));
  KITH_TRY(const auto founded, link->create_space({}, founding, {}));
  KITH_TRY(out.link_, enter(relay, of));
  out.next_ = of.header(of.founder, envelope::entry_hash(founding));
  out.next_.epoch = 1;
  out.next_.sequence = 1;
  out.next_.seen = founded.head.head;
  return out;
}

Batch RelayClient::make(std::size_t entries) {
  Batch out;
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t around = envelope::make_entry(next_, {}, of_->founder.sign).size();
    out.push_back(envelope::make_entry(next_, Bytes(kRelayEntryBytes - around, static_cast<Byte>(i)), of_->founder.sign));
    next_.previous = envelope::entry_hash(out.back());
    ++next_.sequence;
  }
  return out;
}

Result<void> RelayClient::append(const Batch& batch) {
  KITH_TRY(const auto reply, link_->append(space(), batch));
  const bool counted = reply.results.size() == batch.size() &&
                       reply.results.back().verdict == envelope::Verdict::counted;
  if (!counted) return fail(Code::INTERNAL, "the relay did not count an entry");
  return {};
}

Result<std::unique_ptr<client::Transport>> RelayClient::connect_again(const RelayProcess& relay) const {
  return enter(relay, *of_);
}

}  // namespace kith::bench
