// map, timeline --phases and the other pictures: on the terminal as text, with --svg as a file.

#include "description/outline.h"
#include "frame/text_file.h"
#include "shapes/record_commands.h"

namespace kith::cli {

void add_picture_options(CLI::App& sub, PictureFlags& flags) {
  sub.add_option("--svg", flags.svg, "write the picture to this file, or - for standard output")->type_name(kFile);
  sub.add_option("--width", flags.width, "in points, 360 to 4000");
  sub.add_flag("--dark", flags.dark, "on a dark ground");
  sub.add_flag("--rtl", flags.right_to_left, "from right to left");
  sub.add_flag("--initials", flags.initials, "initials only, for showing it to somebody");
  sub.add_flag("--force", flags.force, "replace a file of that name");
}

int show_picture(Context& context, const std::string& picture, const std::string& person, const PictureFlags& flags) {
  api::PictureRequest request;
  request.set_picture(picture);
  request.set_person(person);
  request.set_snapshot(flags.snapshot);
  request.set_width(flags.width);
  request.set_dark(flags.dark);
  request.set_right_to_left(flags.right_to_left);
  request.set_initials(flags.initials);
  request.set_acquaintances(flags.acquaintances);
  if (flags.svg.empty()) {
    return run(context, method::picture_draw, request,
                             [](const api::Picture& drawn) { std::fputs(drawn.text().c_str(), stdout); });
  }
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto drawn = engine::picture_draw(**engine, request);
  if (!drawn) return context.show(drawn.error());
  if (flags.svg == "-") {
    std::fputs(drawn->svg().c_str(), stdout);
    return 0;
  }
  const auto written = write_text_file(flags.svg, drawn->svg(), flags.force);
  if (!written) return context.show(written.error());
  if (context.json) {
    print_json(*drawn);
  } else {
    print_line("Drawn: " + flags.svg);
  }
  return 0;
}

namespace {

void add_picture(CLI::App& app, Context& context, const std::string& name, const std::string& help,
                 const std::string& picture) {
  CLI::App* sub = command(app, name, help, (picture == "map" ? "" : "picture ") + name + " --svg " + picture + ".svg");
  auto flags = std::make_shared<PictureFlags>();
  add_picture_options(*sub, *flags);
  if (picture == "map") sub->add_flag("--who-knows-whom", flags->acquaintances, "with bows between those who know each other");
  if (picture == "then-and-now") sub->add_option("--snapshot", flags->snapshot, "id or date; the oldest if not said");
  sub->callback([=, &context] {
    context.command = [=, &context] { return show_picture(context, picture, "", *flags); };
  });
}

}  // namespace

void add_picture_commands(CLI::App& app, Context& context) {
  add_picture(app, context, "map", "The people around you, near and far", "map");
  CLI::App* pictures = group(app, "picture", "Pictures of your account");
  add_picture(*pictures, context, "reciprocity", "What you give and what you receive", "reciprocity");
  add_picture(*pictures, context, "cadence", "The last twelve months of contact", "cadence");
  add_picture(*pictures, context, "type", "Which type your network is", "type");
  add_picture(*pictures, context, "themes", "The theme wheel", "themes");
  add_picture(*pictures, context, "then-and-now", "Your network at a reassessment, and now", "then-and-now");
  CLI::App* phases = command(*pictures, "phases", "Phases over time", "picture phases Amina --svg phases.svg");
  auto flags = std::make_shared<PictureFlags>();
  auto person = std::make_shared<std::string>();
  phases->add_option("P", *person, "one person; everybody if not said");
  add_picture_options(*phases, *flags);
  phases->callback([=, &context] {
    context.command = [=, &context] { return show_picture(context, "timeline", *person, *flags); };
  });
}

}  // namespace kith::cli
