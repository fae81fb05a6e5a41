#include "rules/mailboxes.h"

namespace kith::relay {
namespace {

constexpr std::size_t kSweptForOne = 16;
constexpr std::size_t kSweptARound = 1024;
constexpr std::int64_t kMinuteMs = 60'000;

Error later(std::int64_t wait_ms) {
  const std::int64_t minutes = (wait_ms + kMinuteMs - 1) / kMinuteMs;
  if (minutes == 1) return fail(Code::RATE_LIMITED, "too many invitations from this address; again in a minute");
  return fail(Code::RATE_LIMITED, worded("too many invitations from this address; again in {0} minutes", minutes));
}

Result<MailboxId> checked(BytesView mailbox, std::uint32_t slot) {
  const auto id = MailboxId::from(mailbox);
  if (!id) return fail(Code::INVALID_ARGUMENT, "a mailbox has an id of 32 bytes");
  if (slot >= kMailboxSlots) return fail(Code::INVALID_ARGUMENT, "a mailbox has two slots");
  return *id;
}

}  // namespace

void Mailboxes::set_limits(std::uint64_t most, std::uint64_t puts_a_day) {
  const MutexLock lock(mu_);
  most_ = most;
  budget_.set_a_day(puts_a_day);
}

Result<bool> Mailboxes::put(const Address& from, BytesView mailbox, std::uint32_t slot, BytesView content,
                            std::int64_t ttl_ms) {
  KITH_TRY(const MailboxId id, checked(mailbox, slot));
  if (content.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to put into the mailbox");
  if (content.size() > kMostMailboxBytes) return fail(Code::TOO_LARGE, "a mailbox takes 4,096 bytes");
  if (ttl_ms <= 0 || ttl_ms > kMostMailboxMs) return fail(Code::INVALID_ARGUMENT, "a mailbox lives up to 8 days");
  const MutexLock lock(mu_);
  const std::int64_t now = clock_.wall_ms();
  KITH_TRY(const auto there, store_.mailbox(id, slot));
  const bool fresh = !there || there->expires_ms <= now;
  if (!fresh) return equal(there->content, content);
  if (const std::int64_t wait = budget_.wait_ms(from); wait > 0) return later(wait);
  if (!there) KITH_CHECK(make_room(now));
  if (auto stored = store_.put_mailbox(id, slot, {now + ttl_ms, to_bytes(content)}); !stored) {
    count_.reset();  // a write that a full disk broke off may be there all the same: the store counts again
    return stored.error();
  }
  if (!there) ++*count_;
  budget_.take(from);  // only what is stored costs any of it
  return true;
}

Result<void> Mailboxes::make_room(std::int64_t now_ms) {
  if (!count_ || *count_ >= most_) {
    KITH_TRY(count_, store_.sweep_mailboxes(now_ms, kSweptForOne));
  }
  if (*count_ >= most_) return fail(Code::QUOTA_EXCEEDED, "the relay holds as many mailboxes as it may");
  return {};
}

Result<std::optional<Bytes>> Mailboxes::get(BytesView mailbox, std::uint32_t slot) const {
  KITH_TRY(const MailboxId id, checked(mailbox, slot));
  KITH_TRY(auto there, store_.mailbox(id, slot));
  if (!there || there->expires_ms <= clock_.wall_ms()) return std::optional<Bytes>();
  return std::optional(std::move(there->content));
}

Result<void> Mailboxes::sweep() {
  for (bool all = false; !all;) {
    const MutexLock lock(mu_);
    const auto before = count_;
    KITH_TRY(count_, store_.sweep_mailboxes(clock_.wall_ms(), kSweptARound));
    all = before == count_;  // nothing had expired any more
  }
  return {};
}

}  // namespace kith::relay
