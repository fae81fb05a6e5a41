#include "locked/kit.h"

namespace kith::engine {

// The kit of before stays where this fails, on a full disk say: it fetches and sends what it knows of.
void lay_out_kit(Session& session) {
  FolderShelf shelf(session.options.folder);
  (void)client::Locked(*session.replica, shelf).prepare();
}

void take_in_what_came(Session& session) {
  FolderShelf shelf(session.options.folder);
  (void)client::Locked(*session.replica, shelf).take_in();
}

}  // namespace kith::engine
