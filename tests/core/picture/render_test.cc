#include <gmock/gmock.h>

#include <clocale>
#include <locale>

#include "kith/picture/svg.h"
#include "kith/picture/text.h"
#include "kith/picture/words.h"

namespace kith::picture {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Picture one_of_each() {
  Picture p;
  p.width = 200;
  p.height = 100.125;
  p.title = "A & B";
  p.shapes = {
      {Circle{{10, 10.333333}, 5}, {.fill = Role::career, .pattern = Pattern::stripes}},
      {Slice{{50, 50}, 0, 20, 0, 90}, {.fill = Role::friendship}},
      {Slice{{50, 50}, 25, 30, 0, 360}, {.fill = Role::psychosocial, .pattern = Pattern::sparse}},
      {Line{{0, 0}, {10, 20}}, {.stroke = Role::due, .stroke_width = 1.5, .dash = Dash::dashed}},
      {Bow{{0, 0}, {10, 0}, {10, 20}}, {.stroke = Role::line, .dash = Dash::dotted}},
      {Box{20, 30, 40, 10, 3}, {.stroke = Role::need}},
      {Polygon{{{0, 0}, {4, 0}, {0, 4}}}, {.fill = Role::overdue}},
      {Text{{30, 40}, "<Ana> & \"Bo'\"", 11, Anchor::right, true}, {.fill = Role::quiet_text}},
  };
  p.lines = {"Ana: <one>", "Bo: two"};
  return p;
}

TEST(Svg, EveryFormIsThere) {
  const std::string svg = svg_of(one_of_each());
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 200 100.13\""));
  EXPECT_THAT(svg, HasSubstr("<circle cx=\"10\" cy=\"10.33\" r=\"5\" fill=\"url(#career-stripes)\"/>"));
  EXPECT_THAT(svg, HasSubstr("<pattern id=\"career-stripes\""));
  EXPECT_THAT(svg, HasSubstr("<path d=\"M50 30A20 20 0 0 1 70 50L50 50Z\" fill=\"#C08400\"/>"));
  EXPECT_THAT(svg, HasSubstr("fill-rule=\"evenodd\""));
  EXPECT_THAT(svg, HasSubstr("<line x1=\"0\" y1=\"0\" x2=\"10\" y2=\"20\" fill=\"none\" stroke=\"#8A6100\" "
                             "stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>"));
  EXPECT_THAT(svg, HasSubstr("<path d=\"M0 0Q10 0 10 20\""));
  EXPECT_THAT(svg, HasSubstr("<rect x=\"20\" y=\"30\" width=\"40\" height=\"10\" rx=\"3\""));
  EXPECT_THAT(svg, HasSubstr("<polygon points=\"0 0 4 0 0 4\" fill=\"#B0203A\"/>"));
}

TEST(Svg, WordsAreEscapedEverywhere) {
  const std::string svg = svg_of(one_of_each());
  EXPECT_THAT(svg, HasSubstr("<title>A &amp; B</title>"));
  EXPECT_THAT(svg, HasSubstr("<desc>Ana: &lt;one&gt;\nBo: two</desc>"));
  EXPECT_THAT(svg, HasSubstr(">&lt;Ana&gt; &amp; &quot;Bo&#39;&quot;</text>"));
  Picture p;
  p.title = std::string("a\x1f\x07\n") + "\xff" + "b\xef\xbf\xbf";
  EXPECT_THAT(svg_of(p), HasSubstr("<title>a b</title>"));
}

TEST(Svg, DarkHasItsOwnColorsAndNoOtherDifference) {
  const std::string light = svg_of(one_of_each());
  const std::string dark = svg_of(one_of_each(), Theme::dark);
  EXPECT_THAT(light, HasSubstr("height=\"100%\" fill=\"#FFFFFF\""));
  EXPECT_THAT(dark, HasSubstr("height=\"100%\" fill=\"#14171C\""));
  EXPECT_EQ(light.size(), dark.size());
}

TEST(Svg, AnchorsFollowTheDirectionOfReading) {
  Picture p = one_of_each();
  EXPECT_THAT(svg_of(p), HasSubstr("text-anchor=\"end\""));
  mirror(p);  // the text now stands to the right of its point, where reading from the right begins
  const std::string svg = svg_of(p);
  EXPECT_THAT(svg, HasSubstr(" direction=\"rtl\""));
  EXPECT_THAT(svg, HasSubstr("<text x=\"170\" y=\"40\" font-size=\"11\" text-anchor=\"end\""));
}

// Commas for points, points between thousands, as other languages have them.
class Commas : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\2"; }
};

TEST(Svg, TheBytesDoNotDependOnTheLanguageOfTheMachine) {
  Picture p = one_of_each();
  p.width = 1234.5;
  const std::string before = svg_of(p);
  const std::locale old = std::locale::global(std::locale(std::locale::classic(), new Commas));
  std::setlocale(LC_ALL, "de_DE.UTF-8");  // where the machine has it
  EXPECT_EQ(svg_of(p), before);
  std::locale::global(old);
}

TEST(Mirror, TwiceIsOnce) {
  const Picture p = one_of_each();
  Picture twice = p;
  mirror(twice);
  EXPECT_NE(svg_of(twice), svg_of(p));
  mirror(twice);
  EXPECT_EQ(svg_of(twice), svg_of(p));
}

TEST(Mirror, TurnsSlicesBoxesAndTargets) {
  Picture p;
  p.width = 100;
  p.shapes = {{Slice{{30, 30}, 0, 10, 10, 80}, {}}, {Box{10, 0, 20, 5, 0}, {}}};
  p.targets = {{0, {30, 30}, 22}};
  mirror(p);
  const Slice& slice = std::get<Slice>(p.shapes[0].form);
  EXPECT_EQ(slice.at.x, 70);
  EXPECT_EQ(slice.from, 280);
  EXPECT_EQ(slice.to, 350);
  EXPECT_EQ(std::get<Box>(p.shapes[1].form).x, 70);
  EXPECT_EQ(p.targets[0].at.x, 70);
}

TEST(Terminal, NoLineIsWiderAndNothingIsLost) {
  Picture p;
  p.title = "Map";
  p.lines = {"Ana: " + std::string(200, 'x') + " end", "学习中文 学习中文 学习中文 学习中文",
             "  Bo: one two three four five six"};
  const std::string out = terminal_of(p, 24);
  std::string joined;
  std::size_t begin = 0;
  while (begin < out.size()) {
    const std::size_t end = out.find('\n', begin);
    const std::string line = out.substr(begin, end - begin);
    EXPECT_LE(columns_of(line), 24) << line;
    for (const char c : line) {
      if (c != ' ') joined += c;
    }
    begin = end + 1;
  }
  std::string wanted = "Map---";
  for (const std::string& line : p.lines) {
    for (const char c : line) {
      if (c != ' ') wanted += c;
    }
  }
  EXPECT_EQ(joined, wanted);
  EXPECT_THAT(out, HasSubstr("\n  Bo: one two three four\n    five six\n"));
}

TEST(Terminal, ShowsRowsWhereTheyFitAndLinesWhereNot) {
  Picture p;
  p.title = "Strip";
  p.lines = {"Ana: three"};
  p.rows = {"Ana  *   *   *               "};
  EXPECT_EQ(terminal_of(p), "Strip\n-----\nAna  *   *   *               \n");
  EXPECT_EQ(terminal_of(p, 20), "Strip\n-----\nAna: three\n");
  EXPECT_EQ(list_of(p), "Strip\nAna: three\n");
}

}  // namespace
}  // namespace kith::picture
