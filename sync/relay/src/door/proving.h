#pragma once
// Proving judges the proofs of one call, cheap questions first: is the challenge open, is the space known, has it that
// device; a signature is checked only where all of that is so, so that a stranger costs no more than looking up. Each
// space is looked up once a call, and of each device one signature is checked: the same proof again has the same
// answer, another one for the same device has none. After four that do not hold no more of that call are looked
// at: an honest device has none. Every device whose proof holds is counted against its share.
//
// A proof that does not hold looks the same as one for a space or a device that is not known: an empty token.
//
// Threads: safe from any thread.
// Owns:    nothing; the parts outlive it.
// Errors:  TOO_LARGE, UNAUTHENTICATED, RATE_LIMITED (see challenges.h), those of the store.

#include <atomic>

#include "door/challenges.h"
#include "door/tokens.h"
#include "kith/relay/relay.h"

namespace kith::relay {

class Proving {
 public:
  Proving(const LogStore& store, Challenges& challenges, const Tokens& tokens, const SignKey& relay)
      : store_(store), challenges_(challenges), tokens_(tokens), relay_(relay) {}

  // A token a proof, in their order.
  Result<std::vector<Bytes>> judge(const envelope::Challenge& challenge, const std::vector<Proof>& proofs);
  // Signatures checked since the start.
  std::uint64_t checked() const { return checked_; }

 private:
  struct Call;

  Result<void> judge_space(Call& call, const SpaceId& space, const std::vector<std::size_t>& proofs);
  Result<Bytes> token_for(Call& call, const Proof& proof, const SignKey& device);

  const LogStore& store_;
  Challenges& challenges_;
  const Tokens& tokens_;
  const SignKey relay_;
  std::atomic<std::uint64_t> checked_ = 0;
};

}  // namespace kith::relay
