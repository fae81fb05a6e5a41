#pragma once
// The theme wheel: career stages as quarters, the three types of peers as rings, each theme a dot.
// What was touched lately is filled; what is open is a prompt for the next conversation. The themes
// of the declared stage are numbered and listed below; of all stages when none is declared.
//
// Threads: pure functions.
// Errors:  INVALID_ARGUMENT for options that are none or a theme that is not in the list.
// Sources: themes Kram & Isabella 1985, Table 4; the wheel is ours.

#include <optional>
#include <vector>

#include "kith/network/themes.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct TouchedTheme {
  network::CareerStage stage = network::CareerStage::establishment;
  network::PeerType type = network::PeerType::information_peer;
  std::size_t theme = 0;  // its place in network::themes_of
};

struct ThemeWheelInput {
  std::optional<network::CareerStage> stage;  // as declared by the person
  std::vector<TouchedTheme> touched;
};

Result<Picture> theme_wheel_of(const ThemeWheelInput& input, const Options& options = {});

}  // namespace kith::picture
