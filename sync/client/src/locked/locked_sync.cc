#include <algorithm>
#include <map>
#include <utility>

#include "exchange/exchange.h"
#include "exchange/outgoing.h"
#include "locked/shelved.h"

namespace kith::client {
namespace {

using envelope::Head;

// A relay that always has something new must not hold a device for ever.
constexpr int kMostPages = 256;

Error when_open(Code code, Literal<0> what) {
  return fail(code, worded("{0}; a sync of the open vault finds out more", Sentence(what)));
}

// An entry under this vault's own key, as the relay shows it.
using OwnEntry = std::pair<std::uint64_t, Hash>;
void note_own(const LockedSpace& space, BytesView bytes, std::vector<OwnEntry>& own) {
  const auto entry = envelope::parse_entry(bytes);
  if (entry.ok() && entry->header.author == space.device) own.emplace_back(entry->header.sequence, envelope::entry_hash(bytes));
}

// One space, with the kit alone.
class OneSpace {
 public:
  OneSpace(const LockedSpace& space, const SignKey& relay, Transport& transport, SealedShelf& shelf,
           LockedReport& report)
      : space_(space), relay_(relay), transport_(transport), shelf_(shelf), report_(report), head_(space.head) {}

  // A page that was laid on the shelf before.
  void knows(const ShelvedPage& page) {
    if (page.after != head_.position) return;  // of an older kit, or behind one that is missing
    head_ = page.end.head;
    for (const Bytes& entry : page.entries) note_own(space_, entry, own_);
  }

  // What is there is looked at before anything is sent: an older copy of this vault would use its numbers twice.
  Result<void> run() {
    KITH_TRY(const bool level, pull());
    if (!level) return {};
    return push();
  }

 private:
  // Whether all that the relay has is on the shelf.
  Result<bool> pull() {
    for (int i = 0; i < kMostPages; ++i) {
      if (shelf_.used() >= kMostShelved) break;
      KITH_TRY(const Page page, transport_.fetch(space_.space, head_.position));
      KITH_CHECK(envelope::check_head(page.head, space_.space, relay_));
      const Head& there = page.head.head;
      if (there.position < head_.position) return when_open(Code::ROLLBACK, "the relay has less of a space than this vault has verified");
      if (there.position == head_.position) {
        if (there != head_) return when_open(Code::FORK, "the relay shows another history of a space");
        return true;
      }
      KITH_CHECK(shelve(page));
    }
    report_.more = true;
    return false;
  }

  static Error does_not_fit() {
    return when_open(Code::GAP, "what the relay hands out of a space does not fit what this vault has verified");
  }

  Result<void> shelve(const Page& page) {
    if (page.rows.empty()) return does_not_fit();
    ShelvedPage shelved{space_.space, head_.position, {}, page.head};
    std::vector<BytesView> rows;
    for (const Row& row : page.rows) rows.emplace_back(row.entry);
    KITH_TRY(const Head end, head_after(head_, rows));
    // Of a page that is not the last one the relay signs the end when it is asked.
    if (end.position < page.head.head.position) {
      KITH_TRY(shelved.end, transport_.head_at(space_.space, end.position));
      KITH_CHECK(envelope::check_head(shelved.end, space_.space, relay_));
    }
    if (shelved.end.head != end) return does_not_fit();
    for (const BytesView row : rows) {
      shelved.entries.push_back(to_bytes(row));
      note_own(space_, row, own_);
    }
    KITH_CHECK(shelf_.put_page(shelved));
    report_.fetched += shelved.entries.size();
    head_ = end;
    return {};
  }

  bool counts(const Hash& id) const {
    return std::any_of(own_.begin(), own_.end(), [&](const OwnEntry& one) { return one.second == id; });
  }

  // Whether the relay has an entry under a number of this vault that is still to be sent, or beyond: of another copy, or
  // of this vault since the kit was laid out, and then what is left of the kit is not the next either. A leave has no
  // number, and depends on nothing.
  bool has_written_elsewhere(const std::vector<OwnEntry>& left) const {
    const auto first = std::find_if(left.begin(), left.end(), [](const OwnEntry& one) { return one.first != 0; });
    return first != left.end() && std::any_of(own_.begin(), own_.end(), [&](const OwnEntry& there) {
      return there.first >= first->first;
    });
  }

  Result<void> push() {
    std::vector<OwnEntry> left;
    std::vector<const Bytes*> to_send;
    for (const Bytes& entry : space_.outgoing) {
      if (counts(envelope::entry_hash(entry))) continue;
      note_own(space_, entry, left);
      to_send.push_back(&entry);
    }
    if (has_written_elsewhere(left)) {
      return when_open(Code::STORE_ROLLED_BACK, "another copy of this vault has written to a space");
    }
    for (auto next = to_send.begin(); next != to_send.end();) {
      std::vector<Bytes> entries;
      for (AppendRoom room; next != to_send.end() && room.takes(**next); ++next) entries.push_back(**next);
      KITH_CHECK(send(entries));
    }
    return {};
  }

  Result<void> send(const std::vector<Bytes>& entries) {
    KITH_TRY(const AppendReply reply, transport_.append(space_.space, entries));
    if (reply.results.size() != entries.size()) return fail(Code::MALFORMED, "the relay answered for other entries");
    std::vector<BytesView> rows;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      KITH_CHECK(verdict(reply.results[i]));
      ++report_.sent;
      if (reply.results[i].position == head_.position + i + 1) rows.emplace_back(entries[i]);
    }
    // Where nobody else wrote meanwhile the answer itself is the next page; else it is fetched.
    KITH_TRY(const Head end, head_after(head_, rows));
    const bool whole = rows.size() == entries.size() && reply.head.head == end;
    if (!whole || !envelope::check_head(reply.head, space_.space, relay_).ok()) return {};
    ShelvedPage page{space_.space, head_.position, entries, reply.head};
    KITH_CHECK(shelf_.put_page(page));
    head_ = end;
    return {};
  }

  static Result<void> verdict(const AppendResult& result) {
    switch (result.verdict) {
      case Verdict::counted:
      case Verdict::known:
        return {};
      case Verdict::wait:
        return fail(Code::QUOTA_EXCEEDED, "the relay keeps no more of a space for now");
      case Verdict::stale:
        return when_open(Code::STALE, "the relay's log of a space has gone on");
      case Verdict::taken:
        return when_open(Code::CLONED_DEVICE, "the relay holds another entry under this device's number");
      case Verdict::refused:
        break;
    }
    return when_open(result.code == Code{} ? Code::PERMISSION_DENIED : result.code, "the relay refused what was sent");
  }

  const LockedSpace& space_;
  const SignKey& relay_;
  Transport& transport_;
  SealedShelf& shelf_;
  LockedReport& report_;
  Head head_;                  // of what lies on the shelf, or was verified
  std::vector<OwnEntry> own_;  // on the shelf
};

void note(LockedReport& report, const Error& why) {
  for (LockedTrouble& one : report.troubles) {
    if (one.code == why.code && one.detail == why.message) {
      ++one.spaces;
      return;
    }
  }
  report.troubles.push_back({why.code, why.message, 1});
}

}  // namespace

struct LockedSync::Inside {
  SealedShelf shelf;
  Kit kit;
};

LockedSync::LockedSync(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
LockedSync::LockedSync(LockedSync&&) noexcept = default;
LockedSync::~LockedSync() = default;

const std::string& LockedSync::relay_address() const { return inside_->kit.place.address; }
const std::string& LockedSync::relay_certificate() const { return inside_->kit.place.certificate; }

Result<LockedSync> LockedSync::open(const Secret& key, Shelf& shelf, Random& random) {
  if (key.size() != kLockedKeyBytes) return fail(Code::INVALID_ARGUMENT, "this key has 32 bytes");
  SealedShelf sealed(key, shelf, random);
  auto kit = sealed.kit();
  if (!kit && kit.error().code == Code::NOT_FOUND) {
    return fail(Code::NOT_FOUND, "nothing is prepared for syncing while the vault is locked: it was not allowed, or nothing was synced yet");
  }
  if (!kit) return kit.error();
  return LockedSync(std::unique_ptr<Inside>(new Inside{std::move(sealed), *std::move(kit)}));
}

Result<void> LockedSync::run(Transport& transport, LockedReport& report) {
  const Kit& kit = inside_->kit;
  KITH_TRY(const SignKey relay, transport.relay_key());
  if (relay != kit.place.key) {
    return fail(Code::KEY_CHANGED, "the relay shows another key than the one seen before; nothing was sent");
  }
  std::vector<Identity> identities;
  std::map<SpaceId, OneSpace> spaces;
  for (const LockedSpace& space : kit.spaces) {
    identities.push_back({space.space, &space.transport});
    spaces.try_emplace(space.space, space, relay, transport, inside_->shelf, report);
  }
  KITH_CHECK(inside_->shelf.visit_pages([&](const ShelvedPage& page) -> Result<void> {
    const auto at = spaces.find(page.space);
    if (at != spaces.end()) at->second.knows(page);
    return {};
  }));
  report.more = kit.left_out > 0;
  if (identities.empty()) return {};
  KITH_TRY(const std::vector<bool> let_in, transport.authenticate(identities));
  for (std::size_t i = 0; i < kit.spaces.size(); ++i) {
    ++report.spaces;
    if (i >= let_in.size() || !let_in[i]) {
      note(report, when_open(Code::PERMISSION_DENIED, "the relay does not know this device in a space any more"));
      continue;
    }
    const auto done = spaces.at(kit.spaces[i].space).run();
    if (done) continue;
    if (is_everybodys(done.error().code)) return done.error();
    note(report, done.error());
  }
  return {};
}

}  // namespace kith::client
