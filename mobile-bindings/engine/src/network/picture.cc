// The account as pictures: what each one shows is read from the records, drawn by core/picture, and
// given as SVG and as text, or as the shapes themselves. The same account gives the same bytes.

#include <algorithm>

#include "kith/model/text.h"
#include "kith/network/measures.h"
#include "kith/network/review.h"
#include "kith/network/themes.h"
#include "kith/picture/svg.h"
#include "kith/picture/text.h"
#include "methods.h"
#include "network/picture_input.h"
#include "network/picture_shapes.h"

namespace kith::engine {
namespace {

namespace p = picture;

struct Drawing {
  Session& session;
  const api::PictureRequest& request;
  const facts::Account& own;
  model::PartialDate day;
  p::Options options;
  std::vector<Touched> touched = {};  // whom a target of the picture means, by its place in the input
};

Result<p::Picture> draw_map(Drawing& drawing) {
  KITH_TRY(p::MapInput input, map_input(drawing.own, drawing.day));
  input.show_who_knows_whom = drawing.request.acquaintances();
  for (const p::MapPerson& person : input.people) {
    drawing.touched.push_back({drawing.options.initials_only ? "" : person.name, person.id.hex()});
  }
  return p::map_of(input, drawing.options);
}

Result<p::Picture> draw_timeline(Drawing& drawing) {
  KITH_TRY(const std::vector<const network::Developer*> who, chosen(drawing.session, drawing.own, drawing.request.person()));
  return p::timeline_of(timeline_input(drawing.own, who, drawing.day), drawing.options);
}

Result<p::Picture> draw_functions(Drawing& drawing) { return p::heat_map_of(heat_map_input(drawing.own), drawing.options); }

Result<p::Picture> draw_reciprocity(Drawing& drawing) {
  return p::reciprocity_of(reciprocity_rows(drawing.own), drawing.options);
}

Result<p::Picture> draw_cadence(Drawing& drawing) {
  KITH_TRY(const p::CadenceStripInput input, strip_input(drawing.own, drawing.day));
  return p::cadence_strip_of(input, drawing.options);
}

Result<p::Picture> draw_type(Drawing& drawing) {
  p::TypeSquareInput input;
  KITH_TRY(const network::MeasureSheet now, network::measure(drawing.own.network));
  input.now = now.type;
  KITH_TRY(const std::vector<network::Snapshot> all, snapshots(drawing.session));
  for (const network::Snapshot& snapshot : all) {
    KITH_TRY(const network::MeasureSheet then, network::measure(snapshot.network));
    input.before.push_back({then.type.strength, then.type.diversity});
  }
  return p::type_square_of(input, drawing.options);
}

Result<p::Picture> draw_themes(Drawing& drawing) {
  return p::theme_wheel_of(theme_input(drawing.own), drawing.options);
}

Result<p::Picture> draw_then_and_now(Drawing& drawing) {
  KITH_TRY(const std::vector<network::Snapshot> all, snapshots(drawing.session));
  if (all.empty()) return fail(Code::NOT_FOUND, "there is no snapshot yet", {Step::SNAPSHOT_SAVE});
  network::Snapshot then = all.front();
  if (!drawing.request.snapshot().empty()) {
    KITH_TRY(const model::Record record, snapshot_record(drawing.session, drawing.request.snapshot()));
    KITH_TRY(then, snapshot_of(drawing.session, record));
  }
  p::ThenAndNowInput input;
  input.then = map_people(then.network, {});
  input.now = map_people(drawing.own.network, {});
  input.eased = facts::ids_of(drawing.own.valued);
  input.ended = ended_of(drawing.own);
  return p::then_and_now_of(input, drawing.options);
}

Result<p::Picture> draw_compare(Drawing& drawing) {
  KITH_TRY(const p::CompareCardInput input, compare_input(drawing.session, drawing.request.person()));
  return p::compare_card_of(input, drawing.options);
}

struct Known {
  std::string_view name;
  Result<p::Picture> (*draw)(Drawing&);
};

constexpr Known kPictures[] = {
    {"map", draw_map},           {"timeline", draw_timeline}, {"functions", draw_functions},
    {"reciprocity", draw_reciprocity}, {"cadence", draw_cadence}, {"type", draw_type},
    {"themes", draw_themes},     {"then-and-now", draw_then_and_now},
    {"compare", draw_compare}};

}  // namespace

Result<api::Picture> picture_draw(Session& session, const api::PictureRequest& request) {
  std::string names;
  const Known* found = nullptr;
  for (const Known& known : kPictures) {
    if (known.name == request.picture()) found = &known;
    names += (names.empty() ? "" : ", ") + std::string(known.name);
  }
  if (found == nullptr) return fail(Code::INVALID_ARGUMENT, worded("the pictures are {0}", names));
  KITH_TRY(const AccountRead own, account(session));
  Drawing drawing{session, request, *own, today(session), {}, {}};
  if (request.width() != 0) drawing.options.width = request.width();
  drawing.options.initials_only = request.initials();
  drawing.options.right_to_left = request.right_to_left();
  KITH_TRY(const p::Picture picture, found->draw(drawing));
  const p::Theme theme = request.dark() ? p::Theme::dark : p::Theme::light;
  api::Picture out;
  if (request.shapes()) {
    put_shapes(picture, theme, drawing.touched, out);
  } else {
    out.set_svg(p::svg_of(picture, theme));
    out.set_text(p::terminal_of(picture));
  }
  for (const std::string& line : picture.lines) out.add_lines(line);
  out.set_width(picture.width);
  out.set_height(picture.height);
  return out;
}

}  // namespace kith::engine
