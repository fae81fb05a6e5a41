#pragma once
// LogShelf is a relay's LogStore in memory, whose whole content is one value: so a host can keep a
// copy of it, and put the copy back.
//
// Threads: one.

#include <map>
#include <tuple>

#include "kith/relay/log_store.h"

namespace kith::simulator {

class LogShelf final : public relay::LogStore {
 public:
  struct Rows {
    std::map<SpaceId, relay::SpaceState> spaces;
    std::map<std::pair<SpaceId, SignKey>, relay::AuthorEnd> authors;
    std::map<std::tuple<SpaceId, Bytes, std::uint64_t>, std::uint64_t> index;
    std::map<std::pair<SpaceId, std::uint64_t>, relay::StoredEntry> log;
    std::map<std::pair<MailboxId, std::uint32_t>, relay::MailboxContent> mailboxes;
    std::map<Hash, relay::Admission> admissions;
  };

  Result<std::optional<relay::SpaceState>> space(const SpaceId& space) const override;
  Result<relay::AuthorEnd> author(const SpaceId& space, const SignKey& author) const override;
  Result<std::optional<std::uint64_t>> position_of(const SpaceId& space, BytesView who,
                                                   std::uint64_t sequence) const override;
  Result<std::optional<relay::StoredEntry>> entry(const SpaceId& space, std::uint64_t position) const override;
  Result<std::vector<relay::StoredEntry>> read(const SpaceId& space, std::uint64_t after,
                                               std::size_t most) const override;
  std::vector<Result<void>> commit_all(const std::vector<const relay::Change*>& changes) override;
  Result<std::optional<relay::MailboxContent>> mailbox(const MailboxId& mailbox, std::uint32_t slot) const override;
  Result<void> put_mailbox(const MailboxId& mailbox, std::uint32_t slot,
                           const relay::MailboxContent& content) override;
  Result<std::uint64_t> sweep_mailboxes(std::int64_t now_ms, std::size_t most) override;
  Result<std::optional<relay::Admission>> admission(const Hash& token) const override;
  Result<std::vector<std::pair<Hash, relay::Admission>>> admissions() const override;
  Result<void> put_admission(const relay::AdmissionStep& step) override;
  Result<bool> tend() override { return true; }

  Rows rows;

 private:
  Result<void> commit_one(const relay::Change& change);
};

}  // namespace kith::simulator
