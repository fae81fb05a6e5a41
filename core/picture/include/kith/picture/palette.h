#pragma once
// The colours of the roles, for a light and for a dark background.
//
// The five families are those of Okabe and Ito, which people with any colour vision tell apart.
// Where one of them would be too pale on white, or too dark on black, it keeps its hue and is
// darkened or lightened until it stands out; a test computes the contrast of every role.
//
// Threads: pure functions over constants.
// Units:   0xRRGGBB; contrast 1 to 21.
// Sources: Okabe and Ito 2002; contrast as in WCAG 2.1 (text 4.5, graphics 3).

#include <cstdint>
#include <string_view>

#include "kith/picture/display_list.h"

namespace kith::picture {

enum class Theme : std::uint8_t { light, dark };

std::uint32_t color_of(Role role, Theme theme);
double contrast(std::uint32_t a, std::uint32_t b);

}  // namespace kith::picture
