#pragma once
// Everything of the own space, record by record, so that an import makes the same vault again.
// Private to the engine.

#include "session/method.h"

namespace kith::engine {

Result<void> export_records(Session& session, api::Export* out);

}  // namespace kith::engine
