#include "door/proving.h"

#include <set>

namespace kith::relay {
namespace {

constexpr std::size_t kMostProofs = 1024;
constexpr int kMostWrong = 4;

}  // namespace

struct Proving::Call {
  const envelope::Challenge& challenge;
  const std::vector<Proof>& proofs;
  std::vector<Bytes> tokens;
  std::set<SignKey> counted;  // devices, by transport key; the first of them spent the challenge
  int wrong;
};

Result<std::vector<Bytes>> Proving::judge(const envelope::Challenge& challenge, const std::vector<Proof>& proofs) {
  if (proofs.size() > kMostProofs) return fail(Code::TOO_LARGE, "at most 1,024 proofs at once");
  KITH_CHECK(challenges_.check(challenge));
  std::map<SpaceId, std::vector<std::size_t>> by_space;
  for (std::size_t i = 0; i < proofs.size(); ++i) by_space[proofs[i].space].push_back(i);
  Call call{challenge, proofs, std::vector<Bytes>(proofs.size()), {}, 0};
  for (const auto& [space, indices] : by_space) KITH_CHECK(judge_space(call, space, indices));
  return std::move(call.tokens);
}

Result<void> Proving::judge_space(Call& call, const SpaceId& space, const std::vector<std::size_t>& indices) {
  KITH_TRY(const auto state, store_.space(space));
  if (!state) return {};
  struct Judged {
    const Signature& signature;
    Bytes token;
  };
  std::map<SignKey, Judged> judged;  // by transport key
  for (const std::size_t i : indices) {
    const Proof& proof = call.proofs[i];
    const envelope::DeviceKeys* device = state->membership.by_transport(proof.device);
    if (device == nullptr) continue;
    auto at = judged.find(proof.device);
    if (at == judged.end()) {
      KITH_TRY(Bytes token, token_for(call, proof, device->sign));
      at = judged.emplace(proof.device, Judged{proof.signature, std::move(token)}).first;
    }
    if (at->second.signature == proof.signature) call.tokens[i] = at->second.token;
  }
  return {};
}

Result<Bytes> Proving::token_for(Call& call, const Proof& proof, const SignKey& device) {
  if (call.wrong >= kMostWrong) return Bytes();
  ++checked_;
  if (!envelope::challenge_holds(proof.device, relay_, proof.space, call.challenge, proof.signature)) {
    ++call.wrong;
    return Bytes();
  }
  // At the first that holds, before any token is made and another signature checked: of two calls
  // with one challenge at the same time one alone goes on.
  if (call.counted.empty()) {
    KITH_CHECK(challenges_.spend(call.challenge, proof.device));
  } else if (!call.counted.contains(proof.device)) {
    // Its trouble is its own: somebody may have used it up who has a copy of that key alone.
    if (!challenges_.count(call.challenge, proof.device).ok()) return Bytes();
  }
  call.counted.insert(proof.device);
  return tokens_.give(proof.space, device);
}

}  // namespace kith::relay
