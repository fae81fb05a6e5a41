#include "link.h"

#include "words.h"

namespace kith::simulator {
namespace {

// Everybody in a simulation is at one address, with a budget that nobody uses up.
constexpr relay::Address kNowhere{};

bool is_due(std::optional<unsigned>& moment) {
  if (!moment || --*moment > 0) return false;
  moment.reset();
  return true;
}

}  // namespace

void Link::point_at(Host& host) {
  host_ = &host;
  proved_.clear();
}

void Link::calm() {
  offline_ = false;
  lose_.reset();
  twice_.reset();
  lie_ = Lie{};
}

void Link::hand_over(BytesView bytes) {
  trace_.add(bytes);
  leaked_ = leaked_ || as_text(bytes).find(kCanary) != std::string_view::npos;
}

template <typename Call>
auto Link::carry(std::string_view name, const Call& call) -> decltype(call()) {
  ++calls_;
  trace_.add(name);
  if (offline_) return fail(Code::OFFLINE, "the relay cannot be reached");
  const bool lost = is_due(lose_);
  if (is_due(twice_)) static_cast<void>(call());
  auto reply = call();
  trace_.add(static_cast<std::uint64_t>(reply.ok() ? Code{} : reply.error().code));
  if (lost) return fail(Code::TIMEOUT, "no answer came");
  return reply;
}

// Whatever the reason, the next sync proves itself anew. As GrpcTransport does it.
template <typename T>
Result<T> Link::forget_refused(const SpaceId& space, Result<T> reply) {
  if (!reply.ok() && (reply.error().code == Code::UNAUTHENTICATED || reply.error().code == Code::PERMISSION_DENIED)) {
    proved_.erase(space);
  }
  return reply;
}

Result<Bytes> Link::token(const SpaceId& space) {
  const auto at = proved_.find(space);
  if (at == proved_.end()) return fail(Code::UNAUTHENTICATED, "a space that was not proved");
  return at->second.token;
}

void Link::late_copy() {
  if (!last_) return;
  const std::vector<BytesView> views(last_->entries.begin(), last_->entries.end());
  const auto reply = host_->relay().append(last_->token, last_->space, views);
  trace_.add(static_cast<std::uint64_t>(reply.ok() ? Code{} : reply.error().code));
}

Result<SignKey> Link::relay_key() {
  return carry("relay_key", [&]() -> Result<SignKey> { return host_->key(); });
}

Result<void> Link::prove(const std::vector<const client::Identity*>& identities) {
  const envelope::Challenge challenge = host_->relay().challenge();
  std::vector<relay::Proof> proofs;
  for (const client::Identity* identity : identities) {
    proofs.push_back({identity->space, identity->device->key,
                      envelope::answer_challenge(*identity->device, host_->key(), identity->space, challenge)});
  }
  KITH_TRY(const std::vector<Bytes> tokens, host_->relay().authenticate(challenge, proofs));
  for (std::size_t i = 0; i < identities.size(); ++i) {
    if (!tokens[i].empty()) proved_[identities[i]->space] = {identities[i]->device->key, tokens[i]};
  }
  return {};
}

Result<std::vector<bool>> Link::authenticate(const std::vector<client::Identity>& identities) {
  const auto known = [this](const client::Identity& identity) {
    const auto at = proved_.find(identity.space);
    return at != proved_.end() && at->second.device == identity.device->key;
  };
  return carry("authenticate", [&]() -> Result<std::vector<bool>> {
    if (lie_.what == Lying::deny) return std::vector<bool>(identities.size());
    std::vector<const client::Identity*> open;
    for (const client::Identity& identity : identities) {
      if (!known(identity)) open.push_back(&identity);
    }
    if (!open.empty()) KITH_CHECK(prove(open));
    std::vector<bool> out;
    for (const client::Identity& identity : identities) out.push_back(known(identity));
    return out;
  });
}

Result<client::AppendReply> Link::create_space(BytesView admission, BytesView founding_entry,
                                               const std::vector<Bytes>& following) {
  hand_over(founding_entry);
  for (const Bytes& entry : following) hand_over(entry);
  const std::vector<BytesView> views(following.begin(), following.end());
  return carry("create_space", [&] { return host_->relay().create_space(admission, founding_entry, views); });
}

Result<client::AppendReply> Link::append(const SpaceId& space, const std::vector<Bytes>& entries) {
  for (const Bytes& entry : entries) hand_over(entry);
  KITH_TRY(const Bytes shown, token(space));
  last_ = Sent{space, shown, entries};
  auto reply = carry("append", [&]() -> Result<client::AppendReply> {
    if (auto wrong = false_reply(lie_, *host_, space, entries)) return *std::move(wrong);
    return host_->relay().append(shown, space, std::vector<BytesView>(entries.begin(), entries.end()));
  });
  return forget_refused(space, std::move(reply));
}

Result<client::Page> Link::fetch(const SpaceId& space, std::uint64_t after) {
  KITH_TRY(const Bytes shown, token(space));
  auto reply = carry("fetch", [&]() -> Result<client::Page> {
    if (lie_.what == Lying::deny) return fail(Code::PERMISSION_DENIED, "no such space here");
    return host_->relay().fetch(shown, space, after, 0);
  });
  if (reply.ok()) {
    spoil_page(lie_, *host_, space, after, *reply);
    trace_.add(reply->head.head.running.view());
    trace_.add(std::uint64_t{reply->rows.size()});
  }
  return forget_refused(space, std::move(reply));
}

Result<envelope::SignedHead> Link::head_at(const SpaceId& space, std::uint64_t position) {
  KITH_TRY(const Bytes shown, token(space));
  auto reply = carry("head_at", [&]() -> Result<envelope::SignedHead> {
    if (lie_.what == Lying::no_head_at) return fail(Code::NOT_FOUND, "no such position");
    return host_->relay().head_at(shown, space, position);
  });
  return forget_refused(space, std::move(reply));
}

Result<client::SpaceView> Link::inspect(const SpaceId& space) {
  KITH_TRY(const Bytes shown, token(space));
  return forget_refused(space, carry("inspect", [&] { return host_->relay().inspect(shown, space); }));
}

Result<std::unique_ptr<client::LiveStream>> Link::live(const std::vector<SpaceId>&) {
  return fail(Code::UNSUPPORTED, "what a stream would bring is handed to the client by the simulator");
}

Result<bool> Link::mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content, std::int64_t ttl_ms) {
  hand_over(content);
  return carry("mailbox_put", [&] { return host_->relay().mailbox_put(kNowhere, mailbox.view(), slot, content, ttl_ms); });
}

Result<std::optional<Bytes>> Link::mailbox_get(const MailboxId& mailbox, std::uint32_t slot) {
  return carry("mailbox_get", [&] { return host_->relay().mailbox_get(mailbox.view(), slot); });
}

}  // namespace kith::simulator
