#pragma once
// LiveSession is one live stream without its network: which spaces, how far each was sent,
// what to send next, and when it has been silent for too long. It keeps no queue; a space that grew ten times is sent
// once.
//
// Threads: next() from one at a time, the others from any.
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
  // `heartbeats`: the reader wants them.
  static Result<std::unique_ptr<LiveSession>> open(Relay& relay, const std::vector<SpaceId>& spaces,
                                                   const std::vector<BytesView>& tokens, bool heartbeats = false);

  std::vector<SpaceId> spaces() const;
  // Of the first token.
  const SignKey& device() const { return device_; }
  // When the first token ends, and the stream with it.
  std::int64_t until_ms() const { return until_ms_; }

  // How long it may be silent; 0: as long as it likes.
  std::int64_t heartbeat_ms() const { return heartbeat_ms_; }
  // Something was sent, of whatever kind.
  void said(std::int64_t now);
  // Whether it was silent for that long. REQUIRES: said() once
  bool is_heartbeat_due(std::int64_t now) const;

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
  SignKey device_;
  std::int64_t until_ms_ = 0;
  std::int64_t heartbeat_ms_ = 0;
  std::map<SpaceId, Watched> watched_;  // next() only
  mutable Mutex mu_;
  std::int64_t said_ms_ KITH_GUARDED_BY(mu_) = 0;
  std::set<SpaceId> grown_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::relay
