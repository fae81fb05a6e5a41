#pragma once
// A passphrase as a keyboard gives it. One system types "é" as one letter, another as "e" and an accent: the same
// passphrase, and other bytes. New slots are made with Unicode's form C (composed), so that a vault made on one device
// opens on every other.
//
// Threads: pure functions.
// Owns:    what comes back lies in memory of secrets, as every step between does.
// Errors:  none: what is not UTF-8 is taken byte for byte.

#include <vector>

#include "kith/base/secret.h"

namespace kith::vault {

Secret composed(const Secret& typed);

// What to try, one after another: the composed form alone where the slot was made with that; for a slot that was made
// before, as typed, composed and decomposed, each once. A passphrase of plain letters has one form.
std::vector<Secret> forms_of(const Secret& typed, bool made_composed);

}  // namespace kith::vault
