#pragma once
// LogStore is where a relay keeps what it was given: the logs of spaces, the mailboxes, and who may make spaces. The
// embedded one is RocksDB; tests have one in memory; another database has only to keep this.
//
// Threads: implementations are safe from any thread. A change names the head that it was made for, and is
//          refused where the log has another one by now.
// Units:   sizes in bytes, times in wall milliseconds.
// Errors:  CONFLICT when the log or the admission has moved on since `before`; NO_SPACE when the disk is full:
//          nothing was written, reading goes on, and tend() finds out when there is room again;
//          STORE_CORRUPT; STORE_IO, after which nothing may be acknowledged any more: every later
//          write fails as that one did, until the store is opened again.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kith/envelope/exchange.h"

namespace kith::relay {

struct SpaceState {
  std::int64_t created_ms = 0;
  Bytes admission;  // hash of the admission token that made it; empty when none was asked for
  std::uint64_t stored_bytes = 0;
  std::map<std::uint32_t, std::uint64_t> data_bytes;  // of data entries, by the number of their author's member
  envelope::Head head;
  envelope::Membership membership;
};

struct StoredEntry {
  std::uint64_t position = 0;
  std::int64_t received_ms = 0;
  Hash running;  // of the log up to and with this entry
  Bytes entry;
};

// The last entry of an author's chain; never forgotten.
struct AuthorEnd {
  std::uint64_t sequence = 0;
  Hash id;
};

struct NewEntry {
  SignKey author;
  std::uint64_t sequence = 0;  // 0: a membership entry, outside every chain
  Hash id;
  StoredEntry stored;
};

// Leave to make spaces, for whoever has its token. Only the hash of the token is kept, as the key.
struct Admission {
  std::string name;             // the operator's word for it
  std::int64_t made_ms = 0;
  std::int64_t expires_ms = 0;  // 0: never
  std::optional<std::uint64_t> uses_left;  // spaces that it may still make; none: without a bound
  std::uint64_t spaces_made = 0;
  bool revoked = false;

  friend bool operator==(const Admission&, const Admission&) = default;
};

struct AdmissionStep {
  Hash token;
  std::optional<Admission> before;  // none: it is new
  Admission after;
};

// One atomic step of one space.
struct Change {
  envelope::Head before;  // none: the space is new
  SpaceState after;
  std::vector<NewEntry> entries;
  std::optional<AdmissionStep> admission;  // that the making of the space uses up a bit
  bool ends = false;  // nothing but leaves and renewals: it may use what is held back of a full disk
};

struct MailboxContent {
  std::int64_t expires_ms = 0;
  Bytes content;
};

class LogStore {
 public:
  virtual ~LogStore() = default;

  virtual Result<std::optional<SpaceState>> space(const SpaceId& space) const = 0;
  virtual Result<AuthorEnd> author(const SpaceId& space, const SignKey& author) const = 0;
  // Where an author's entry of that number stands; for a membership entry its id and 0.
  virtual Result<std::optional<std::uint64_t>> position_of(const SpaceId& space, BytesView author_or_id,
                                                           std::uint64_t sequence) const = 0;
  virtual Result<std::optional<StoredEntry>> entry(const SpaceId& space, std::uint64_t position) const = 0;
  // In order, at least one where there is one, then as many as fit `most_bytes`.
  virtual Result<std::vector<StoredEntry>> read(const SpaceId& space, std::uint64_t after,
                                                std::size_t most_bytes) const = 0;
  // Many spaces for the price of one sync. Each change is written whole or not at all, and judged by itself: what
  // refuses one leaves the others. On disk when it returns. REQUIRES: no space and no admission twice
  virtual std::vector<Result<void>> commit_all(const std::vector<const Change*>& changes) = 0;
  Result<void> commit(const Change& change) { return std::move(commit_all({&change}).front()); }

  virtual Result<std::optional<MailboxContent>> mailbox(const MailboxId& mailbox, std::uint32_t slot) const = 0;
  virtual Result<void> put_mailbox(const MailboxId& mailbox, std::uint32_t slot, const MailboxContent& content) = 0;
  // Erases of what has expired at `now_ms` at most `most` slots, those that expired first, and touches no slot
  // that has not; how many are left. Costs as much as it erases, however many there are. On a full disk
  // it is written out of the reserve, and takes nothing of it where nothing has expired.
  virtual Result<std::uint64_t> sweep_mailboxes(std::int64_t now_ms, std::size_t most) = 0;

  virtual Result<std::optional<Admission>> admission(const Hash& token) const = 0;
  // All that were ever made, in no order that means anything.
  virtual Result<std::vector<std::pair<Hash, Admission>>> admissions() const = 0;
  virtual Result<void> put_admission(const AdmissionStep& step) = 0;

  // To be called every second or so: looks for room, and goes on where it was missing. Whether everything
  // is taken now; false while the disk is full.
  virtual Result<bool> tend() = 0;
};

}  // namespace kith::relay
