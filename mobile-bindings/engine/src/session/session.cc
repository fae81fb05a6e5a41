#include "session/session.h"

namespace kith::engine {

Result<crypto::AgreePair> administration(Session& session, const std::string& passphrase) {
  if (passphrase.empty()) return fail(Code::INVALID_ARGUMENT, "this needs the passphrase again");
  return session.vault->open_administration(Secret::copy_of(as_bytes(passphrase)));
}

}  // namespace kith::engine
