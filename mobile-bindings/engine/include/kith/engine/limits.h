#pragma once
// Sizes that a face has to know before it asks. Each is that of the layer that decides it, compared when the engine is
// compiled.
//
// Threads: constants.
// Units:   bytes, milliseconds since 1970.

#include <cstddef>

namespace kith::engine {

inline constexpr std::size_t kTextMost = 64 * 1024;  // of one text: a note, what was said, a passage
inline constexpr double kLastTimeMs = 7258118400000;  // the year 2200
inline constexpr std::size_t kHeldKeyBytes = 81;     // what Engine::hold() gives

}  // namespace kith::engine
