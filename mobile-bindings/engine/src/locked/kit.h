#pragma once
// What lies beside a vault for the time while it is locked (kith/client/locked.h), and when it is laid out: after each
// call that talked to the relay, and before the vault is locked or put away. Whoever writes in between holds back what
// waits in it, since he may have taken back just that: it goes with the next lay-out. When the vault is open again, what
// came meanwhile is taken in.
//
// Threads: as Session; whoever lays out or takes in has the turn, since nothing may be under way at the relay.
// Owns:    nothing: the shelf is the folder `locked` of the vault.
// Errors:  none where it is only prepared or taken in: what is missing then is fetched and sent by the next sync.

#include "kith/client/locked.h"
#include "kith/vault/locked_folder.h"
#include "session/session.h"

namespace kith::engine {

class FolderShelf final : public client::Shelf {
 public:
  explicit FolderShelf(const std::filesystem::path& vault) : folder_(vault) {}
  Result<void> put(const std::string& name, BytesView bytes) override { return folder_.put(name, bytes); }
  Result<Bytes> get(const std::string& name, std::size_t most) const override { return folder_.get(name, most); }
  Result<std::vector<std::string>> names() const override { return folder_.names(); }
  Result<void> remove(const std::string& name) override { return folder_.remove(name); }

 private:
  vault::LockedFolder folder_;
};

// A session's vault and the shelf beside it: LockedVault(session)->state().
class LockedVault {
 public:
  explicit LockedVault(Session& session) : shelf_(session.options.folder), locked_(*session.replica, shelf_) {}
  client::Locked* operator->() { return &locked_; }

 private:
  FolderShelf shelf_;
  client::Locked locked_;
};

void lay_out_kit(Session& session);
// After a call: nothing where nothing was written since.
void keep_kit_true(Session& session);
void take_in_what_came(Session& session);

}  // namespace kith::engine
