#include "locked/kit.h"

namespace kith::engine {

// The kit of before stays where this fails, on a full disk say, but for what waits in it.
void lay_out_kit(Session& session) {
  FolderShelf shelf(session.options.folder);
  client::Locked locked(*session.replica, shelf);
  if (!locked.prepare()) (void)locked.hold_back();
  session.kit_of = session.vault->sequence();
  session.kit_held_back = false;
}

void keep_kit_true(Session& session) {
  if (session.locked || session.vault->suspended() || session.kit_of == session.vault->sequence()) return;
  if (session.turn.is_mine()) return lay_out_kit(session);
  if (session.kit_held_back) return;
  FolderShelf shelf(session.options.folder);
  (void)client::Locked(*session.replica, shelf).hold_back();
  session.kit_held_back = true;
}

void take_in_what_came(Session& session) {
  FolderShelf shelf(session.options.folder);
  (void)client::Locked(*session.replica, shelf).take_in();
  session.kit_of = session.vault->sequence();
}

}  // namespace kith::engine
