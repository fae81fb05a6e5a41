#pragma once
// A relay in memory: honest by itself, and a liar through its hooks. A RelayTransport is one
// device's connection to it. What a test changes is only what the host of a relay could change.

#include <functional>
#include <map>
#include <set>

#include "kith/base/clock.h"
#include "kith/client/transport.h"

namespace kith::testing {

class MemoryRelay {
 public:
  struct Space {
    std::vector<Bytes> entries;
    std::vector<envelope::Head> heads;  // heads[n]: after n entries
    envelope::Membership membership;
    std::map<SignKey, std::pair<std::uint64_t, Hash>> authors;
    std::map<std::pair<SignKey, std::uint64_t>, std::uint64_t> places;
    std::uint64_t end_for(const SignKey& device) const;
  };

  MemoryRelay(Random& random, const Clock& clock) : pair_(std::make_shared<verify::SignPair>(verify::make_sign_pair(random))), clock_(&clock) {}

  client::AppendResult take(const SpaceId& id, BytesView bytes);
  envelope::SignedHead sign(const SpaceId& id, const envelope::Head& head) const {
    return envelope::sign_head(id, head, clock_->wall_ms(), *pair_);
  }

  const SignKey& key() const { return pair_->key; }

  std::map<SpaceId, Space> spaces;
  std::map<std::pair<MailboxId, std::uint32_t>, Bytes> mailboxes;
  Bytes wire;  // every byte that any device handed over
  // Every data entry that any device handed over, taken or not: author and number -> its ids.
  std::map<std::pair<SignKey, std::uint64_t>, std::set<Hash>> handed_over;
  bool offline = false;
  bool append_offline = false;  // the connection breaks before an append arrives
  bool head_at_offline = false;
  int calls = 0;

  // What a lying host may do to an answer before it goes out.
  std::function<void(const SpaceId&, client::Page&)> on_fetch;
  std::function<void(envelope::SignedHead&)> on_head_at;
  std::function<void(client::AppendReply&)> on_append;
  std::function<void(client::AppendReply&)> on_create;

 private:
  // Shared, so that a copy of the relay is a copy of its folder: same key, own history.
  std::shared_ptr<verify::SignPair> pair_;
  const Clock* clock_;
};

class RelayTransport final : public client::Transport {
 public:
  explicit RelayTransport(MemoryRelay& relay) : relay_(&relay) {}
  // The same device, at another relay from now on.
  void move_to(MemoryRelay& relay) { relay_ = &relay; }

  Result<SignKey> relay_key() override;
  Result<std::vector<bool>> authenticate(const std::vector<client::Identity>& identities) override;
  Result<client::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) override;
  Result<client::AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) override;
  Result<client::Page> fetch(const SpaceId& space, std::uint64_t after) override;
  Result<envelope::SignedHead> head_at(const SpaceId& space, std::uint64_t position) override;
  Result<client::SpaceView> inspect(const SpaceId& space) override;
  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>& spaces) override;
  Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content, std::int64_t ttl_ms) override;
  Result<std::optional<Bytes>> mailbox_get(const MailboxId& mailbox, std::uint32_t slot) override;

 private:
  Result<void> reach();
  Result<MemoryRelay::Space*> space(const SpaceId& id);

  MemoryRelay* relay_;
  std::map<SpaceId, SignKey> let_in_;
};

}  // namespace kith::testing
