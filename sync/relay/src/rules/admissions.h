#pragma once
// Admissions: who may make a space, by tokens that the operator makes and takes back while the relay runs. The
// store has their hashes; a token is told once, to whoever made it. A use is counted in the commit that makes the space.
//
// Threads: safe from any thread. Of two that use one token at one time the second is judged once more, by the commit's
//          comparison.
// Units:   wall milliseconds.
// Errors:  PERMISSION_DENIED no token, or one that is revoked, expired or used up, and says which; INVALID_ARGUMENT,
//          ALREADY_EXISTS, NOT_FOUND of a name; those of the store.

#include "kith/base/clock.h"
#include "kith/base/mutex.h"
#include "kith/base/random.h"
#include "kith/relay/log_store.h"

namespace kith::relay {

class Admissions {
 public:
  Admissions(LogStore& store, const Clock& clock, Random& random) : store_(store), clock_(clock), random_(random) {}

  // The token. A name is given once and never again, also when its token is revoked.
  Result<std::string> make(const std::string& name, std::optional<std::uint64_t> uses, std::int64_t lasts_ms);
  Result<std::vector<Admission>> list() const;
  // Spaces that are there stay. Twice is as good as once.
  Result<void> revoke(const std::string& name);

  // One use of it, where it lets somebody in now: to be committed with what it is for.
  Result<AdmissionStep> use(const Hash& token) const;

 private:
  Result<void> revoke_once(const std::string& name);
  Result<Admission> good(const Hash& token) const;

  LogStore& store_;
  const Clock& clock_;
  Random& random_;
  Mutex naming_;  // held from looking for a name until it is given
};

}  // namespace kith::relay
