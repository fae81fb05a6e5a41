#include "kith/picture/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::picture {
namespace {

struct Row {
  std::uint32_t light;
  std::uint32_t dark;
};

// In the order of Role.
constexpr std::array<Row, kRoles> kColors{{
    {0xFFFFFF, 0x14171C},  // background
    {0x1B1F24, 0xECEFF3},  // text
    {0x57606A, 0xAEB6C0},  // quiet_text
    {0x0072B2, 0x0072B2},  // career
    {0xD55E00, 0xD55E00},  // psychosocial
    {0x009E73, 0x009E73},  // peer_career
    {0xCC79A7, 0xCC79A7},  // peer_psychosocial
    {0xC08400, 0xE69F00},  // friendship: Okabe and Ito's E69F00 is too pale on white (2.2)
    {0x6B7480, 0xA3ABB5},  // neutral
    {0x89919B, 0x6F7883},  // line
    {0x3D4650, 0xD5DAE0},  // need
    {0x8A6100, 0xE3B341},  // due
    {0xB0203A, 0xFF7B8A},  // overdue
}};

double luminance(std::uint32_t color) {
  const auto part = [color](unsigned shift) {
    const double c = static_cast<double>((color >> shift) & 0xffU) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

}  // namespace

std::uint32_t color_of(Role role, Theme theme) {
  const Row& row = kColors[static_cast<std::size_t>(role)];
  return theme == Theme::light ? row.light : row.dark;
}

double contrast(std::uint32_t a, std::uint32_t b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace kith::picture
