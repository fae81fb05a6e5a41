// review: the five steps, a question at a time. reassess: the network as it stands, and what is
// decided about each one.

#include <algorithm>
#include <cstdio>

#include "kith/engine/dictionary.h"
#include "network/guided_review.h"
#include "shapes/field_options.h"
#include "shapes/record_commands.h"
#include "terminal/question.h"

namespace kith::cli {
namespace {

void print_question(const api::ReviewQuestion& row) {
  print_line(std::to_string(row.number()) + ". " + row.question());
  if (!row.answer().empty()) print_field("", row.answer(), 4);
}

void print_review(const api::ReviewReply& reply) {
  print_line(reply.name() + (reply.state().empty() ? ", not begun" : ", " + reply.state()));
  for (const api::ReviewQuestion& row : reply.questions()) print_question(row);
  if (reply.next() == 0) print_line("Every question has an answer: kith review " + reply.step() + " --finish");
}

void print_reviews(const api::ReviewList& list) {
  for (const api::ReviewReply& row : list.items()) {
    int answers = 0;
    for (const api::ReviewQuestion& question : row.questions()) answers += question.answer().empty() ? 0 : 1;
    print_line(row.name() + ", " + row.state() + ", " + std::to_string(answers) + " of " +
               std::to_string(row.questions_size()) + " answered, begun " + local_time(row.created_ms()));
  }
  print_line("Next: kith review " + list.suggested() + " (" + list.why() + ")");
}

void print_answered(const api::ReviewReply& reply) {
  print_review(reply);
  if (!reply.made().empty()) print_item(reply.made_id(), "a " + reply.made() + " now");
}

// What was finished, on a terminal asked on; the step that is suggested where none is named.
int review(Context& context, api::ReviewRequest request, bool list) {
  const bool asks = is_somebody_there(context) && !list;
  if (request.step().empty() && !asks) return run(context, method::review_list, api::Empty(), print_reviews);
  if (!asks) return run(context, method::review_show, request, print_review);
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  if (request.step().empty()) {
    const auto all = engine::review_list(**engine);
    if (!all) return context.show(all.error());
    request.set_step(all->suggested());
    print_line(all->why());
  }
  const auto reply = engine::review_show(**engine, request);
  return reply ? guide_review(context, *reply) : context.show(reply.error());
}

// The fields of what an answer can be made into, but for what the answer itself fills.
api::KindDescription fields_of_made() {
  constexpr std::string_view kFilled[] = {"note", "why", "state"};
  api::KindDescription out;
  const auto add = [&](const api::KindDescription& kind) {
    for (const api::FieldDescription& field : kind.fields()) {
      const auto same = [&](const auto& other) { return other.name() == field.name(); };
      const bool filled = std::find(std::begin(kFilled), std::end(kFilled), field.name()) != std::end(kFilled);
      if (filled || std::any_of(out.fields().begin(), out.fields().end(), same)) continue;
      api::FieldDescription* made = out.add_fields();
      *made = field;
      made->set_help("of a " + kind.kind() + ", " + field.help());
    }
  };
  add(engine::fields_of("goal"));
  for (const api::KindDescription& kind : engine::fact_dictionary().items()) {
    if (kind.kind() == "need" || kind.kind() == "candidate") add(kind);
  }
  return out;
}

struct ReviewFlags {
  api::ReviewRequest request;
  std::uint32_t question = 0;
  bool finish = false;
  bool list = false;
  std::shared_ptr<FieldOptions> fields;
};

int answer(Context& context, const ReviewFlags& flags) {
  api::ReviewRequest request = flags.request;
  const auto text = text_argument(request.answer());
  if (!text) return context.show(text.error());
  request.set_answer(*text);
  request.set_question(flags.question);
  if (const auto filled = flags.fields->fill(request.mutable_fields()); !filled) return context.show(filled.error());
  return run(context, method::review_answer, request, print_answered);
}

void add_review(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "review", "The five steps, a question at a time",
                          "review 1 --question 3 --answer \"Leading a small team\" --make goal");
  auto flags = std::make_shared<ReviewFlags>();
  api::ReviewRequest& request = flags->request;
  sub->add_option("STEP", *request.mutable_step(),
                  "1 know_thyself, 2 know_your_context, 3 enlist_developers, 4 regularly_reassess, 5 develop_others; "
                  "the next one if not said");
  CLI::Option* number = sub->add_option("--question", flags->question, "the number of a question");
  CLI::Option* text = sub->add_option("--answer", *request.mutable_answer(),
                                      "the answer to it, or - for standard input; an empty one clears");
  CLI::Option* make = sub->add_option("--make", *request.mutable_make(),
                                      "what the answer is made into, this one or the one that is kept: goal, need, "
                                      "candidate or note");
  make->type_name("WORD");
  text->needs(number);
  make->needs(number);
  flags->fields = FieldOptions::add(*sub, fields_of_made());
  sub->add_flag("--finish", flags->finish, "the step is done");
  sub->add_flag("--list", flags->list, "the reviews so far and the next step; nothing is asked");
  sub->callback([=, &context] {
    if (*number && !*text && !*make) throw CLI::RequiresError("--question", "--answer");
    if (flags->fields->any() && !*make) throw CLI::RequiresError("what is to be made", "--make");
    context.command = [=, &context] {
      if (flags->finish) {
        return run(context, method::review_finish, flags->request, [](const auto&) { print_line("Done."); });
      }
      return *number ? answer(context, *flags) : review(context, flags->request, flags->list);
    };
  });
}

void print_snapshots(const api::SnapshotList& list) {
  if (list.items().empty()) print_line("No snapshot yet: kith reassess save");
  for (const api::Snapshot& row : list.items()) {
    std::string text = row.when() + ", " + counted(row.people(), "person", "people");
    for (const api::PersonDecision& decision : row.decisions()) {
      text += "\n" + decision.person() + ": " + decision.decision();
    }
    print_item(row.id(), text);
  }
}

std::string value_text(bool has, double value) {
  if (!has) return "-";
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

// A row for each measure that is told of one of the two at least; the others in one line.
void print_measures_of_both(const api::SnapshotComparison& reply) {
  std::size_t widest = 0;
  std::vector<std::string> untold;
  for (const api::MeasureChange& row : reply.measures()) {
    if (row.has_before() || row.has_after()) {
      widest = std::max(widest, width(row.term()));
    } else {
      untold.push_back(row.term());
    }
  }
  if (widest > 0) print_line(fit("measure", widest + 2) + fit("then", 12) + "now");
  for (const api::MeasureChange& row : reply.measures()) {
    if (!row.has_before() && !row.has_after()) continue;
    print_line(fit(row.term(), widest + 2) + fit(value_text(row.has_before(), row.before()), 12) +
               value_text(row.has_after(), row.after()));
  }
  if (!untold.empty()) print_line("Not enough is noted, then and now, for " + joined(untold, "; ") + ".");
}

void print_comparison(const api::SnapshotComparison& reply) {
  for (const std::string& name : reply.came()) print_field("came", name);
  for (const std::string& name : reply.gone()) print_field("gone", name);
  for (const std::string& name : reply.valued()) print_field("valued", name + ", asked now and then");
  for (const std::string& name : reply.ended()) print_field("ended", name);
  for (const std::string& name : reply.new_systems()) print_field("new place", name);
  if (reply.has_stability() && reply.stability() == 1) print_line("The people are the same, then and now.");
  if (reply.has_stability()) {
    print_field("stability", value_text(true, reply.stability()) + ", of everybody there then or now the part that is there both times");
  }
  if (reply.has_support_growth()) {
    print_field("growth", value_text(true, reply.support_growth()) + ", how much more you get from those who are there both times (our scale)");
  }
  print_measures_of_both(reply);
}

void print_saved(const api::SnapshotSaved& saved) {
  print_item(saved.id(), "kept, " + saved.when() + ", " + counted(saved.people(), "person", "people"));
  for (const std::string& sentence : saved.left_out()) print_field("", sentence, 4);
}

void add_save(CLI::App& reassess, Context& context) {
  CLI::App* save = command(reassess, "save", "Keep the network as it stands, or stood, and decide",
                           "reassess save --decide Amina=keep --decide Bo=ease");
  auto when = std::make_shared<std::string>();
  auto decisions = std::make_shared<std::vector<std::string>>();
  save->add_option("--when", *when, "DATE; today if not said; of a past one what dates tell of it");
  save->add_option("--decide", *decisions,
                   "P=keep, P=deepen, P=ease (to occasional), P=add or P=end; may be given again")
      ->allow_extra_args(false);
  save->callback([=, &context] {
    context.command = [=, &context] {
      api::SnapshotRequest request;
      request.set_when(*when);
      for (const std::string& text : *decisions) {
        const std::size_t at = text.rfind('=');
        if (at == std::string::npos) {
          return context.show(fail(Code::INVALID_ARGUMENT, worded("a decision looks like P=keep: {0}", text)));
        }
        api::PersonDecision* row = request.add_decisions();
        row->set_person(text.substr(0, at));
        row->set_decision(text.substr(at + 1));
      }
      return run(context, method::reassess_save, request, print_saved);
    };
  });
}

}  // namespace

void add_review_commands(CLI::App& app, Context& context) {
  add_review(app, context);
  CLI::App* reassess = group(app, "reassess", "Snapshots of your network, and what you decided");
  add_save(*reassess, context);
  add_plain_command(*reassess, context, "list", "All snapshots", "reassess list", method::reassess_list,
                    print_snapshots);
  CLI::App* compare = command(*reassess, "compare", "What changed between two snapshots, or until now",
                              "reassess compare 2025-11");
  auto request = std::make_shared<api::SnapshotCompareRequest>();
  compare->add_option("BEFORE", *request->mutable_before(), "id or date of a snapshot")->required();
  compare->add_option("AFTER", *request->mutable_after(), "the same; now if not said");
  compare->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method::reassess_compare, *request, print_comparison);
    };
  });
  add_id_action(*reassess, context, "remove", "Remove a snapshot", "reassess remove ID", method::reassess_remove, "Removed.");
}

}  // namespace kith::cli
