#pragma once
// LiveSession is one live stream without its network: which spaces, how far each was sent, and
// what to send next. It keeps no queue; a space that grew ten times is sent once.
//
// Threads: grew() from any thread; next() from one at a time.
// Units:   times in monotonic milliseconds.
// Errors:  PERMISSION_DENIED when no space is left that the device is a member of; those of the
//          relay.

#include <set>

#include "kith/base/mutex.h"
#include "kith/relay/relay.h"

namespace kith::relay {

struct LiveEvent {
  SpaceId space;
  envelope::Page page;
};

class LiveSession {
 public:
  // A token a space, in the same order. The first event of each space is its head, as a hint:
  // whoever was away while the stream opened learns what he missed.
  static Result<std::unique_ptr<LiveSession>> open(Relay& relay, const std::vector<SpaceId>& spaces,
                                                   const std::vector<BytesView>& tokens);

  std::vector<SpaceId> spaces() const;
  // When the first token ends, and the stream with it.
  std::int64_t until_ms() const { return until_ms_; }

  void grew(const SpaceId& space);
  // The next event; nothing when all is sent.
  Result<std::optional<LiveEvent>> next();

 private:
  struct Watched {
    SignKey device;
    std::optional<std::uint64_t> sent;  // none: not even the head
  };
  explicit LiveSession(Relay& relay) : relay_(relay) {}

  Relay& relay_;
  std::int64_t until_ms_ = 0;
  std::map<SpaceId, Watched> watched_;  // next() only
  Mutex mu_;
  std::set<SpaceId> grown_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::relay
