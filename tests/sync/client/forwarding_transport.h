#pragma once
// A transport that hands everything on to another one: a test overrides what it wants otherwise.
//
// Threads: as the other one.
// Owns:    the other one.

#include <memory>

#include "kith/client/transport.h"

namespace kith::testing {

class ForwardingTransport : public client::Transport {
 public:
  explicit ForwardingTransport(std::unique_ptr<client::Transport> inner) : inner_(std::move(inner)) {}

  void ready(std::int64_t most_ms) override { inner_->ready(most_ms); }
  void interrupt() override { inner_->interrupt(); }
  Result<SignKey> relay_key() override { return inner_->relay_key(); }
  Result<std::vector<bool>> authenticate(const std::vector<client::Identity>& identities) override {
    return inner_->authenticate(identities);
  }
  Result<client::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) override {
    return inner_->create_space(admission, founding_entry, following);
  }
  Result<client::AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) override {
    return inner_->append(space, entries);
  }
  Result<client::Page> fetch(const SpaceId& space, std::uint64_t after) override { return inner_->fetch(space, after); }
  Result<envelope::SignedHead> head_at(const SpaceId& space, std::uint64_t position) override {
    return inner_->head_at(space, position);
  }
  Result<client::SpaceView> inspect(const SpaceId& space) override { return inner_->inspect(space); }
  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>& spaces) override {
    return inner_->live(spaces);
  }
  Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content,
                           std::int64_t ttl_ms) override {
    return inner_->mailbox_put(mailbox, slot, content, ttl_ms);
  }
  Result<std::optional<Bytes>> mailbox_get(const MailboxId& mailbox, std::uint32_t slot) override {
    return inner_->mailbox_get(mailbox, slot);
  }

 private:
  const std::unique_ptr<client::Transport> inner_;
};

}  // namespace kith::testing
