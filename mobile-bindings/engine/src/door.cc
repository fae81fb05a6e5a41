#include "kith/engine/door.h"

#include "kith/vault/door.h"

namespace kith::engine {

struct Knock::Impl {
  vault::Knock knock;
};

Knock::Knock(const std::filesystem::path& folder) : impl_(new Impl{vault::Knock(folder)}) {}
Knock::~Knock() = default;

bool somebody_knocks(const std::filesystem::path& folder) { return vault::somebody_knocks(folder); }

}  // namespace kith::engine
