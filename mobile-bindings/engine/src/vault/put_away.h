#pragma once
// What vault.suspend does: the vault gives its files and locks back. Calls that work on it are waited for for half of
// the time; one that takes longer ends with VAULT_SUSPENDED.
//
// Threads: from any, without the session's lock.

#include "session/session.h"

namespace kith::engine {

// MALFORMED, VAULT_LOCKED, VAULT_SUSPENDED where it is so already; TIMEOUT: a call did not end, and nothing has changed.
Result<Bytes> put_away(Session& session, BytesView request);

}  // namespace kith::engine
