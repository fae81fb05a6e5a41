#pragma once
// The network map: the people around me on three rings, seniors at the top, juniors at the bottom,
// my organization on the left, everybody else on the right. It does not move between two openings:
// the same people stand where they stood.
//
// A person is a pie of the families of functions that I receive, in a ring as thick as what I give;
// family and friends are rounded squares; a star is a connector; the line to me is as wide as we
// meet often, and dashed when contact is past due. Each open need has a hollow seat where it could be
// met, as long as the rings have room.
//
// A name has up to twelve characters on each of two lines. Where there is no room for it, it gets
// shorter (6 characters at least); a name without any room stands below the map, and its number in
// the person. No name touches a person or another name; a line below a name is interrupted.
//
// Bows show who knows whom, at most kMostBows of them: who know each other well first, then who are
// closest to me; the picture says how many are not drawn, its lines name them all. Beside more than
// eight bows only the end of a line to me is drawn, at the person. Showing bows moves nobody and no
// name.
//
// Threads: pure functions.
// Units:   the layout is made for a square of 360 points and scaled to the width.
// Errors:  INVALID_ARGUMENT for options that are none, a name that is no text, a person twice, an
//          intensity above 3.
// Sources: places after the worksheets of Kram & Higgins 2008; the layout is ours.

#include <optional>
#include <string>
#include <vector>

#include "kith/network/entities.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct MapPerson {
  RecordId id;
  std::string name;
  std::optional<network::Closeness> closeness;  // not told: on the outer ring
  std::optional<network::Seniority> seniority;  // not told: at the side
  std::optional<network::SocialSystem> system;
  std::optional<bool> inside_my_organization;  // not told: by the system; neither: on the right
  std::optional<network::Frequency> frequency;
  bool past_due = false;
  bool connector = false;
  network::Ledger functions;
};

struct MapInput {
  std::vector<MapPerson> people;
  std::vector<network::KnowEachOther> who_knows_whom;  // of people who are not here: passed over
  std::vector<network::Function> open_needs;           // needed and met by nobody, the most important first
  bool show_who_knows_whom = true;
};

inline constexpr std::size_t kMostBows = 24;
// On three rings. Those beyond are counted in the picture and named in its lines.
inline constexpr std::size_t kMostPeopleOnMap = 10 + 18 + 26;

Result<Picture> map_of(const MapInput& input, const Options& options = {});

}  // namespace kith::picture
