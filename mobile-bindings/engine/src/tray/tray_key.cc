#include "tray/tray_key.h"

namespace kith::engine {
namespace {

constexpr std::string_view kKeySetting = "tray_key";

}  // namespace

Result<std::optional<crypto::AgreePair>> kept_tray_pair(const Session& session) {
  KITH_TRY(std::optional<Bytes> kept, session.replica->setting(kKeySetting));
  if (!kept) return std::optional<crypto::AgreePair>();
  const Secret secret = Secret::copy_of(*kept);
  wipe(*kept);
  return std::optional(crypto::agree_pair_of(secret));
}

Result<crypto::AgreePair> tray_pair(Session& session) {
  KITH_TRY(std::optional<crypto::AgreePair> kept, kept_tray_pair(session));
  if (kept) return *std::move(kept);
  crypto::AgreePair fresh = crypto::make_agree_pair(*session.options.random);
  KITH_CHECK(session.replica->set_setting(kKeySetting, fresh.secret.reveal()));
  return fresh;
}

}  // namespace kith::engine
