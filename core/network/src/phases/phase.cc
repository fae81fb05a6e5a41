#include "kith/network/phase.h"

#include <array>

namespace kith::network {
namespace {

constexpr auto kPhaseDefinitions = std::to_array<PhaseDefinition>({
    {Phase::initiation, {6, 12},
     "it starts and begins to matter to both; hopes on both sides turn into concrete expectations",
     "first opportunities, coaching and visibility; the junior gives technical help and respect"},
    {Phase::cultivation, {24, 60},
     "the range of functions grows to its maximum; hopes are tested by reality",
     "career functions first, psychosocial ones after them as the bond grows: role modeling and acceptance where "
     "it is less intimate, counseling and friendship too where it is more so"},
    {Phase::separation, {6, 24},
     "a change of structure or of feeling alters the balance; turmoil, anxiety and loss, but autonomy too",
     "several functions fall away or change"},
    {Phase::redefinition, {0, kOpenEnd},
     "a new and more equal form, mostly friendship, or the end",
     "friendship, sponsorship from a distance, occasional counseling and coaching"},
});

constexpr auto kPointRows = std::to_array<TurningPointRow>({
    {TurningPoint::TP_INI_1, "I1", Phase::initiation, "hopes have become concrete expectations",
     Factor::psychological},
    {TurningPoint::TP_INI_2, "I2", Phase::initiation,
     "what was hoped for began to happen: coaching, harder work and chances to be seen one way, skilled help and "
     "respect the other",
     Factor::both},
    {TurningPoint::TP_INI_3, "I3", Phase::initiation, "work gives occasions to interact", Factor::organizational},
    {TurningPoint::TP_INI_OTHER, "IX", Phase::initiation, "another event by which it began, in your own words", Factor::both},
    {TurningPoint::TP_CUL_1, "C1", Phase::cultivation, "both keep benefiting", Factor::psychological},
    {TurningPoint::TP_CUL_2, "C2", Phase::cultivation, "there are more frequent and more meaningful occasions",
     Factor::organizational},
    {TurningPoint::TP_CUL_3, "C3", Phase::cultivation, "the bond deepens and intimacy grows", Factor::psychological},
    {TurningPoint::TP_CUL_OTHER, "CX", Phase::cultivation, "another event by which it grew, in your own words", Factor::both},
    {TurningPoint::TP_SEP_1, "S1", Phase::separation, "the junior wants to go on alone, and guidance no longer",
     Factor::psychological},
    {TurningPoint::TP_SEP_2, "S2", Phase::separation, "the senior looks back at the own career and is less available",
     Factor::psychological},
    {TurningPoint::TP_SEP_3, "S3", Phase::separation,
     "a rotation or promotion leaves little contact, and functions can no longer be given", Factor::organizational},
    {TurningPoint::TP_SEP_4, "S4", Phase::separation, "blocked opportunity breeds resentment and hostility",
     Factor::organizational},
    {TurningPoint::TP_SEP_OTHER, "SX", Phase::separation, "another event by which you drew apart, in your own words", Factor::both},
    {TurningPoint::TP_RED_1, "R1", Phase::redefinition,
     "the stress of separation fades and new relationships form", Factor::psychological},
    {TurningPoint::TP_RED_2, "R2", Phase::redefinition, "the old form is no longer needed", Factor::psychological},
    {TurningPoint::TP_RED_3, "R3", Phase::redefinition, "resentment fades and gratitude grows",
     Factor::psychological},
    {TurningPoint::TP_RED_4, "R4", Phase::redefinition, "the two have come to stand on the same level", Factor::organizational},
    {TurningPoint::TP_RED_OTHER, "RX", Phase::redefinition, "another event by which it took a new form, in your own words", Factor::both},
});
static_assert(kPointRows.size() == kTurningPoints);

}  // namespace

const PhaseDefinition& definition_of(Phase phase) { return kPhaseDefinitions[static_cast<std::size_t>(phase)]; }

std::span<const TurningPointRow> turning_points() { return kPointRows; }

const TurningPointRow& row_of(TurningPoint point) { return kPointRows[static_cast<std::size_t>(point)]; }

Result<TurningPoint> turning_point_from_code(std::string_view code) {
  std::string known;
  for (const TurningPointRow& row : kPointRows) {
    if (row.code == code) return row.point;
    known += (known.empty() ? "" : " ") + std::string(row.code);
  }
  return fail(Code::INVALID_ARGUMENT, worded("there is no turning point with this code; known are {0}", known));
}

template <>
std::span<const Term<Phase>> terms<Phase>() {
  static constexpr auto rows = std::to_array<Term<Phase>>({
      {Phase::initiation, "initiation", "initiation", Source::kram_1983},
      {Phase::cultivation, "cultivation", "cultivation", Source::kram_1983},
      {Phase::separation, "separation", "separation", Source::kram_1983},
      {Phase::redefinition, "redefinition", "redefinition", Source::kram_1983},
  });
  return rows;
}

template <>
std::span<const Term<CareFlag>> terms<CareFlag>() {
  constexpr Source S1 = Source::kram_1983;
  static constexpr auto rows = std::to_array<Term<CareFlag>>({
      {CareFlag::held_back, "held_back", "held back or undermined", S1},
      {CareFlag::senior_threatened, "senior_threatened", "a success of the junior that seems hard for the senior", S1},
      {CareFlag::blocked_moves, "blocked_moves", "blocked moves", S1},
      {CareFlag::abandoned_too_early, "abandoned_too_early", "abandoned too early", S1},
      {CareFlag::single_sponsor, "single_sponsor", "dependence on a single sponsor", S1},
      {CareFlag::role_model_missing, "role_model_missing", "role model missing", S1},
      {CareFlag::stereotyped_roles, "stereotyped_roles", "stereotyped roles kept up", S1},
      {CareFlag::unease_about_intimacy, "unease_about_intimacy", "unease about intimacy", S1},
      {CareFlag::unease_about_public_image, "unease_about_public_image", "unease about public image", S1},
      {CareFlag::peer_status_discomfort, "peer_status_discomfort", "peer-status discomfort", S1},
  });
  return rows;
}

}  // namespace kith::network
