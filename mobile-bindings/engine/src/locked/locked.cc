// Syncing while the vault is locked: whether it may be, and doing it.

#include "kith/engine/next.h"
#include "locked/kit.h"
#include "methods.h"
#include "session/connection.h"
#include "session/deadline.h"
#include "session/relay_link.h"

namespace kith::engine {

Result<api::LockedKey> locked_allow(Session& session, const api::Empty&) {
  KITH_TRY(const Secret key, LockedVault(session)->allow());
  api::LockedKey out;
  out.set_key(std::string(as_text(key.reveal())));
  return out;
}

Result<api::Empty> locked_forbid(Session& session, const api::Empty&) {
  KITH_CHECK(LockedVault(session)->forbid());
  return api::Empty();
}

Result<api::LockedState> locked_show(Session& session, const api::Empty&) {
  KITH_TRY(const client::LockedState state, LockedVault(session)->state());
  api::LockedState out;
  out.set_allowed(state.allowed);
  out.set_spaces(state.spaces);
  out.set_waiting(state.waiting);
  out.set_left_out(state.left_out);
  return out;
}

Result<api::LockedState> locked_prepare(Session& session, const api::Empty& nothing) {
  KITH_CHECK(LockedVault(session)->prepare());
  return locked_show(session, nothing);
}

Result<api::LockedSyncResult> locked_sync(Beside& beside, const api::LockedSyncRequest& request) {
  KITH_CHECK(set_deadline(beside.turn, request.deadline_ms()));
  FolderShelf shelf(beside.options.folder);
  KITH_TRY(client::LockedSync sync,
           client::LockedSync::open(Secret::copy_of(as_bytes(request.key())), shelf, *beside.options.random));
  KITH_TRY(std::unique_ptr<client::Transport> relay,
           dial(beside.options, sync.relay_address(), sync.relay_certificate()));
  const auto link = make_relay_link(beside.turn, {}, std::move(relay));
  client::LockedReport report;
  const auto done = sync.run(*link, report);
  if (!done && !beside.turn.ran_out()) return done.error();
  api::LockedSyncResult out;
  out.set_spaces(report.spaces);
  out.set_fetched(static_cast<std::uint32_t>(report.fetched));
  out.set_sent(static_cast<std::uint32_t>(report.sent));
  out.set_more(report.more || !done);
  for (const client::LockedTrouble& one : report.troubles) {
    api::LockedTrouble* trouble = out.add_troubles();
    fill_error(fail(one.code, one.detail), trouble->mutable_error());
    trouble->set_spaces(one.spaces);
  }
  return out;
}

}  // namespace kith::engine
