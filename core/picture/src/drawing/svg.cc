#include "kith/picture/svg.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "drawing/letters.h"
#include "drawing/numbers.h"
#include "kith/picture/words.h"

namespace kith::picture {
namespace {

// A whole ring has no begin and no end, and an arc from a point to itself is nothing.
constexpr double kWhole = 359.99;

std::string escaped(std::string_view text) {
  std::string out;
  for (const Letter& letter : letters_of(text)) {
    switch (letter.code) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\t':
      case '\n':
      case '\r': out += ' '; break;
      default:
        if (letter.code >= 0x20 && letter.code != 0xFFFE && letter.code != 0xFFFF) out += letter.bytes;
    }
  }
  return out;
}

std::string hex(std::uint32_t color) {
  char out[8];
  std::snprintf(out, sizeof out, "#%06X", static_cast<unsigned>(color));
  return out;
}

std::string attribute(std::string_view name, double number) {
  return " " + std::string(name) + "=\"" + say(number) + "\"";
}
std::string point(Point p) { return say(p.x) + " " + say(p.y); }

class Writer {
 public:
  Writer(const Picture& picture, Theme theme) : picture_(picture), theme_(theme) {}

  std::string write() {
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + say(picture_.width) + " " +
           say(picture_.height) + "\"" + attribute("width", picture_.width) + attribute("height", picture_.height) +
           " font-family=\"'Noto Sans','DejaVu Sans',sans-serif\"" +
           (picture_.right_to_left ? " direction=\"rtl\"" : "") + ">\n<title>" + escaped(picture_.title) +
           "</title>\n<desc>";
    for (std::size_t i = 0; i < picture_.lines.size(); ++i) out_ += (i == 0 ? "" : "\n") + escaped(picture_.lines[i]);
    out_ += "</desc>\n";
    write_patterns();
    out_ += "<rect width=\"100%\" height=\"100%\" fill=\"" + color(Role::background) + "\"/>\n";
    for (const Shape& shape : picture_.shapes) {
      std::visit([&](const auto& form) { write(form, shape.style); }, shape.form);
    }
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  std::string color(Role role) const { return hex(color_of(role, theme_)); }
  static std::string pattern_name(Role role, Pattern pattern) {
    return std::string(name_of(role)) + "-" + std::string(name_of(pattern));
  }

  void write_patterns() {
    std::array<std::array<bool, kPatterns>, kRoles> used{};
    bool any = false;
    for (const Shape& shape : picture_.shapes) {
      if (!shape.style.fill || shape.style.pattern == Pattern::plain) continue;
      used[static_cast<std::size_t>(*shape.style.fill)][static_cast<std::size_t>(shape.style.pattern)] = any = true;
    }
    if (!any) return;
    out_ += "<defs>\n";
    for (std::size_t role = 0; role < kRoles; ++role) {
      for (std::size_t pattern = 0; pattern < kPatterns; ++pattern) {
        if (used[role][pattern]) write_pattern(static_cast<Role>(role), static_cast<Pattern>(pattern));
      }
    }
    out_ += "</defs>\n";
  }

  // The marks are cut out of the surface, so that it keeps its own contrast; `sparse` is the other
  // way about: little ink on the background, for what is soft or expected.
  void write_pattern(Role role, Pattern pattern) {
    const std::string back = "\"" + color(Role::background) + "\"";
    const std::string ink = "\"" + color(role) + "\"";
    const bool turned = pattern == Pattern::stripes;
    out_ += "<pattern id=\"" + pattern_name(role, pattern) +
            "\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"" +
            (turned ? " patternTransform=\"rotate(45)\"" : "") + "><rect width=\"4\" height=\"4\" fill=" +
            (pattern == Pattern::sparse ? back : ink) + "/>";
    switch (pattern) {
      case Pattern::plain: break;
      case Pattern::stripes: out_ += "<rect width=\"1\" height=\"4\" fill=" + back + "/>"; break;
      case Pattern::bars: out_ += "<rect width=\"4\" height=\"1\" fill=" + back + "/>"; break;
      case Pattern::dots: out_ += "<circle cx=\"2\" cy=\"2\" r=\"0.9\" fill=" + back + "/>"; break;
      case Pattern::cross:
        out_ += "<path d=\"M0 0H4V0.8H0.8V4H0Z\" fill=" + back + "/>";
        break;
      case Pattern::sparse: out_ += "<circle cx=\"2\" cy=\"2\" r=\"0.7\" fill=" + ink + "/>"; break;
    }
    out_ += "</pattern>\n";
  }

  std::string paint(const Style& style) const {
    std::string out = " fill=\"";
    if (!style.fill) {
      out += "none";
    } else if (style.pattern == Pattern::plain) {
      out += color(*style.fill);
    } else {
      out += "url(#" + pattern_name(*style.fill, style.pattern) + ")";
    }
    out += "\"";
    if (!style.stroke) return out;
    out += " stroke=\"" + color(*style.stroke) + "\"" + attribute("stroke-width", style.stroke_width);
    if (style.dash == Dash::dashed) out += " stroke-dasharray=\"5 4\"";
    if (style.dash == Dash::dotted) out += " stroke-dasharray=\"0 3.5\" stroke-linecap=\"round\"";
    return out;
  }

  void write(const Circle& c, const Style& style) {
    out_ += "<circle" + attribute("cx", c.at.x) + attribute("cy", c.at.y) + attribute("r", c.radius) + paint(style) +
            "/>\n";
  }
  void write(const Line& l, const Style& style) {
    out_ += "<line" + attribute("x1", l.from.x) + attribute("y1", l.from.y) + attribute("x2", l.to.x) +
            attribute("y2", l.to.y) + paint(style) + "/>\n";
  }
  void write(const Bow& b, const Style& style) {
    out_ += "<path d=\"M" + point(b.from) + "Q" + point(b.by) + " " + point(b.to) + "\"" + paint(style) + "/>\n";
  }
  void write(const Box& b, const Style& style) {
    out_ += "<rect" + attribute("x", b.x) + attribute("y", b.y) + attribute("width", b.width) +
            attribute("height", b.height) + (b.corner > 0 ? attribute("rx", b.corner) : "") + paint(style) + "/>\n";
  }
  void write(const Polygon& p, const Style& style) {
    out_ += "<polygon points=\"";
    for (std::size_t i = 0; i < p.points.size(); ++i) out_ += (i == 0 ? "" : " ") + point(p.points[i]);
    out_ += "\"" + paint(style) + "/>\n";
  }

  static std::string arc(double radius, Point to, bool large, bool back) {
    return "A" + say(radius) + " " + say(radius) + " 0 " + (large ? "1" : "0") + (back ? " 0 " : " 1 ") + point(to);
  }
  void write(const Slice& s, const Style& style) {
    if (s.to - s.from >= kWhole) return write_whole(s, style);
    const bool large = s.to - s.from > 180;
    const Point begin = on_circle(s.at, s.outer, s.from);
    const Point end = on_circle(s.at, s.outer, s.to);
    out_ += "<path d=\"M" + point(begin) + arc(s.outer, end, large, false) + "L";
    if (s.inner > 0) {
      out_ += point(on_circle(s.at, s.inner, s.to)) + arc(s.inner, on_circle(s.at, s.inner, s.from), large, true);
    } else {
      out_ += point(s.at);
    }
    out_ += "Z\"" + paint(style) + "/>\n";
  }
  void write_whole(const Slice& s, const Style& style) {
    if (s.inner <= 0) return write(Circle{s.at, s.outer}, style);
    out_ += "<path fill-rule=\"evenodd\" d=\"";
    for (const double radius : {s.outer, s.inner}) {
      const Point top = on_circle(s.at, radius, 0);
      out_ += "M" + point(top) + arc(radius, on_circle(s.at, radius, 180), false, false) +
              arc(radius, top, false, false) + "Z";
    }
    out_ += "\"" + paint(style) + "/>\n";
  }

  void write(const Text& t, const Style& style) {
    // In a picture that is read from the right a text starts at its right end.
    const Anchor start = picture_.right_to_left ? Anchor::right : Anchor::left;
    const std::string_view anchor = t.anchor == Anchor::middle ? " text-anchor=\"middle\""
                                    : t.anchor == start        ? ""
                                                               : " text-anchor=\"end\"";
    // What runs below a label stays apart from it.
    out_ += "<text" + attribute("x", t.at.x) + attribute("y", t.at.y) + attribute("font-size", t.size) +
            std::string(anchor) + (t.bold ? " font-weight=\"bold\"" : "") + " fill=\"" +
            color(style.fill.value_or(Role::text)) + "\" stroke=\"" + color(Role::background) +
            "\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">" + escaped(t.words) + "</text>\n";
  }

  const Picture& picture_;
  Theme theme_;
  std::string out_;
};

}  // namespace

std::string svg_of(const Picture& picture, Theme theme) { return Writer(picture, theme).write(); }

}  // namespace kith::picture
