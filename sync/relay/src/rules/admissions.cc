#include "rules/admissions.h"

#include <algorithm>

#include "kith/relay/relay.h"

namespace kith::relay {
namespace {

constexpr std::size_t kTokenBytes = 24;
constexpr std::size_t kMostNameLetters = 64;
constexpr std::int64_t kMostLastingMs = 3653LL * 24 * 3600 * 1000;

// A name stands in a line of a terminal: nothing in it that could move the cursor.
bool is_name(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
  return plain && !name.empty() && name.size() <= kMostNameLetters;
}

Error denied(Literal<0> why) { return fail(Code::PERMISSION_DENIED, why); }

}  // namespace

Result<std::string> Admissions::make(const std::string& name, std::optional<std::uint64_t> uses,
                                     std::int64_t lasts_ms) {
  if (!is_name(name)) {
    return fail(Code::INVALID_ARGUMENT, "a token's name is 1 to 64 of the letters a-z, A-Z, 0-9, -, _ and .");
  }
  if (uses && *uses == 0) return fail(Code::INVALID_ARGUMENT, "a token without a use lets nobody in");
  if (lasts_ms < 0 || lasts_ms > kMostLastingMs) {
    return fail(Code::INVALID_ARGUMENT, "a token lasts ten years at most");
  }
  const MutexLock lock(naming_);
  KITH_TRY(const auto all, store_.admissions());
  for (const auto& [token, admission] : all) {
    if (admission.name == name) return fail(Code::ALREADY_EXISTS, "there was a token of that name before");
  }
  const std::string token = to_hex(random_.bytes(kTokenBytes));
  AdmissionStep step;
  step.token = admission_hash(as_bytes(token));
  step.after.name = name;
  step.after.made_ms = clock_.wall_ms();
  step.after.expires_ms = lasts_ms == 0 ? 0 : step.after.made_ms + lasts_ms;
  step.after.uses_left = uses;
  KITH_CHECK(store_.put_admission(step));
  return token;
}

Result<std::vector<Admission>> Admissions::list() const {
  KITH_TRY(auto all, store_.admissions());
  std::vector<Admission> out;
  for (auto& [token, admission] : all) out.push_back(std::move(admission));
  std::sort(out.begin(), out.end(), [](const Admission& a, const Admission& b) {
    return std::tie(a.made_ms, a.name) < std::tie(b.made_ms, b.name);
  });
  return out;
}

// A space that is made by it meanwhile counts a use first: then it is taken back as it is after that.
Result<void> Admissions::revoke(const std::string& name) {
  for (int tries = 1;; ++tries) {
    const auto done = revoke_once(name);
    if (done.ok() || done.error().code != Code::CONFLICT || tries >= Relay::kMostTries) return done;
  }
}

Result<void> Admissions::revoke_once(const std::string& name) {
  KITH_TRY(const auto all, store_.admissions());
  for (const auto& [token, admission] : all) {
    if (admission.name != name) continue;
    if (admission.revoked) return {};
    AdmissionStep step{token, admission, admission};
    step.after.revoked = true;
    return store_.put_admission(step);
  }
  return fail(Code::NOT_FOUND, "there is no token of that name");
}

Result<Admission> Admissions::good(const Hash& token) const {
  KITH_TRY(auto found, store_.admission(token));
  if (!found) return denied("making a space here needs an admission token");
  if (found->revoked) return denied("this admission token was taken back");
  if (found->expires_ms != 0 && found->expires_ms <= clock_.wall_ms()) return denied("this admission token has expired");
  if (found->uses_left && *found->uses_left == 0) return denied("this admission token is used up");
  return *std::move(found);
}

Result<AdmissionStep> Admissions::use(const Hash& token) const {
  KITH_TRY(const Admission found, good(token));
  AdmissionStep out{token, found, found};
  if (out.after.uses_left) --*out.after.uses_left;
  ++out.after.spaces_made;
  return out;
}

}  // namespace kith::relay
