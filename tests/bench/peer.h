#pragma once
// Peer is one store of the comparison: Kith's vault or one that others made, set to do the same.
//
// Threads: one thread; a store may work on in threads of its own until close().
// Owns:    a Peer owns its open database; the folder is the caller's.
// Errors:  INTERNAL with what the store said.

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "kith/base/bytes.h"
#include "kith/base/result.h"

namespace kith::bench {

struct Row {
  Bytes key;
  Bytes value;
};

// What a reader got, added up so that nothing can be left out.
struct Seen {
  std::size_t rows = 0;
  std::size_t bytes = 0;
};

class Peer {
 public:
  virtual ~Peer() = default;
  // A new database in the empty `folder`, or the one that is there.
  virtual Result<void> open(const std::filesystem::path& folder) = 0;
  // One transaction, on the disk when it returns.
  virtual Result<void> insert(std::span<const Row> rows) = 0;
  // Adds the row with this key; INTERNAL when there is none.
  virtual Result<void> find(BytesView key, Seen& seen) = 0;
  virtual Result<void> scan(Seen& seen) = 0;
  virtual Result<void> close() = 0;
};

// The page or block cache that each of them gets.
inline constexpr std::size_t kPeerCacheBytes = 8U << 20U;

std::unique_ptr<Peer> kith_peer();
std::unique_ptr<Peer> rocksdb_peer();
// From the library by this name, found when it is opened.
std::unique_ptr<Peer> sqlite_peer();
std::unique_ptr<Peer> sqlcipher_peer();

}  // namespace kith::bench
