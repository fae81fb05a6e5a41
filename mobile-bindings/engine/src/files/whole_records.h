#pragma once
// A whole export's records, checked and as changes of the own space. It is a file that somebody may have
// changed, so nothing of it is believed. Private to the engine.
//
// Threads: pure functions.
// Errors:  MALFORMED, UNSUPPORTED, TOO_LARGE; nothing is taken in then.

#include <vector>

#include "kith/api/v1/api.pb.h"
#include "kith/client/replica.h"
#include "kith/model/kind_traits.h"

namespace kith::engine {

namespace api = kith::api::v1;

inline constexpr std::uint32_t kExportVersion = 1;

// Everything but the links into pairs, and answers that are sealed in one.
inline constexpr auto kWholeKinds =
    model::kinds_where<[](const model::KindTraits& kind) { return kind.out == model::Export::whole; }>();

Result<std::vector<client::RecordChange>> read_export(const api::Export& request);

}  // namespace kith::engine
