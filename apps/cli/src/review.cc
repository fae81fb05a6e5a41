// review: the five steps, a question at a time. reassess: the network as it stands, and what is
// decided about each one.

#include <unistd.h>

#include <cstdio>

#include "giving_way.h"
#include "record_commands.h"

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

enum class Asked { went_on, left, failed };

// What cannot be kept, a control character or too long a text, is said, and the question asked again.
bool is_mistyped(const Error& error) { return error.code == Code::INVALID_ARGUMENT || error.code == Code::TOO_LARGE; }

Asked ask(Context& context, const std::string& step, const api::ReviewQuestion& row) {
  print_line(std::to_string(row.number()) + ". " + row.question());
  while (true) {
    std::printf("> ");
    std::fflush(stdout);
    const auto line = typed_line(context);
    if (!line) {
      context.show(line.error());
      return Asked::failed;
    }
    if (!*line) {
      std::printf("\n");
      return Asked::left;
    }
    if ((*line)->empty()) return Asked::went_on;
    api::ReviewRequest request;
    request.set_step(step);
    request.set_question(row.number());
    request.set_answer(**line);
    const auto kept = engine::call<api::ReviewReply>(*context.opened, "review.answer", request);
    if (kept) return Asked::went_on;
    context.show(kept.error());
    if (!is_mistyped(kept.error())) return Asked::failed;
  }
}

// Asks what has no answer yet. An empty line leaves a question for later, the end of input leaves.
int guide(Context& context, const api::ReviewReply& reply) {
  print_line(reply.name() + ". An empty line leaves a question open; Ctrl-D leaves, and you go on later.");
  for (const api::ReviewQuestion& row : reply.questions()) {
    if (!row.answer().empty()) continue;
    const Asked done = ask(context, reply.step(), row);
    if (done != Asked::went_on) return done == Asked::left ? 0 : kExitError;
  }
  return 0;
}

int review(Context& context, const api::ReviewRequest& request) {
  if (request.step().empty()) return run<api::ReviewList>(context, "review.list", api::Empty(), print_reviews);
  if (context.json || ::isatty(STDIN_FILENO) == 0) {
    return run<api::ReviewReply>(context, "review.show", request, print_review);
  }
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto reply = engine::call<api::ReviewReply>(**engine, "review.show", request);
  if (!reply) return context.show(reply.error());
  return guide(context, *reply);
}

void add_review(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "review", "The five steps, a question at a time",
                          "review know_thyself --question 3 --answer \"Leading a small team\"");
  auto request = std::make_shared<api::ReviewRequest>();
  auto question = std::make_shared<std::uint32_t>(0);
  auto finish = std::make_shared<bool>(false);
  sub->add_option("STEP", *request->mutable_step(),
                  "1 know_thyself, 2 know_your_context, 3 enlist_developers, 4 regularly_reassess, 5 develop_others");
  CLI::Option* number = sub->add_option("--question", *question, "the number of a question");
  CLI::Option* answer = sub->add_option("--answer", *request->mutable_answer(),
                                        "the answer to it, or - for standard input; an empty one clears");
  answer->needs(number);
  number->needs(answer);
  sub->add_flag("--finish", *finish, "the step is done");
  sub->callback([=, &context] {
    context.command = [=, &context] {
      if (*finish) return run<api::Changed>(context, "review.finish", *request, [](const auto&) { print_line("Done."); });
      if (!*number) return review(context, *request);
      const auto text = text_argument(request->answer());
      if (!text) return context.show(text.error());
      request->set_answer(*text);
      request->set_question(*question);
      return run<api::ReviewReply>(context, "review.answer", *request, print_review);
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

void print_comparison(const api::SnapshotComparison& reply) {
  std::printf("%s%s%s\n", fit("", 28).c_str(), fit("then", 12).c_str(), "now");
  for (const api::MeasureChange& row : reply.measures()) {
    print_line(fit(row.term(), 28) + fit(value_text(row.has_before(), row.before()), 12) +
               value_text(row.has_after(), row.after()));
  }
  if (reply.has_stability()) print_field("stability", value_text(true, reply.stability()));
  if (reply.has_support_growth()) print_field("growth", value_text(true, reply.support_growth()));
  for (const std::string& name : reply.new_systems()) print_field("new place", name);
  for (const std::string& name : reply.came()) print_field("came", name);
  for (const std::string& name : reply.gone()) print_field("gone", name);
  for (const std::string& name : reply.valued()) print_field("valued", name + ", asked now and then");
  for (const std::string& name : reply.ended()) print_field("ended", name);
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
          return context.show(fail(Code::INVALID_ARGUMENT, "a decision looks like P=keep: " + text));
        }
        api::PersonDecision* row = request.add_decisions();
        row->set_person(text.substr(0, at));
        row->set_decision(text.substr(at + 1));
      }
      return run<api::SnapshotSaved>(context, "reassess.save", request, print_saved);
    };
  });
}

}  // namespace

void add_review_commands(CLI::App& app, Context& context) {
  add_review(app, context);
  CLI::App* reassess = group(app, "reassess", "Snapshots of your network, and what you decided");
  add_save(*reassess, context);
  add_plain_command<api::SnapshotList>(*reassess, context, "list", "All snapshots", "reassess list", "reassess.list",
                                       print_snapshots);
  CLI::App* compare = command(*reassess, "compare", "What changed between two snapshots, or until now",
                              "reassess compare 2025-11");
  auto request = std::make_shared<api::SnapshotCompareRequest>();
  compare->add_option("BEFORE", *request->mutable_before(), "id or date of a snapshot")->required();
  compare->add_option("AFTER", *request->mutable_after(), "the same; now if not said");
  compare->callback([=, &context] {
    context.command = [=, &context] {
      return run<api::SnapshotComparison>(context, "reassess.compare", *request, print_comparison);
    };
  });
  add_id_action(*reassess, context, "remove", "Remove a snapshot", "reassess remove ID", "reassess.remove", "Removed.");
}

}  // namespace kith::cli
