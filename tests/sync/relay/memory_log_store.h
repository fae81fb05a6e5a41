#pragma once
// A LogStore over a few maps, that can be told to fail.

#include <functional>
#include <map>
#include <mutex>
#include <set>

#include "kith/relay/log_store.h"

namespace kith::testing {

class MemoryLogStore final : public relay::LogStore {
 public:
  Result<std::optional<relay::SpaceState>> space(const SpaceId& space) const override {
    const std::lock_guard lock(mu_);
    ++looked_up_;
    const auto at = spaces_.find(space);
    return at == spaces_.end() ? std::optional<relay::SpaceState>() : std::optional(at->second);
  }
  Result<relay::AuthorEnd> author(const SpaceId& space, const SignKey& author) const override {
    const std::lock_guard lock(mu_);
    const auto at = authors_.find({space, author});
    return at == authors_.end() ? relay::AuthorEnd{} : at->second;
  }
  Result<std::optional<std::uint64_t>> position_of(const SpaceId& space, BytesView who,
                                                   std::uint64_t sequence) const override {
    const std::lock_guard lock(mu_);
    const auto at = index_.find({space, to_bytes(who), sequence});
    return at == index_.end() ? std::optional<std::uint64_t>() : std::optional(at->second);
  }
  Result<std::optional<relay::StoredEntry>> entry(const SpaceId& space, std::uint64_t position) const override {
    const std::lock_guard lock(mu_);
    const auto at = log_.find({space, position});
    return at == log_.end() ? std::optional<relay::StoredEntry>() : std::optional(at->second);
  }
  Result<std::vector<relay::StoredEntry>> read(const SpaceId& space, std::uint64_t after,
                                               std::size_t most) const override {
    const std::lock_guard lock(mu_);
    std::vector<relay::StoredEntry> out;
    std::size_t size = 0;
    for (auto at = log_.lower_bound({space, after + 1}); at != log_.end() && at->first.first == space; ++at) {
      size += at->second.entry.size();
      if (!out.empty() && size > most) break;
      out.push_back(at->second);
    }
    return out;
  }
  std::vector<Result<void>> commit_all(const std::vector<const relay::Change*>& changes) override {
    if (before_commit) before_commit();
    std::vector<Result<void>> out;
    for (const relay::Change* change : changes) out.push_back(commit_one(*change));
    return out;
  }
  Result<std::optional<relay::MailboxContent>> mailbox(const MailboxId& mailbox, std::uint32_t slot) const override {
    const std::lock_guard lock(mu_);
    const auto at = mailboxes_.find({mailbox, slot});
    return at == mailboxes_.end() ? std::optional<relay::MailboxContent>() : std::optional(at->second);
  }
  Result<void> put_mailbox(const MailboxId& mailbox, std::uint32_t slot,
                           const relay::MailboxContent& content) override {
    const std::lock_guard lock(mu_);
    const Slot at{mailbox, slot};
    if (const auto before = mailboxes_.find(at); before != mailboxes_.end()) {
      expiry_.erase({before->second.expires_ms, at});
    }
    expiry_.insert({content.expires_ms, at});
    mailboxes_[at] = content;
    if (fails_with_ != Code{}) return fail(fails_with_, "the test wants this write to fail, and it is there");
    return {};
  }
  Result<std::uint64_t> sweep_mailboxes(std::int64_t now_ms, std::size_t most) override {
    const std::lock_guard lock(mu_);
    for (; most > 0 && !expiry_.empty() && expiry_.begin()->first <= now_ms; --most) {
      ++slots_touched_;
      mailboxes_.erase(expiry_.begin()->second);
      expiry_.erase(expiry_.begin());
    }
    return mailboxes_.size();
  }

  Result<std::optional<relay::Admission>> admission(const Hash& token) const override {
    const std::lock_guard lock(mu_);
    const auto at = admissions_.find(token);
    return at == admissions_.end() ? std::optional<relay::Admission>() : std::optional(at->second);
  }
  Result<std::vector<std::pair<Hash, relay::Admission>>> admissions() const override {
    const std::lock_guard lock(mu_);
    return std::vector<std::pair<Hash, relay::Admission>>(admissions_.begin(), admissions_.end());
  }
  Result<void> put_admission(const relay::AdmissionStep& step) override {
    const std::lock_guard lock(mu_);
    if (fails_with_ != Code{}) return fail(fails_with_, "the test wants this write to fail");
    KITH_CHECK(check(step));
    admissions_[step.token] = step.after;
    return {};
  }

  Result<bool> tend() override { return true; }

  // How often a space was asked for.
  std::uint64_t looked_up() const {
    const std::lock_guard lock(mu_);
    return looked_up_;
  }
  // Slots that sweeping erased.
  std::uint64_t slots_touched() const {
    const std::lock_guard lock(mu_);
    return slots_touched_;
  }
  // Every commit fails from now on; Code{}: none does. With NO_SPACE what ends something goes through. A put into a
  // mailbox fails too, and is there all the same.
  void fail_with(Code code) {
    const std::lock_guard lock(mu_);
    fails_with_ = code;
  }
  // Called by every commit before it does anything: a disk that takes its time. Set before there are threads.
  std::function<void()> before_commit;

 private:
  Result<void> check(const relay::AdmissionStep& step) const {
    const auto at = admissions_.find(step.token);
    const auto now = at == admissions_.end() ? std::optional<relay::Admission>() : std::optional(at->second);
    if (now != step.before) return fail(Code::CONFLICT, "the admission has moved on");
    return {};
  }
  Result<void> commit_one(const relay::Change& change) {
    const std::lock_guard lock(mu_);
    const bool reserved = fails_with_ == Code::NO_SPACE && change.ends;
    if (fails_with_ != Code{} && !reserved) return fail(fails_with_, "the test wants this commit to fail");
    const SpaceId& id = change.after.membership.space;
    const auto at = spaces_.find(id);
    const envelope::Head now = at == spaces_.end() ? envelope::Head{} : at->second.head;
    if (now != change.before) return fail(Code::CONFLICT, "the log has moved on");
    if (change.admission) {
      KITH_CHECK(check(*change.admission));
      admissions_[change.admission->token] = change.admission->after;
    }
    for (const relay::NewEntry& fresh : change.entries) {
      const bool data = fresh.sequence != 0;
      log_[{id, fresh.stored.position}] = fresh.stored;
      index_[{id, to_bytes(data ? fresh.author.view() : fresh.id.view()), fresh.sequence}] = fresh.stored.position;
      if (data) authors_[{id, fresh.author}] = {fresh.sequence, fresh.id};
    }
    spaces_[id] = change.after;
    return {};
  }

  mutable std::mutex mu_;
  std::map<SpaceId, relay::SpaceState> spaces_;
  std::map<std::pair<SpaceId, SignKey>, relay::AuthorEnd> authors_;
  std::map<std::tuple<SpaceId, Bytes, std::uint64_t>, std::uint64_t> index_;
  std::map<std::pair<SpaceId, std::uint64_t>, relay::StoredEntry> log_;
  std::map<Hash, relay::Admission> admissions_;
  using Slot = std::pair<MailboxId, std::uint32_t>;
  std::map<Slot, relay::MailboxContent> mailboxes_;
  std::set<std::pair<std::int64_t, Slot>> expiry_;
  mutable std::uint64_t looked_up_ = 0;
  std::uint64_t slots_touched_ = 0;
  Code fails_with_{};
};

}  // namespace kith::testing
