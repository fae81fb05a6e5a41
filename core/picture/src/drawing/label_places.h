#pragma once
// Where the label of a node may stand.
//
// Threads: pure functions.
// Units:   points; the angle is that of the node, degrees clockwise from the top.

#include <string>
#include <vector>

#include "kith/picture/display_list.h"

namespace kith::picture {

// Words on one line or on more, and what they cover together.
struct Label {
  std::vector<Text> lines;
  Box box;
};

// Best place first: outside at the side on which the node stands, or above or below it near the
// upright axis; then round about.
std::vector<Label> places_around(Point p, double angle, double radius, const std::vector<std::string>& lines,
                                 double size);

// How much of the line from a to b runs through the box.
double length_within(const Box& box, Point a, Point b);

}  // namespace kith::picture
