#pragma once
// A picture as SVG: one file with nothing outside it, no script, no style sheet. The same picture
// gives the same bytes, on every machine and in every language.
//
// Threads: pure functions.
// Units:   points; numbers have at most two digits after the point.
// Errors:  none; characters that XML forbids are left out.
// Sources: SVG 1.1; what is ours is only which part of it we use.

#include <string>

#include "kith/picture/display_list.h"
#include "kith/picture/palette.h"

namespace kith::picture {

std::string svg_of(const Picture& picture, Theme theme = Theme::light);

}  // namespace kith::picture
