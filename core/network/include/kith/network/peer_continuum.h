#pragma once
// Where a peer stands between information peer and special peer, by the person's own votes on four
// criteria; checked against the functions received, and the themes that go with it as prompts.
// Never derived from age or level.
//
// Threads: pure functions.
// Units:   votes 0, 1, 2; the score is their mean.
// Errors:  INVALID_ARGUMENT for a vote above 2 or cuts that are not in order.
// Sources: criteria, functions and themes are Kram & Isabella 1985; score, cuts and band are ours.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kith/network/themes.h"

namespace kith::network {

struct PeerCuts {
  double collegial_from = 0.67;
  double special_from = 1.34;
  double between_within = 0.15;
};

using Votes = std::array<std::optional<std::uint8_t>, kCriteria>;

struct PeerPlace {
  std::optional<double> score;     // none while a vote is missing
  std::vector<PeerType> types;     // one, two when between, none when not placed
  std::vector<PeerType> by_functions;  // best match with Figure 1; more when they match equally well
  bool ask = false;                // votes and functions do not say the same: both are shown
  std::string why;
};

Result<PeerPlace> place_peer(const Votes& votes, const FunctionSet& received, const PeerCuts& cuts = {});

// Of each type in the list, without doubles, in the order of the paper. None without a stage.
std::vector<std::string_view> theme_prompts(std::optional<CareerStage> stage, const std::vector<PeerType>& types);

}  // namespace kith::network
