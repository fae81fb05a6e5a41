#pragma once
// Where the label of a node may stand.
//
// Threads: pure functions.
// Units:   points; the angle is that of the node, degrees clockwise from the top.

#include <string>
#include <vector>

#include "kith/picture/display_list.h"

namespace kith::picture {

// Best place first: outside at the side on which the node stands, or above or below it near the
// upright axis; then round about.
std::vector<Text> places_around(Point p, double angle, double radius, const std::string& words, double size);

// Whether the line from a to b runs through the box.
bool crosses(const Box& box, Point a, Point b);

}  // namespace kith::picture
