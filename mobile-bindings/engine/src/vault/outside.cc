#include "vault/outside.h"

#include <filesystem>

namespace kith::engine {

Result<void> check_outside(const Session& session, const std::string& path) {
  if (path.empty()) return fail(Code::INVALID_ARGUMENT, "a path for the file is needed");
  std::error_code error;
  const auto vault = std::filesystem::weakly_canonical(session.options.folder, error);
  auto at = std::filesystem::weakly_canonical(path, error);
  for (; !error && at.has_relative_path(); at = at.parent_path()) {
    if (at == vault) return fail(Code::INVALID_ARGUMENT, "the file may not lie in the vault's own folder");
  }
  return {};
}

}  // namespace kith::engine
