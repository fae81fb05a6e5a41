#pragma once
// Host runs the relay: the production rules over a shelf in memory. Its operator may start it anew,
// keep a copy of its folder and put it back, or show some people another history under the same key.
//
// Threads: one.
// Owns:    the shelf and the relay on it; the clock and the random source outlive it.

#include "kith/relay/relay.h"
#include "log_shelf.h"

namespace kith::simulator {

class Host {
 public:
  Host(LogShelf::Rows rows, const Secret& key, const Clock& clock, Random& random);

  relay::Relay& relay() { return *relay_; }
  const SignKey& key() const { return key_.key; }
  // Tokens and challenges are forgotten, as by a new process.
  void restart();
  void put_back(LogShelf::Rows rows);
  const LogShelf::Rows& rows() const { return shelf_.rows; }
  // Another relay with the same key and, so far, the same history.
  std::unique_ptr<Host> split() const;
  // Signs what the operator likes.
  envelope::SignedHead sign(const SpaceId& space, const envelope::Head& head) const;
  std::vector<Bytes> entries(const SpaceId& space) const;
  envelope::Head head(const SpaceId& space) const;
  Bytes seed() const { return to_bytes(key_.seed.reveal()); }

 private:
  verify::SignPair key_;
  const Clock& clock_;
  Random& random_;
  LogShelf shelf_;
  relay::Hub hub_;
  std::unique_ptr<relay::Relay> relay_;
};

}  // namespace kith::simulator
