#pragma once
// A device without a vault, for the relay's sake alone: it founds a space of its own and appends to it. All
// that it sends is made before anything is measured.
//
// Threads: one at a time.
// Owns:    its connection.
// Units:   sizes in bytes.
// Errors:  those of the transport; INTERNAL when an entry does not count.

#include "kith/client/transport.h"
#include "process.h"
#include "space_builder.h"

namespace kith::bench {

inline constexpr std::size_t kRelayEntryBytes = 1024;

using Batch = std::vector<Bytes>;

class RelayClient {
 public:
  // Each number is another space and another device.
  static Result<RelayClient> found(const RelayProcess& relay, std::uint32_t number);

  // The next entries of the chain, as many as asked for, each of 1 KiB in all.
  Batch make(std::size_t entries);
  Result<void> append(const Batch& batch);

  client::Transport& link() { return *link_; }
  const SpaceId& space() const { return of_->space; }
  // A second connection of the same device.
  Result<std::unique_ptr<client::Transport>> connect_again(const RelayProcess& relay) const;

 private:
  std::unique_ptr<envelope::SpaceBuilder> of_;
  std::unique_ptr<client::Transport> link_;
  envelope::EntryHeader next_;
};

}  // namespace kith::bench
