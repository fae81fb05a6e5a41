// network, functions, phase, themes, today: what the account adds up to. Nothing here changes it.

#include <algorithm>
#include <cstdio>

#include "frame/text_file.h"
#include "shapes/record_commands.h"

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

// A word of the interface as a person reads it.
std::string plain(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

void print_person(const api::NetworkPerson& person) {
  std::string about;
  for (const std::string& part : {person.kind(), person.closeness(), person.system()}) {
    if (!part.empty()) about += (about.empty() ? "" : ", ") + part;
  }
  print_line(person.name() + (about.empty() ? "" : " (" + about + ")"));
  print_field("  you get", joined(person.received()));
  print_field("  you give", joined(person.given()));
  print_field("  it brings", joined(person.benefits()));
}

// With --measures: what is computed of one tie, each with whose scale it is.
void print_numbers(const api::NetworkPerson& person) {
  if (person.has_balance()) print_field("  balance", number_text(person.balance()) + " (our scale: 1 is like both ways)");
  if (person.has_strength()) print_field("  strength", number_text(person.strength()) + " (our scales)");
  print_field("  hint", person.hint());
}

void print_care(const google::protobuf::RepeatedPtrField<api::CareWord>& words, bool with_name) {
  for (const api::CareWord& word : words) {
    print_field("care", (with_name ? word.person() + ": " : std::string()) + word.says() + "; " + word.question());
  }
}

void print_suggestion(const api::Suggestion& one) {
  print_line(one.gap());
  print_field("  which is", one.meaning());
  for (const api::Asked& asked : one.asked()) print_field("  ask", asked.person() + ": " + asked.why());
  print_field("  ", one.left_out());
  for (const api::CandidateRow& row : one.candidates()) {
    print_field("  candidate", row.who() + " (" + row.state() + ")");
  }
  print_field("  look among", joined(one.look_among()));
  print_field("  why", one.why());
}

// One line a gap; whoever wants to know why asks for the functions.
void print_gaps(const google::protobuf::RepeatedPtrField<api::Suggestion>& all) {
  if (all.empty()) return;
  std::printf("\n");
  for (const api::Suggestion& one : all) {
    const std::string ask = joined(one.ask());
    print_line(one.gap() + (ask.empty() ? "" : "; you could ask " + ask));
  }
  print_line("Why these, and where else to look: kith functions");
}

void print_suggestions(const google::protobuf::RepeatedPtrField<api::Suggestion>& all) {
  for (const api::Suggestion& one : all) {
    std::printf("\n");
    print_suggestion(one);
  }
}

void print_measures(const api::NetworkReply& reply) {
  constexpr std::size_t kTerm = 32;  // the longest one and two spaces
  for (const api::Measure& measure : reply.measures()) {
    const std::string value = measure.has_value() ? number_text(measure.value()) + "  " : std::string();
    print_field(measure.term(), value + measure.why(), kTerm);
    print_field("", measure.meaning() + " (" + measure.source() + ")", kTerm);
  }
  print_field("type", joined(reply.types(), " or ") + (reply.types().empty() ? "" : ": ") + reply.type_why(), kTerm);
  print_line(reply.basket_why());
}

void print_names(const std::string& label, const google::protobuf::RepeatedPtrField<api::NetworkPerson>& people) {
  std::string names;
  for (const api::NetworkPerson& person : people) names += (names.empty() ? "" : ", ") + person.name();
  if (!names.empty()) print_line(label + names);
}

void print_network(const api::NetworkReply& reply, bool measures) {
  for (const std::string& sentence : reply.says()) print_line(sentence);
  if (reply.people().empty()) {
    print_line("Everybody begins there. kith review asks what you look for; kith person add and");
    print_line("kith relationship set put somebody on the map.");
  }
  print_care(reply.care(), true);
  for (const api::NetworkPerson& person : reply.people()) {
    std::printf("\n");
    print_person(person);
    if (measures) print_numbers(person);
  }
  if (reply.valued_size() + reply.past_size() > 0) std::printf("\n");
  print_names("Valued, asked now and then: ", reply.valued());
  print_names("What was: ", reply.past());
  if (measures) {
    std::printf("\n");
    print_measures(reply);
  } else if (!reply.people().empty()) {
    print_line(reply.not_enough().empty() ? "The measures: kith network --measures" : reply.not_enough());
  }
  print_gaps(reply.suggestions());
  std::printf("\n");
  print_field("next", reply.next_step() + ": " + reply.next_step_why());
}

using FunctionRows = google::protobuf::RepeatedPtrField<api::FunctionRow>;

constexpr std::size_t kRowTerm = 35;  // "recognition by peers and superiors" and a space

void print_row(const std::string& first, const std::string& second, const std::string& third, const std::string& last) {
  print_line(one_line(fit(first, kRowTerm) + fit(second, 6) + fit(third, 6) + last));
}

void print_received(const FunctionRows& rows) {
  std::string rest;
  bool head = false;
  for (const api::FunctionRow& row : rows) {
    if (row.need() == 0 && row.best() == 0) {
      rest += (rest.empty() ? "" : ", ") + row.term();
      continue;
    }
    if (!head) print_row("what you get", "need", "best", "from");
    head = true;
    const std::string from = row.gap() ? "nobody" : joined(row.from()) + (row.single_point() && row.need() > 0 ? " (only one)" : "");
    print_row(row.term(), row.need() > 0 ? std::to_string(row.need()) : "", row.best() > 0 ? std::to_string(row.best()) : "",
              from);
  }
  if (!head) {
    print_line("No function is noted yet that you get or need: kith words functions says what they are.");
  } else {
    print_field("not noted", rest);
  }
}

void print_given(const FunctionRows& rows) {
  bool head = false;
  for (const api::FunctionRow& row : rows) {
    if (row.given() == 0) continue;
    if (!head) {
      std::printf("\n");
      print_row("what you give", "", "best", "to");
    }
    head = true;
    print_row(row.term(), "", std::to_string(row.given()), joined(row.to()));
  }
}

void print_benefits(const api::FunctionsReply& reply, bool mine, const char* head) {
  bool first = true;
  for (const api::BenefitRow& row : reply.benefits()) {
    if (row.mine() != mine) continue;
    if (first) {
      std::printf("\n");
      print_line(head);
    }
    first = false;
    print_row(row.term(), "", "", row.from().empty() ? "nothing noted: kith benefit add" : joined(row.from()));
  }
}

void print_functions(const api::FunctionsReply& reply) {
  print_received(reply.items());
  print_given(reply.items());
  print_benefits(reply, true, "what it brings to you beside, and from whom");
  print_benefits(reply, false, "what it brings to the others, and to whom");
  if (!reply.care().empty()) std::printf("\n");
  print_care(reply.care(), true);
  print_suggestions(reply.suggestions());
}

void print_all(const char* label, const Texts& texts) {
  for (const std::string& text : texts) print_field(label, text);
}

void print_phase(const api::PhaseReply& reply) {
  std::string phase = reply.phase().empty() ? "not enough to say" : reply.phase();
  if (!reply.or_else().empty()) phase += " or " + reply.or_else();
  print_field("person", reply.person());
  print_field("phase", phase + (reply.phase().empty() ? "" : ", " + plain(reply.strength()) + " (our count of the signs)"));
  print_field("", reply.meaning());
  print_field("usual in it", reply.expect());
  print_field("took", reply.range());
  if (reply.cycle() > 1) print_field("cycle", std::to_string(reply.cycle()));
  print_field("in it for", reply.months());
  print_field("outcome", reply.outcome());
  print_all("evidence", reply.evidence());
  for (const std::string& reason : reply.reasons()) {
    const bool told = std::any_of(reply.evidence().begin(), reply.evidence().end(),
                                  [&](const std::string& evidence) { return evidence.ends_with(": " + reason); });
    if (!told) print_field("reason", reason);
  }
  const std::string timing = joined(reply.timing(), " or ");
  print_field("timing", timing + (timing.empty() ? "" : ": ") + reply.timing_why());
  print_all("would change", reply.would_change());
  print_all("ask yourself", reply.questions());
  print_all("your own side", reply.for_you());
  print_care(reply.care(), false);
  print_all("flag?", reply.offered_flags());
  print_all("mark?", reply.offered_marks());
  print_field("hint", reply.hint());
  print_all("you said", reply.declared());
  if (!reply.phase().empty()) print_line("Nothing is changed by this: kith span add notes the phase as you see it.");
}

void print_themes(const api::ThemesReply& reply) {
  print_field("person", reply.person());
  print_field("place", joined(reply.types(), " or ") + (reply.has_score() ? ", " + number_text(reply.score()) + " (our score)" : ""));
  print_all("which is", reply.meanings());
  if (reply.ask()) print_field("functions say", joined(reply.by_functions(), " or "));
  print_field("why", reply.why());
  print_field("stage", reply.stage().empty() ? "not said: kith me edit --career-stage" : reply.stage());
  print_field("", reply.process());
  print_care(reply.care(), false);
  if (!reply.has_score() && !reply.criteria().empty()) {
    print_line("Vote 0, 1 or 2 on each: kith relationship set P --vote 2 --vote 1 --vote 2 --vote 1");
    print_all("", reply.criteria());
  }
  for (const api::Theme& theme : reply.themes()) {
    print_line((theme.touched() ? "[x] " : "[ ] ") + theme.text() + ": " + theme.meaning());
  }
  if (!reply.themes().empty()) print_line("Stages and types were " + reply.caveat() + ".");
}

// "soon: meeting with Amina, due 2026-12-01"; an offer is to somebody, and an event is no task.
std::string due_line(const api::DueItem& row) {
  const bool offer = row.what() == "offer";
  std::string out = plain(row.state()) + ": " + row.what();
  if (!row.person().empty()) out += (offer ? " to " : " with ") + row.person();
  if (!row.due().empty()) out += (offer ? ", for the talk due " : row.what() == "event" ? ", " : ", due ") + row.due();
  return out;
}

void print_today(const api::TodayReply& reply) {
  print_line(reply.day());
  if (reply.items().empty()) print_line("Nothing is due.");
  for (const api::DueItem& row : reply.items()) {
    print_line(due_line(row));
    if (!row.text().empty()) print_field("", row.text(), 4);
    print_field("", with_commands(row.why(), row.next()), 4);
  }
}

void add_functions(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "functions", "Who gives you what, and what nobody gives",
                          "functions --svg functions.svg");
  auto flags = std::make_shared<PictureFlags>();
  add_picture_options(*sub, *flags);
  sub->callback([=, &context] {
    context.command = [=, &context] {
      if (!flags->svg.empty()) return show_picture(context, "functions", "", *flags);
      return run(context, method::network_functions, api::Empty(), print_functions);
    };
  });
}

void add_network(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "network", "Your network in sentences, and who could give what is missing", "network --measures");
  struct Cuts {
    double strength = 0, diversity = 0, between = 0;
  };
  auto cuts = std::make_shared<Cuts>();
  auto measures = std::make_shared<bool>(false);
  sub->add_flag("--measures", *measures, "the measures too, each with its formula and a why");
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
      return run(context, method::network_show, request,
                                    [=](const api::NetworkReply& reply) { print_network(reply, *measures); });
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
  add_person_command(app, context, "phase", "Which phase a relationship may be in, and why", "phase Amina",
                     method::phase_assess, print_phase);
  add_person_command(app, context, "themes", "Where a peer stands, and what to talk about", "themes Amina",
                     method::themes_show, print_themes);
  add_plain_command(app, context, "today", "What is due, and why; nothing is sent to anybody", "today",
                    method::today_show, print_today);
  CLI::App* stats = group(app, "stats", "Statistics for an organization; off");
  add_plain_command(*stats, context, "preview", "Exactly what you would contribute",
                    "stats preview", method::statistics_preview, print_statistics);
}

}  // namespace kith::cli
