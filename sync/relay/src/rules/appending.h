#pragma once
// What becomes of entries that somebody wants in a log: a pure decision, one entry after
// another, over what the store holds. Nothing is written here.
//
// Threads: pure functions over a LogStore; the caller holds the space.
// Errors:  those of the store. What is wrong with an entry is its verdict.

#include <map>

#include "kith/relay/log_store.h"

namespace kith::relay {

class Appending {
 public:
  // `now` is null for a space that is not there yet.
  Appending(const LogStore& store, const SpaceId& space, const SpaceState* now, std::int64_t now_ms,
            std::uint64_t most_bytes);

  // The verdict on the next entry; a counted one is part of change() from then on.
  Result<envelope::AppendResult> take(BytesView entry);

  const Change& change() const { return change_; }
  Change& change() { return change_; }

 private:
  Result<std::optional<envelope::AppendResult>> known(const envelope::EntryView& entry, const Hash& id);
  Result<std::optional<envelope::AppendResult>> check_membership(const envelope::EntryView& entry);
  Result<std::optional<envelope::AppendResult>> check_data(const envelope::EntryView& entry);
  Result<bool> is_ours(const envelope::Head& seen);
  Result<AuthorEnd> author(const SignKey& key);
  void count(const envelope::EntryView& entry, const Hash& id);

  const LogStore& store_;
  SpaceId space_;
  bool is_new_;
  std::int64_t now_ms_;
  std::uint64_t most_bytes_;
  Change change_;
  bool ends_ = true;                      // every entry so far ends something
  std::map<SignKey, AuthorEnd> authors_;  // as change() leaves them
};

}  // namespace kith::relay
