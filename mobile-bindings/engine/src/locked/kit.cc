#include "locked/kit.h"

namespace kith::engine {

// The kit of before stays where this fails, on a full disk say, but for what waits in it.
void lay_out_kit(Session& session) {
  LockedVault locked(session);
  if (!locked->prepare()) (void)locked->hold_back();
  session.kit_of = session.vault->sequence();
  session.kit_held_back = false;
}

void keep_kit_true(Session& session) {
  if (session.locked || session.vault->suspended() || session.kit_of == session.vault->sequence()) return;
  if (session.turn.is_mine()) return lay_out_kit(session);
  if (session.kit_held_back) return;
  (void)LockedVault(session)->hold_back();
  session.kit_held_back = true;
}

void take_in_what_came(Session& session) {
  (void)LockedVault(session)->take_in();
  session.kit_of = session.vault->sequence();
}

}  // namespace kith::engine
