#pragma once
// A whole export's records, checked and as changes of the own space. It is a file that somebody may have
// changed, so nothing of it is believed. Private to the engine.
//
// Threads: pure functions.
// Errors:  MALFORMED, UNSUPPORTED, TOO_LARGE; nothing is taken in then.

#include <vector>

#include "kith/api/v1/api.pb.h"
#include "kith/client/replica.h"

namespace kith::engine {

namespace api = kith::api::v1;

inline constexpr std::uint32_t kExportVersion = 1;

// Everything but the links into pairs, and answers that are sealed in one.
inline constexpr model::Kind kWholeKinds[] = {
    model::Kind::profile,       model::Kind::person,        model::Kind::relationship,  model::Kind::conversation,
    model::Kind::note,          model::Kind::goal,          model::Kind::structure,     model::Kind::turning_point,
    model::Kind::phase_span,    model::Kind::function_mark, model::Kind::need,          model::Kind::acquaintance,
    model::Kind::care_flag,     model::Kind::candidate,     model::Kind::offer,         model::Kind::circle,
    model::Kind::life_event,    model::Kind::pause,         model::Kind::snapshot,      model::Kind::review,
    model::Kind::removed,       model::Kind::merged,        model::Kind::sample,        model::Kind::tag_cadence};

Result<std::vector<client::RecordChange>> read_export(const api::Export& request);

}  // namespace kith::engine
