#include "network/picture_shapes.h"

#include <variant>

namespace kith::engine {
namespace {

namespace api = kith::api::v1;
namespace p = picture;

// Writes what one form has of its own.
class FormWriter {
 public:
  explicit FormWriter(api::PictureShape& out) : out_(out) {}

  void operator()(const p::Circle& circle) {
    begin(api::PictureShape::CIRCLE, circle.at);
    out_.set_radius(circle.radius);
  }
  void operator()(const p::Slice& slice) {
    begin(api::PictureShape::SLICE, slice.at);
    out_.set_radius(slice.outer);
    out_.set_inner(slice.inner);
    out_.set_from(slice.from);
    out_.set_to(slice.to);
  }
  void operator()(const p::Line& line) {
    begin(api::PictureShape::LINE, line.from);
    point(line.to);
  }
  void operator()(const p::Bow& bow) {
    begin(api::PictureShape::BOW, bow.from);
    point(bow.by);
    point(bow.to);
  }
  void operator()(const p::Box& box) {
    begin(api::PictureShape::BOX, {box.x, box.y});
    out_.set_width(box.width);
    out_.set_height(box.height);
    out_.set_corner(box.corner);
  }
  void operator()(const p::Polygon& polygon) {
    out_.set_form(api::PictureShape::POLYGON);
    for (const p::Point& corner : polygon.points) point(corner);
  }
  void operator()(const p::Text& text) {
    begin(api::PictureShape::TEXT, text.at);
    out_.set_words(text.words);
    out_.set_size(text.size);
    out_.set_anchor(std::string(p::name_of(text.anchor)));
    out_.set_bold(text.bold);
  }

 private:
  void begin(api::PictureShape::Form form, p::Point at) {
    out_.set_form(form);
    point(at);
  }
  void point(p::Point at) {
    out_.add_points(at.x);
    out_.add_points(at.y);
  }

  api::PictureShape& out_;
};

void put_style(const p::Style& style, api::PictureShape& out) {
  if (style.fill) out.set_fill(std::string(p::name_of(*style.fill)));
  out.set_pattern(std::string(p::name_of(style.pattern)));
  if (style.stroke) out.set_stroke(std::string(p::name_of(*style.stroke)));
  out.set_stroke_width(style.stroke_width);
  out.set_dash(std::string(p::name_of(style.dash)));
}

}  // namespace

void put_shapes(const p::Picture& picture, p::Theme theme, const std::vector<Touched>& touched, api::Picture& out) {
  for (const p::Shape& shape : picture.shapes) {
    api::PictureShape& one = *out.add_shapes();
    std::visit(FormWriter(one), shape.form);
    put_style(shape.style, one);
  }
  for (const p::Target& target : picture.targets) {
    if (target.about >= touched.size()) continue;
    api::PictureTarget& one = *out.add_targets();
    one.set_person(touched[target.about].name);
    one.set_person_id(touched[target.about].id);
    one.set_x(target.at.x);
    one.set_y(target.at.y);
    one.set_radius(target.radius);
  }
  for (std::size_t role = 0; role < p::kRoles; ++role) {
    api::PictureColor& one = *out.add_colors();
    one.set_role(std::string(p::name_of(static_cast<p::Role>(role))));
    one.set_rgb(p::color_of(static_cast<p::Role>(role), theme));
  }
}

}  // namespace kith::engine
