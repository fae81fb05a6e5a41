#pragma once
// Store is an ordered map of bytes to bytes in a few tables, with atomic, durable batches: all
// that the sync client needs of the vault, and no more. The vault implements it over RocksDB on
// an encrypting file system; tests implement it over a std::map.
//
// Threads: implementations are safe from any thread; a batch is seen whole or not at all.
// Units:   keys sort byte by byte; within a table.
// Errors:  STORE_CORRUPT, STORE_IO, NO_SPACE, VAULT_LOCKED from any call; after a failure the
//          store holds what it held before the call.

#include <functional>
#include <optional>
#include <vector>

#include "kith/base/bytes.h"
#include "kith/base/result.h"

namespace kith::changelog {

// Numbers are on disk: never re-used. See core/vault/FORMAT.md.
enum class Table : std::uint8_t {
  meta = 1,     // one row a setting of the store itself
  space = 2,    // space number -> keys, membership and position of a space
  record = 3,   // space number, kind, record id -> counted state of a record
  unsent = 4,   // space number, kind, record id, field, slot -> a change that does not count yet
  entry = 5,    // space number, position -> exact bytes of an entry
  outbox = 6,   // space number, author sequence -> sealed bytes not seen in the log yet
  author = 7,   // space number, author key -> where the chain stands; with a sequence -> hash of that entry
  alarm = 9,    // number -> a security event
  pairing = 10, // id -> an invitation or a pair
  index_lists = 11,      // segment, last term -> terms with the documents they occur in
  index_documents = 12,  // what the index knows of records, and which ones it does not know yet
  aside = 13,   // space number, position -> an entry that counts and could not be read
  lost = 14,    // space number, id -> an entry of a branch that the relay has lost
};

class Batch {
 public:
  struct Op {
    Table table;
    Bytes key;
    std::optional<Bytes> value;  // none: erase
  };
  void put(Table table, Bytes key, Bytes value) { ops_.push_back({table, std::move(key), std::move(value)}); }
  void erase(Table table, Bytes key) { ops_.push_back({table, std::move(key), std::nullopt}); }
  const std::vector<Op>& ops() const { return ops_; }
  bool empty() const { return ops_.empty(); }

 private:
  std::vector<Op> ops_;
};

class Store {
 public:
  // Called once a row, in order of keys; returns whether to go on.
  using Visitor = std::function<bool(BytesView key, BytesView value)>;

  virtual ~Store() = default;
  virtual Result<std::optional<Bytes>> find(Table table, BytesView key) const = 0;
  // The rows of `table` whose key begins with `prefix`, from `from` on (empty: from the first).
  // What is visited is one consistent state. `from`, where given, begins with `prefix`.
  virtual Result<void> scan(Table table, BytesView prefix, BytesView from, const Visitor& visit) const = 0;
  // All of it or nothing; durable when it returns.
  virtual Result<void> commit(const Batch& batch) = 0;
};

}  // namespace kith::changelog
