#include "mailboxes.h"

namespace kith::relay {
namespace {

Result<MailboxId> checked(BytesView mailbox, std::uint32_t slot) {
  const auto id = MailboxId::from(mailbox);
  if (!id) return fail(Code::INVALID_ARGUMENT, "a mailbox has an id of 32 bytes");
  if (slot >= kMailboxSlots) return fail(Code::INVALID_ARGUMENT, "a mailbox has two slots");
  return *id;
}

}  // namespace

void Mailboxes::set_most(std::uint64_t most) {
  const MutexLock lock(mu_);
  most_ = most;
}

Result<bool> Mailboxes::put(BytesView mailbox, std::uint32_t slot, BytesView content, std::int64_t ttl_ms) {
  KITH_TRY(const MailboxId id, checked(mailbox, slot));
  if (content.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to put into the mailbox");
  if (content.size() > kMostMailboxBytes) return fail(Code::TOO_LARGE, "a mailbox takes 4,096 bytes");
  if (ttl_ms <= 0 || ttl_ms > kMostMailboxMs) return fail(Code::INVALID_ARGUMENT, "a mailbox lives up to 8 days");
  const MutexLock lock(mu_);
  const std::int64_t now = clock_.wall_ms();
  if (!count_ || *count_ >= most_) {
    KITH_TRY(count_, store_.sweep_mailboxes(now));
  }
  KITH_TRY(const auto there, store_.mailbox(id, slot));
  const bool fresh = !there || there->expires_ms <= now;
  if (!fresh) return equal(there->content, content);
  if (!there && *count_ >= most_) return fail(Code::QUOTA_EXCEEDED, "the relay holds as many mailboxes as it may");
  KITH_CHECK(store_.put_mailbox(id, slot, {now + ttl_ms, to_bytes(content)}));
  if (!there) ++*count_;
  return true;
}

Result<std::optional<Bytes>> Mailboxes::get(BytesView mailbox, std::uint32_t slot) const {
  KITH_TRY(const MailboxId id, checked(mailbox, slot));
  KITH_TRY(auto there, store_.mailbox(id, slot));
  if (!there || there->expires_ms <= clock_.wall_ms()) return std::optional<Bytes>();
  return std::optional(std::move(there->content));
}

Result<void> Mailboxes::sweep() {
  const MutexLock lock(mu_);
  KITH_TRY(count_, store_.sweep_mailboxes(clock_.wall_ms()));
  return {};
}

}  // namespace kith::relay
