#pragma once
// How long a thing is made before it is sealed, so that its size says little.
//
// Threads: pure functions.
// Units:   bytes.
// Sources: Padme (Nikitin et al., "Reducing metadata leakage from encrypted files and communication with PURBs").

#include <cstddef>

namespace kith::crypto {

// At most 12 % more, at least 256, and only a few distinct sizes per order of magnitude.
std::size_t padded_size(std::size_t size);

}  // namespace kith::crypto
