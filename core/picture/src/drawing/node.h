#pragma once
// A person as a sign: the pie of what I receive in the ring of what I give. For every picture that
// shows people as places.
//
// Threads: pure functions.
// Units:   points.

#include "drawing/canvas.h"
#include "kith/network/function.h"

namespace kith::picture {

// At most this fits into the middle of a node.
inline constexpr double kNodeLabelWidth = 15;

void draw_node(Canvas& canvas, Point at, double radius, const network::Ledger& functions, bool squared,
               bool connector);
// In the middle of the node, over the pie: the last resort for a name.
void draw_inside_node(Canvas& canvas, Point at, double radius, const std::string& name);

// The families that somebody receives, for a legend.
std::vector<LegendEntry> family_legend(const std::vector<const network::Ledger*>& ledgers);

}  // namespace kith::picture
