#pragma once
// The four phases of a mentor relationship, the turning points that cause movement into them, and
// the private flags that the paper gives reason to watch for. Texts are in our own words.
//
// Threads: pure functions over constants.
// Units:   months.
// Sources: Kram 1983, Exhibit 2 and text. Whether a turning point is psychological or
//          organizational is our coding; the paper says only that both kinds occur.

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "kith/network/function.h"
#include "kith/network/term.h"

namespace kith::network {

enum class Phase : std::uint8_t { initiation, cultivation, separation, redefinition };

inline constexpr int kOpenEnd = std::numeric_limits<int>::max();

// How long the phase lasted in the pairs that were studied. A range, never a norm.
struct PhaseWindow {
  int least = 0;
  int most = kOpenEnd;
};

struct PhaseDefinition {
  Phase phase;
  PhaseWindow window;
  std::string_view marked_by;
  std::string_view functions;
};
const PhaseDefinition& definition_of(Phase phase);

// Named so that nobody takes S1 for a source. The paper's fourteen are examples: the four that end in OTHER are
// ours, for an event in the person's own words that moved the relationship into that phase.
enum class TurningPoint : std::uint8_t {
  TP_INI_1, TP_INI_2, TP_INI_3, TP_INI_OTHER,
  TP_CUL_1, TP_CUL_2, TP_CUL_3, TP_CUL_OTHER,
  TP_SEP_1, TP_SEP_2, TP_SEP_3, TP_SEP_4, TP_SEP_OTHER,
  TP_RED_1, TP_RED_2, TP_RED_3, TP_RED_4, TP_RED_OTHER,
};
inline constexpr std::size_t kTurningPoints = 18;
constexpr bool is_other(TurningPoint point) {
  return point == TurningPoint::TP_INI_OTHER || point == TurningPoint::TP_CUL_OTHER ||
         point == TurningPoint::TP_SEP_OTHER || point == TurningPoint::TP_RED_OTHER;
}

enum class Factor : std::uint8_t { psychological, organizational, both };

struct TurningPointRow {
  TurningPoint point;
  std::string_view code;  // for records: "I1" to "R4"; "IX", "CX", "SX", "RX" of those in own words
  Phase phase;            // into which it moves
  std::string_view words;
  Factor factor;
  constexpr Source source() const { return is_other(point) ? Source::ours : Source::kram_1983; }
};
std::span<const TurningPointRow> turning_points();
const TurningPointRow& row_of(TurningPoint point);
Result<TurningPoint> turning_point_from_code(std::string_view code);

// Nobody but the person who noted one ever sees it.
enum class CareFlag : std::uint8_t {
  held_back,
  senior_threatened,
  blocked_moves,
  abandoned_too_early,
  single_sponsor,
  role_model_missing,
  stereotyped_roles,
  unease_about_intimacy,
  unease_about_public_image,
  peer_status_discomfort,
};
inline constexpr bool kCareFlagsArePrivate = true;

template <>
std::span<const Term<Phase>> terms<Phase>();
template <>
std::span<const Term<CareFlag>> terms<CareFlag>();

}  // namespace kith::network
