#pragma once
// The key that items of a tray are sealed to: made with the vault, so that every backup has it, and kept as long as the
// vault. What lies in a tray somewhere can be opened whenever it comes.
//
// Threads: as Session.
// Owns:    whoever asks owns the secret half that he was given.
// Errors:  those of the replica.

#include <optional>

#include "kith/crypto/agree.h"
#include "session/session.h"

namespace kith::engine {

// Makes it where there is none yet.
Result<crypto::AgreePair> tray_pair(Session& session);
// Nothing where there is none: then no item can be this vault's.
Result<std::optional<crypto::AgreePair>> kept_tray_pair(const Session& session);

}  // namespace kith::engine
