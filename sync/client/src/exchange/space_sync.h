#pragma once
// One space and one relay: pull, notice, heal, push. Private to sync/client. Wants `exchange` held.

#include "exchange/incoming.h"
#include "kith/client/transport.h"

namespace kith::client {

// The space is made at that relay, or is there already. The token that a vault was once given is remembered.
Result<AppendReply> create_space(const ReplicaImpl& impl, Transport& transport, SpaceNumber number,
                                 BytesView admission);

class SpaceSync {
 public:
  SpaceSync(ReplicaImpl& impl, Transport& transport, const SignKey& relay, SpaceNumber number, SyncReport& report)
      : impl_(impl), transport_(transport), relay_(relay), number_(number), report_(report) {}

  // `let_in`: whether the relay took this device's proof for the space.
  Result<void> run(bool let_in, BytesView admission);
  // A live event's page.
  Result<bool> take(const Page& page);

 private:
  Result<bool> enter(BytesView admission);
  // Whether the relay lets this device in under any key it has or had here.
  Result<bool> prove_any();
  Result<void> founded_again();
  Result<bool> pull();
  Result<bool> behind(const envelope::SignedHead& head);
  Result<void> rollback_healed();
  Result<void> put_back(std::uint64_t after);
  Result<bool> push();
  Result<bool> push_some(const std::vector<Bytes>& entries);
  Result<bool> taken(const AppendResult& result, BytesView sent);
  Result<void> at_relay();
  // The relay's head, checked; nothing after an alarm.
  Result<bool> good_head(const envelope::SignedHead& head);
  AskHead ask();
  SpaceRow row();

  ReplicaImpl& impl_;
  Transport& transport_;
  const SignKey relay_;
  const SpaceNumber number_;
  SyncReport& report_;
};

}  // namespace kith::client
