// The same data gives the same bytes, on every machine: what is drawn today is compared with files.
// With KITH_PICTURES=folder all of them are written there, for looking at and for new fixtures.

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "gallery.h"
#include "kith/picture/svg.h"
#include "kith/picture/text.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Options kLarge{.width = 820};
const Options kInitials{.initials_only = true};
const Options kFromTheRight{.right_to_left = true};

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

void put(const std::string& name, const std::string& text) {
  if (const char* folder = std::getenv("KITH_PICTURES")) {
    std::ofstream(std::string(folder) + "/" + name, std::ios::binary) << text;
  }
}

TEST(Gallery, IsTheSameAsItWas) {
  for (const Exhibit& exhibit : gallery()) {
    const std::string svg = svg_of(exhibit.picture);
    const std::string text = terminal_of(exhibit.picture) + "\n" + list_of(exhibit.picture);
    put(exhibit.name + ".svg", svg);
    put(exhibit.name + ".txt", text);
    put(exhibit.name + "_dark.svg", svg_of(exhibit.picture, Theme::dark));
    EXPECT_TRUE(svg == content(KITH_FIXTURES "/pictures/" + exhibit.name + ".svg")) << exhibit.name;
    EXPECT_EQ(text, content(KITH_FIXTURES "/pictures/" + exhibit.name + ".txt"));
  }
  for (const Exhibit& exhibit : gallery(kLarge)) put(exhibit.name + "_large.svg", svg_of(exhibit.picture));
  for (const Exhibit& exhibit : gallery(kFromTheRight)) put(exhibit.name + "_rtl.svg", svg_of(exhibit.picture));
  for (const Exhibit& exhibit : gallery(kInitials)) put(exhibit.name + "_initials.svg", svg_of(exhibit.picture));
}

TEST(Gallery, LabelsStandApartInEveryForm) {
  for (const Options& options : {Options{}, kLarge, kInitials, kFromTheRight}) {
    for (const Exhibit& exhibit : gallery(options)) expect_labels_apart(exhibit.picture);
  }
}

TEST(Gallery, TheLinesNameTheSamePeople) {
  for (const Exhibit& exhibit : gallery()) {
    const std::string list = list_of(exhibit.picture);
    const auto shown = good(shown_names(exhibit.people, {}));
    for (const std::string& name : shown) EXPECT_THAT(list, HasSubstr(name)) << exhibit.name;
    EXPECT_FALSE(exhibit.picture.lines.empty()) << exhibit.name;
    EXPECT_FALSE(exhibit.picture.title.empty()) << exhibit.name;
  }
}

TEST(Gallery, InitialsHoldNoName) {
  for (const Exhibit& exhibit : gallery(kInitials)) {
    const std::string words = all_words(exhibit.picture) + svg_of(exhibit.picture) + terminal_of(exhibit.picture);
    for (const std::string& name : exhibit.people) {
      std::stringstream parts(name);
      // Short parts, as "der", occur in other words.
      for (std::string part; parts >> part;) {
        if (characters_in(part) <= 3) continue;
        EXPECT_THAT(words, Not(HasSubstr(part))) << exhibit.name;
      }
    }
    const auto shown = good(shown_names(exhibit.people, kInitials));
    for (const std::string& initials : shown) EXPECT_THAT(list_of(exhibit.picture), HasSubstr(initials));
  }
}

TEST(Gallery, NoColorStandsAlone) {
  // Two surfaces of the five families in one picture never differ by their colour only.
  for (const Exhibit& exhibit : gallery()) {
    std::map<Role, Pattern> look;
    std::map<Pattern, Role> family;
    for (const Shape& shape : exhibit.picture.shapes) {
      if (!shape.style.fill || *shape.style.fill < Role::career || *shape.style.fill > Role::friendship) continue;
      look.emplace(*shape.style.fill, shape.style.pattern);
      EXPECT_EQ(look[*shape.style.fill], shape.style.pattern) << exhibit.name;
      family.emplace(shape.style.pattern, *shape.style.fill);
      EXPECT_EQ(family[shape.style.pattern], *shape.style.fill) << exhibit.name;
    }
  }
}

TEST(Gallery, RowsForATerminalAreNoWiderThanOne) {
  for (const Options& options : {Options{}, kInitials, kFromTheRight}) {
    for (const Exhibit& exhibit : gallery(options)) {
      for (const std::string& row : exhibit.picture.rows) EXPECT_LE(columns_of(row), kColumns) << row;
    }
  }
}

}  // namespace
}  // namespace kith::picture
