#pragma once
// Pairing: an invitation that is used once, twelve digits that both persons compare, and only
// then a space that both can read. See sync/PROTOCOL.md, "Invitations".
//
//   inviter                    relay (sees sealed bytes)        accepter
//   invite  -> code             offer in the mailbox
//                                                               accept(code) -> digits
//                               acceptance in the mailbox
//   refresh -> digits
//   confirm(digits) -> adds the member                          confirm(digits) -> marks verified
//
// Threads: one call at a time.
// Units:   an invitation lives 7 days by the inviter's clock.
// Errors:  STORE_ROLLED_BACK while this vault has to be renewed first (kith/client/renewal.h);
//          INVALID_ARGUMENT for a code or digits that are not right; WRONG_TYPE for a code of
//          another kind; STALE for an expired one; REPLAY for one used before; NOT_FOUND;
//          CLOSED after cancel or end; OFFLINE. After a failure nothing has changed, but for
//          what was stored so that a repeated call sends the same bytes.

#include "kith/client/sync_client.h"

namespace kith::client {

enum class PairState : std::uint8_t { invited = 1, accepted = 2, paired = 3, ended = 4, cancelled = 5 };

struct Pair {
  RecordId id;
  bool inviter = false;
  PairState state = PairState::invited;
  RecordId person;           // the partner in my network; zero while not linked
  std::string partner_name;  // as the partner calls himself; empty until known
  std::string code;          // inviter, until accepted
  std::string digits;        // "123456789012", once both halves are known
  bool confirmed = false;    // I confirmed
  bool verified = false;     // both did
  SpaceNumber space = 0;     // 0 until the space is known here
  std::int64_t expires_ms = 0;
  std::uint32_t partner_renewals = 0;  // how often the partner's device went on under new keys
};

struct Invitation {
  RecordId id;
  std::string code;
};

struct PairEnd {
  std::uint64_t withdrawals = 0;  // that go with the leave
  std::uint64_t unsent = 0;       // changes that the other one will not see
};

class Pairing {
 public:
  explicit Pairing(Replica& replica);

  Result<std::vector<Pair>> list() const;
  Result<Pair> get(const RecordId& id) const;
  Result<void> set_person(const RecordId& id, const RecordId& person);

  // `my_name` is what the partner will be shown. Founds the pair space, puts the offer in the
  // mailbox.
  Result<Invitation> invite(Transport& transport, std::string_view my_name, const RecordId& person,
                            std::string_view relay_address);
  // Both sides see the same digits afterwards.
  Result<Pair> accept(Transport& transport, std::string_view code, std::string_view my_name,
                      const RecordId& person);
  // Looks for acceptances of open invitations and for additions to spaces accepted here.
  Result<void> refresh(Transport& transport);
  // INVALID_ARGUMENT when the digits are not the ones on this screen. The inviter's confirm adds
  // the member (needs the opened administration key); the accepter's marks verified.
  Result<Pair> confirm(Transport& transport, const RecordId& id, std::string_view digits,
                       const crypto::AgreePair& administration);
  Result<void> cancel(const RecordId& id);
  // A signed leave: both keep what they have, nothing further is accepted. Written at once, sent with the
  // next sync, before anything else of the pair and whatever else is wrong in it. Withdrawals that wait go
  // with it; what else waits stays here.
  Result<PairEnd> end(const RecordId& id, const crypto::AgreePair& administration);

 private:
  Replica& replica_;
};

// What a code says without asking anybody: the relay's address inside, or the named error.
Result<std::string> relay_of_invitation(std::string_view code);

}  // namespace kith::client
