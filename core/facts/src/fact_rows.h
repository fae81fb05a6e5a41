#pragma once
// The fields of each fact. Private to core/facts.

#include "kith/facts/dictionary.h"

namespace kith::facts::fields {

std::span<const FieldRow> structure();
std::span<const FieldRow> turning_point();
std::span<const FieldRow> phase_span();
std::span<const FieldRow> function_mark();
std::span<const FieldRow> need();
std::span<const FieldRow> acquaintance();
std::span<const FieldRow> care_flag();
std::span<const FieldRow> candidate();
std::span<const FieldRow> offer();
std::span<const FieldRow> circle();
std::span<const FieldRow> life_event();
std::span<const FieldRow> pause();
std::span<const FieldRow> benefit();
std::span<const FieldRow> tag_cadence();

}  // namespace kith::facts::fields
