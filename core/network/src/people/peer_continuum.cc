#include "kith/network/peer_continuum.h"

#include <algorithm>
#include <cmath>

#include "terms/numbers.h"

namespace kith::network {
namespace {

constexpr PeerType kTypes[] = {PeerType::information_peer, PeerType::collegial_peer, PeerType::special_peer};

std::vector<PeerType> types_at(double score, const PeerCuts& cuts) {
  using enum PeerType;
  std::vector<PeerType> out;
  const auto near = [&](double cut) { return std::abs(score - cut) <= cuts.between_within + kTiny; };
  const bool near_first = near(cuts.collegial_from);
  const bool near_second = near(cuts.special_from);
  if (score < cuts.collegial_from || near_first) out.push_back(information_peer);
  if ((score >= cuts.collegial_from && score < cuts.special_from) || near_first || near_second) {
    out.push_back(collegial_peer);
  }
  if (score >= cuts.special_from || near_second) out.push_back(special_peer);
  return out;
}

double jaccard(const FunctionSet& a, const FunctionSet& b) {
  return static_cast<double>((a & b).count()) / static_cast<double>((a | b).count());
}

std::vector<PeerType> best_match(const FunctionSet& received) {
  std::vector<PeerType> out;
  double best = kTiny;
  for (const PeerType type : kTypes) {
    const double match = jaccard(received, primary_functions(type));
    if (match > best + kTiny) out.clear();
    if (match >= best - kTiny && match > kTiny) out.push_back(type);
    best = std::max(best, match);
  }
  return out;
}

}  // namespace

Result<PeerPlace> place_peer(const Votes& votes, const FunctionSet& received, const PeerCuts& cuts) {
  if (!(cuts.collegial_from > 0 && cuts.collegial_from < cuts.special_from && cuts.special_from < 2 &&
        cuts.between_within >= 0)) {
    return fail(Code::INVALID_ARGUMENT, "the cuts of the continuum are not in order");
  }
  PeerPlace out;
  int sum = 0;
  int missing = 0;
  for (const auto& vote : votes) {
    if (vote && *vote > 2) return fail(Code::INVALID_ARGUMENT, "a vote is 0, 1 or 2");
    sum += vote.value_or(0);
    missing += vote ? 0 : 1;
  }
  out.by_functions = best_match(received);
  if (missing > 0) {
    out.why = "not enough to say: " + std::to_string(missing) + " of 4 criteria have no vote";
    return out;
  }
  out.score = sum / 4.0;
  out.types = types_at(*out.score, cuts);
  out.why = "mean of the four votes: " + say(*out.score) + (out.types.size() > 1 ? ", between " : ", ");
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    out.why += (i > 0 ? " and " : "") + std::string(term(out.types[i]).term);
  }
  const auto agrees = [&](PeerType t) {
    return std::find(out.types.begin(), out.types.end(), t) != out.types.end();
  };
  out.ask = !out.by_functions.empty() && std::none_of(out.by_functions.begin(), out.by_functions.end(), agrees);
  if (out.ask) {
    out.why += "; the functions received look like ";
    for (std::size_t i = 0; i < out.by_functions.size(); ++i) {
      out.why += (i > 0 ? " or " : "") + std::string(term(out.by_functions[i]).term);
    }
  }
  return out;
}

std::vector<std::string_view> theme_prompts(std::optional<CareerStage> stage, const std::vector<PeerType>& types) {
  std::vector<std::string_view> out;
  if (!stage) return out;
  for (const PeerType type : types) {
    for (const std::string_view theme : themes_of(*stage, type)) {
      if (std::find(out.begin(), out.end(), theme) == out.end()) out.push_back(theme);
    }
  }
  return out;
}

}  // namespace kith::network
