// network, functions, phase, themes, today: what the account adds up to. Nothing here changes it.

#include <cstdio>

#include "record_commands.h"
#include "text_file.h"

namespace kith::cli {
namespace {

using Texts = google::protobuf::RepeatedPtrField<std::string>;

// Three digits behind the point and no more zeros than it takes.
std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  std::string out = text;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

void print_person(const api::NetworkPerson& person) {
  std::string about;
  for (const std::string& part : {person.kind(), person.seniority(), person.closeness(), person.system()}) {
    if (!part.empty()) about += (about.empty() ? "" : ", ") + part;
  }
  print_line(person.name() + (about.empty() ? "" : " (" + about + ")"));
  print_field("  receive", joined(person.received()));
  print_field("  give", joined(person.given()));
  if (person.has_balance()) print_field("  balance", number_text(person.balance()));
  if (person.has_strength()) print_field("  strength", number_text(person.strength()));
  print_field("  hint", person.hint());
}

void print_suggestion(const api::Suggestion& one) {
  print_line(one.gap());
  print_field("  ask", joined(one.ask()));
  print_field("  look among", joined(one.look_among()));
  print_field("  why", one.why());
}

void print_network(const api::NetworkReply& reply) {
  if (reply.people().empty()) print_line("Nobody is on the map yet: kith relationship set P --kind mentor");
  for (const api::NetworkPerson& person : reply.people()) print_person(person);
  for (const api::NetworkPerson& person : reply.valued()) print_line(person.name() + " (valued, asked now and then)");
  std::printf("\n");
  constexpr std::size_t kTerm = 32;  // the longest one and two spaces
  for (const api::Measure& measure : reply.measures()) {
    const std::string value = measure.has_value() ? number_text(measure.value()) + "  " : std::string();
    print_field(measure.term(), value + measure.why(), kTerm);
  }
  print_field("type", joined(reply.types(), " or ") + (reply.types().empty() ? "" : ": ") + reply.type_why(), kTerm);
  if (reply.one_basket()) print_line(reply.basket_why());
  for (const api::Suggestion& one : reply.suggestions()) {
    std::printf("\n");
    print_suggestion(one);
  }
  std::printf("\n");
  print_field("next", reply.next_step() + ": " + reply.next_step_why());
}

void print_functions(const api::FunctionsReply& reply) {
  std::printf("%s%s%s%s\n", fit("function", 28).c_str(), fit("need", 6).c_str(), fit("best", 6).c_str(), "from");
  for (const api::FunctionRow& row : reply.items()) {
    const std::string mark = row.gap() ? "nobody" : joined(row.from()) + (row.single_point() ? " (only one)" : "");
    const std::string line = fit(row.term(), 28) + fit(row.need() > 0 ? std::to_string(row.need()) : "", 6) +
                             fit(row.best() > 0 ? std::to_string(row.best()) : "", 6) + mark;
    print_line(one_line(line));
  }
  for (const api::Suggestion& one : reply.suggestions()) {
    std::printf("\n");
    print_suggestion(one);
  }
}

void print_all(const char* label, const Texts& texts) {
  for (const std::string& text : texts) print_field(label, text);
}

void print_phase(const api::PhaseReply& reply) {
  std::string phase = reply.phase().empty() ? "not enough to say" : reply.phase();
  if (!reply.or_else().empty()) phase += " or " + reply.or_else();
  print_field("person", reply.person());
  print_field("phase", phase + (reply.phase().empty() ? "" : ", " + reply.strength()));
  if (reply.cycle() > 1) print_field("cycle", std::to_string(reply.cycle()));
  print_field("in it for", reply.months());
  print_field("outcome", reply.outcome());
  print_all("evidence", reply.evidence());
  print_all("reason", reply.reasons());
  print_all("note", reply.notes());
  if (!reply.timing().empty()) print_field("timing", joined(reply.timing(), " or ") + ": " + reply.timing_why());
  print_all("would change", reply.would_change());
  print_all("ask yourself", reply.questions());
  print_all("flag?", reply.offered_flags());
  print_all("mark?", reply.offered_marks());
  print_field("hint", reply.hint());
  print_all("you said", reply.declared());
  print_line("Nothing is changed by this: kith span add notes the phase as you see it.");
}

void print_themes(const api::ThemesReply& reply) {
  print_field("person", reply.person());
  print_field("place", joined(reply.types(), " or ") + (reply.has_score() ? ", " + number_text(reply.score()) : ""));
  if (reply.ask()) print_field("functions say", joined(reply.by_functions(), " or "));
  print_field("why", reply.why());
  print_field("stage", reply.stage().empty() ? "not said: kith me edit --career-stage" : reply.stage());
  print_field("usual in it", reply.process());
  if (!reply.has_score()) {
    print_line("Vote 0, 1 or 2 on each: kith relationship set P --vote 2 --vote 1 --vote 2 --vote 1");
    print_all("", reply.criteria());
  }
  for (const api::Theme& theme : reply.themes()) {
    print_line((theme.touched() ? "[x] " : "[ ] ") + theme.text());
  }
}

void print_today(const api::TodayReply& reply) {
  print_line(reply.day());
  if (reply.items().empty()) print_line("Nothing is due.");
  for (const api::DueItem& row : reply.items()) {
    std::string head = row.state() + ": " + row.what();
    if (!row.person().empty()) head += " with " + row.person();
    if (!row.due().empty()) head += ", due " + row.due();
    print_line(head);
    if (!row.text().empty()) print_field("", row.text(), 4);
    print_field("", row.why(), 4);
  }
}

template <typename Reply, typename Human>
void add_of_person(CLI::App& app, Context& context, const std::string& name, const std::string& help,
                   std::string_view method, Human human) {
  CLI::App* sub = command(app, name, help, name + " Amina");
  auto request = std::make_shared<api::PersonRequest>();
  sub->add_option("P", *request->mutable_person(), "name, unique beginning, or id")->required();
  sub->callback([=, &context] {
    context.command = [=, &context] { return run<Reply>(context, method, *request, human); };
  });
}

void add_functions(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "functions", "Who gives you what, and what nobody gives",
                          "functions --svg functions.svg");
  auto flags = std::make_shared<PictureFlags>();
  add_picture_options(*sub, *flags);
  sub->callback([=, &context] {
    context.command = [=, &context] {
      if (!flags->svg.empty()) return show_picture(context, "functions", "", *flags);
      return run<api::FunctionsReply>(context, "network.functions", api::Empty(), print_functions);
    };
  });
}

void add_network(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "network", "Your network and its measures, each with a why", "network");
  struct Cuts {
    double strength = 0, diversity = 0, between = 0;
  };
  auto cuts = std::make_shared<Cuts>();
  CLI::Option* strength = sub->add_option("--strength-cut", cuts->strength, "from where ties count as strong (0.5, ours)");
  CLI::Option* diversity =
      sub->add_option("--diversity-cut", cuts->diversity, "from where a network counts as diverse (0.5, ours)");
  CLI::Option* between = sub->add_option("--between", cuts->between, "how near a cut is \"between\" (0.05, ours)");
  sub->callback([=, &context] {
    context.command = [=, &context] {
      api::NetworkRequest request;
      if (*strength) request.mutable_cuts()->set_strength(cuts->strength);
      if (*diversity) request.mutable_cuts()->set_diversity(cuts->diversity);
      if (*between) request.mutable_cuts()->set_between(cuts->between);
      return run<api::NetworkReply>(context, "network.show", request, print_network);
    };
  });
}

void print_statistics(const api::StatisticsPreview& reply) {
  for (const api::StatisticRow& row : reply.items()) {
    print_field(row.what(), number_text(row.number()) + "  " + row.why());
  }
  for (const std::string& line : wrap(reply.rules(), screen_columns())) print_line(line);
}

}  // namespace

void add_network_commands(CLI::App& app, Context& context) {
  add_network(app, context);
  add_functions(app, context);
  add_of_person<api::PhaseReply>(app, context, "phase", "Which phase a relationship may be in, and why",
                                 "phase.assess", print_phase);
  add_of_person<api::ThemesReply>(app, context, "themes", "Where a peer stands, and what to talk about",
                                  "themes.show", print_themes);
  add_plain_command<api::TodayReply>(app, context, "today", "What is due, and why; nothing is sent to anybody", "today",
                                     "today.show", print_today);
  CLI::App* stats = group(app, "stats", "Statistics for an organization; off");
  add_plain_command<api::StatisticsPreview>(*stats, context, "preview", "Exactly what you would contribute",
                                            "stats preview", "statistics.preview", print_statistics);
}

}  // namespace kith::cli
