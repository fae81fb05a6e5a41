#pragma once
// One space and one relay: pull, notice, heal, push. Whatever ends it before everything is sent leaves
// its reason. Private to sync/client. Wants `exchange` held.

#include "exchange/incoming.h"
#include "kith/client/transport.h"

namespace kith::client {

// The space is made at that relay, or is there already; with what comes before this device in its log, so
// that the relay knows it. The token that a vault was once given is remembered.
Result<AppendReply> create_space(ReplicaImpl& impl, Transport& transport, SpaceNumber number,
                                 BytesView admission);

class SpaceSync {
 public:
  // `decides`: for a decision over a fork, else null.
  SpaceSync(ReplicaImpl& impl, Transport& transport, const SignKey& relay, SpaceNumber number, SyncReport& report,
            const crypto::AgreePair* decides = nullptr)
      : impl_(impl), transport_(transport), relay_(relay), number_(number), report_(report), decides_(decides) {}

  // `let_in`: whether the relay took this device's proof for the space.
  Result<void> run(bool let_in, BytesView admission);
  // A live event's page; whether it holds.
  Result<bool> take(const envelope::Page& page);
  // Why the last run() ended early, if it did.
  const Code& why() const { return why_; }
  const Sentence& detail() const { return detail_; }

 private:
  enum class Pulled : std::uint8_t { level, stopped };
  enum class Pushed : std::uint8_t { nothing, something, stopped };

  Result<bool> enter(BytesView admission);
  // Whether the relay lets this device in under any key it has or had here.
  Result<bool> prove_any();
  Result<void> founded_again();
  Result<Pulled> pull();
  Result<Pulled> take_page(const envelope::Page& page);
  Result<bool> behind(const envelope::SignedHead& head);
  Result<Pulled> other_branch(const envelope::SignedHead& head);
  Result<void> rollback_healed();
  Result<void> put_back(std::uint64_t after);
  Result<Pulled> put_back_branch();
  bool branch_waits();
  Result<Pushed> push();
  Result<Pushed> push_leave();
  Result<Pushed> push_decision(const SpaceRow& now);
  Result<Pushed> decides_nothing(const Error& why);
  Result<Pushed> leave_or_stop(const SpaceRow& now);
  Result<bool> may_push(const SpaceRow& now);
  Result<Pushed> push_some(const std::vector<Bytes>& entries);
  Result<Pushed> taken(const AppendResult& result, BytesView sent);
  Result<void> at_relay();
  // A relay that says it took what its own log does not show.
  Result<void> is_idle(const std::pair<std::uint64_t, std::uint64_t>& state);
  // The relay's head, checked; nothing after an alarm.
  Result<bool> good_head(const envelope::SignedHead& head);
  void halt(Code code, Sentence detail);
  void halt(Code code, Literal<0> detail) { halt(code, Sentence(detail)); }
  void halt_broken(Code broken);
  AskHead ask();
  SpaceRow row();

  ReplicaImpl& impl_;
  Transport& transport_;
  const SignKey relay_;
  const SpaceNumber number_;
  SyncReport& report_;
  const crypto::AgreePair* const decides_;
  bool consented_ = false;  // a person goes over to another branch once, and not wherever a relay leads
  Code why_{};
  Sentence detail_;
  std::set<Hash> branch_tried_;  // entries of a lost branch that were handed in during this sync
};

}  // namespace kith::client
