#include "kith/picture/palette.h"

#include <gmock/gmock.h>

#include <set>

namespace kith::picture {
namespace {

TEST(Palette, ContrastIsCountedAsUsual) {
  EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21.0, 1e-9);
  EXPECT_NEAR(contrast(0xFFFFFF, 0x000000), 21.0, 1e-9);
  EXPECT_NEAR(contrast(0x777777, 0xFFFFFF), 4.48, 0.01);
}

TEST(Palette, EveryRoleStandsOutOnBothBackgrounds) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    const std::uint32_t back = color_of(Role::background, theme);
    for (std::size_t i = 0; i < kRoles; ++i) {
      const auto role = static_cast<Role>(i);
      if (role == Role::background) continue;
      const bool is_text = role == Role::text || role == Role::quiet_text;
      EXPECT_GE(contrast(color_of(role, theme), back), is_text ? 4.5 : 3.0) << name_of(role);
    }
  }
}

TEST(Palette, TheFamiliesAreThoseOfOkabeAndIto) {
  EXPECT_EQ(color_of(Role::career, Theme::light), 0x0072B2U);
  EXPECT_EQ(color_of(Role::psychosocial, Theme::light), 0xD55E00U);
  EXPECT_EQ(color_of(Role::peer_career, Theme::light), 0x009E73U);
  EXPECT_EQ(color_of(Role::peer_psychosocial, Theme::light), 0xCC79A7U);
  EXPECT_EQ(color_of(Role::friendship, Theme::dark), 0xE69F00U);
}

TEST(Palette, NoTwoRolesLookAlikeOrHaveOneName) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    std::set<std::uint32_t> colors;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kRoles; ++i) {
      colors.insert(color_of(static_cast<Role>(i), theme));
      names.insert(name_of(static_cast<Role>(i)));
    }
    EXPECT_EQ(colors.size(), kRoles);
    EXPECT_EQ(names.size(), kRoles);
  }
}

}  // namespace
}  // namespace kith::picture
