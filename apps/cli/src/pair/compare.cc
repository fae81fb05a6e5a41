// compare P: what both of a pair sealed, once both have; with --seal an answer of one's own.

#include "frame/text_file.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

void print_compared(const api::Compared& row) {
  print_line(row.question() + ", round " + std::to_string(row.round()) + ": " + row.says());
  print_field("  mine", row.mine());
  print_field("  theirs", row.theirs());
  print_field("  gap", row.gap_says());
  if (row.rows_size() > 1) {
    for (const api::ComparedRow& one : row.rows()) {
      print_line("  " + fit(one.what(), 44) + fit("mine " + one.mine(), 8) + "theirs " + one.theirs() +
                 (one.gap() > 0 ? "  apart " + std::to_string(one.gap()) : ""));
    }
  }
  for (const std::string& question : row.questions()) print_field("  talk about", question);
}

void print_all(const api::ComparedList& list) {
  if (list.items().empty()) {
    print_line("Nothing is sealed here yet: kith compare P --seal --phase cultivation");
  }
  for (const api::Compared& row : list.items()) print_compared(row);
}

struct CompareFlags {
  api::CompareSealRequest answer;
  bool seal = false;
  bool announce = false;
  bool anyway = false;
  PictureFlags picture;
};

int seal(Context& context, const CompareFlags& flags) {
  api::CompareSealRequest answer = flags.answer;
  const auto passage = text_argument(answer.passage());
  if (!passage) return context.show(passage.error());
  answer.set_passage(*passage);
  answer.set_anyway(flags.anyway);
  return run(context, method::compare_seal, answer, [](const api::Changed&) {
    print_line("Sealed. It cannot be changed any more. It is opened, to both at once, when the other one has sealed "
               "an answer to the same question. kith sync carries it.");
  });
}

}  // namespace

void add_compare_command(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "compare", "What you both answered apart, once both sealed it",
                          "compare Amina --seal --phase cultivation");
  auto flags = std::make_shared<CompareFlags>();
  sub->add_option("P", *flags->answer.mutable_with(), "name, unique beginning, or id")->required();
  CLI::Option* seal_it = sub->add_flag("--seal", flags->seal, "seal an answer; this is consent to opening it");
  auto useful = std::make_shared<std::uint32_t>(0);
  auto marks = std::make_shared<std::vector<std::string>>();
  CLI::Option* phase = sub->add_option("--phase", *flags->answer.mutable_phase(),
                                       "initiation, cultivation, separation or redefinition");
  CLI::Option* function = sub->add_option("--function", *marks, "CODE:received:N or CODE:given:N; none for nothing");
  CLI::Option* use = sub->add_option("--useful", *useful, "how useful it is: 0 not at all to 3 very");
  CLI::Option* passage = sub->add_option("--passage", *flags->answer.mutable_passage(),
                                         "a passage of your story (kith story), or - for standard input");
  CLI::Option* announce = sub->add_flag("--announce", flags->announce, "let the other one know that you are ready");
  for (CLI::Option* of_seal : {phase, function, use, passage, announce}) of_seal->needs(seal_it);
  add_anyway(*sub, flags->anyway);
  add_picture_options(*sub, flags->picture);
  sub->callback([=, &context] {
    for (const std::string& mark : *marks) flags->answer.add_functions(mark);
    flags->answer.set_announce(flags->announce);
    if (*use) flags->answer.set_useful(*useful);
    context.command = [=, &context] {
      if (flags->seal) return seal(context, *flags);
      if (!flags->picture.svg.empty()) return show_picture(context, "compare", flags->answer.with(), flags->picture);
      api::ListRequest request;
      request.set_with(flags->answer.with());
      return run(context, method::compare_list, request, print_all);
    };
  });
}

}  // namespace kith::cli
