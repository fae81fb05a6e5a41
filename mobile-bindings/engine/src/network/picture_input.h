#pragma once
// The account as the pictures want it. Private to the engine.

#include <set>

#include "kith/picture/cadence_strip.h"
#include "kith/picture/compare_card.h"
#include "kith/picture/heat_map.h"
#include "kith/picture/map.h"
#include "kith/picture/reciprocity.h"
#include "kith/picture/theme_wheel.h"
#include "kith/picture/then_and_now.h"
#include "kith/picture/timeline.h"
#include "kith/picture/type_square.h"
#include "network/snapshots.h"

namespace kith::engine {

// By name, so that a picture does not depend on how ids fell.
std::vector<const network::Developer*> by_name(const network::Network& network);
// All developers, or the one that is asked for.
Result<std::vector<const network::Developer*>> chosen(Session& session, const facts::Account& account,
                                                      const std::string& person);
// All snapshots, the oldest first.
Result<std::vector<network::Snapshot>> snapshots(Session& session);

std::vector<picture::MapPerson> map_people(const network::Network& network, const std::set<RecordId>& past_due);
Result<picture::MapInput> map_input(const facts::Account& account, const model::PartialDate& day);
picture::TimelineInput timeline_input(const facts::Account& account,
                                      const std::vector<const network::Developer*>& who,
                                      const model::PartialDate& day);
picture::HeatMapInput heat_map_input(const facts::Account& account);
std::vector<picture::ReciprocityRow> reciprocity_rows(const facts::Account& account);
Result<picture::CadenceStripInput> strip_input(const facts::Account& account, const model::PartialDate& day);
// The last comparison of functions that is open; NOT_FOUND before there is one.
Result<picture::CompareCardInput> compare_input(Session& session, const std::string& person);
picture::ThemeWheelInput theme_input(const facts::Account& account);

}  // namespace kith::engine
