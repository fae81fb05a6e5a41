// story P: a relationship as you tell it, part by part; private. On a terminal it asks.

#include <algorithm>

#include "kith/engine/dictionary.h"
#include "shapes/field_options.h"
#include "shapes/record_commands.h"
#include "terminal/question.h"

namespace kith::cli {
namespace {

constexpr std::uint32_t kPartWithFeelings = 4;

using Words = google::protobuf::RepeatedPtrField<std::string>;

void print_told(const api::StoryReply& story) {
  print_line("With " + (story.person().empty() ? std::string("somebody who was removed") : story.person()) +
             (story.state().empty() ? ", not begun" : ", " + story.state()));
  for (const api::StoryPart& part : story.parts()) {
    print_line(std::to_string(part.number()) + ". " + part.title());
    print_field("", part.answer().empty() ? "(" + part.question() + ")" : part.answer(), 4);
    if (part.number() != kPartWithFeelings) continue;
    print_field("    felt then", joined(story.feelings_then()));
    print_field("    felt now", joined(story.feelings_now()));
  }
  if (story.state() == "open" && story.next() == 0) {
    print_line("Every part is told: kith story " + story.person() + " --finish");
  }
}

void print_stories(const api::StoryList& list) {
  if (list.items().empty()) print_line("No story yet: kith story P tells yours with this person.");
  for (const api::StoryReply& story : list.items()) {
    int parts = 0;
    for (const api::StoryPart& part : story.parts()) parts += part.answer().empty() ? 0 : 1;
    print_item(story.id(), (story.person().empty() ? std::string("(removed)") : story.person()) + "\n" + story.state() +
                               ", " + std::to_string(parts) + " of " + std::to_string(story.parts_size()) +
                               " parts, begun " + local_time(story.created_ms()));
  }
}

// What two accounts are for, and that nothing has left yet.
void print_what_next(const std::string& person) {
  print_line("All of it stays yours. One passage can be sealed for compare, if you are paired: both of you see the "
             "other's when both have sealed one, or nobody sees any. kith compare " +
             person + " --seal --passage TEXT");
}

const api::FieldDescription& feelings() {
  for (const api::FieldDescription& field : engine::fields_of("relationship").fields()) {
    if (field.name() == "feeling") return field;
  }
  static const api::FieldDescription kNone;
  return kNone;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (const char letter : text + " ") {
    if (letter != ' ' && letter != ',') {
      word += letter;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  return out;
}

// What is typed takes the place of `out`; Enter and the end of input leave it as it is.
Result<void> ask_feelings(Context& context, const std::string& question, Words* out) {
  const Words& known = feelings().choices();
  print_line(question + " " + joined(known) + "; several with commas; Enter: " +
             (out->empty() ? "none of them." : "as it is kept, " + joined(*out) + "."));
  while (true) {
    KITH_TRY(const auto typed, typed_answer(context, "felt>"));
    if (!typed) return {};
    const std::vector<std::string> words = words_of(*typed);
    const auto is_known = [&](const std::string& word) { return std::find(known.begin(), known.end(), word) != known.end(); };
    if (std::all_of(words.begin(), words.end(), is_known)) {
      *out = Words(words.begin(), words.end());
      return {};
    }
    print_line("One of them is called otherwise.");
  }
}

Result<void> ask_both_feelings(Context& context, const std::string& person) {
  api::StoryRequest request;
  request.set_person(person);
  KITH_TRY(const api::StoryReply before, engine::story_show(*context.opened, request));
  request.set_set_feelings(true);
  *request.mutable_feelings_then() = before.feelings_then();
  *request.mutable_feelings_now() = before.feelings_now();
  KITH_CHECK(ask_feelings(context, "What did you feel then?", request.mutable_feelings_then()));
  KITH_CHECK(ask_feelings(context, "What do you feel about it now?", request.mutable_feelings_now()));
  if (request.feelings_then().empty() && request.feelings_now().empty()) return {};
  KITH_CHECK(engine::story_answer(*context.opened, request));
  return {};
}

// Whether it goes on with the next part.
Result<bool> ask_part(Context& context, const std::string& person, const api::StoryPart& part) {
  print_line(std::to_string(part.number()) + ". " + part.title() + ". " + part.question());
  api::StoryRequest request;
  request.set_person(person);
  request.set_part(part.number());
  KITH_TRY(const Typed done, ask_until_kept(context, [&](const std::string& text) {
             request.set_answer(text);
             return engine::story_answer(*context.opened, request);
           }));
  if (done == Typed::kept && part.number() == kPartWithFeelings) KITH_CHECK(ask_both_feelings(context, person));
  return done != Typed::left;
}

Result<void> guide_story(Context& context, const api::StoryReply& story) {
  // By the id, which is the same whatever somebody is called meanwhile.
  const std::string& person = story.person_id();
  if (story.next() != 0) {
    print_line("Your story with " + story.person() + "; private. Enter leaves a part for later, q leaves; each is kept.");
  }
  bool goes_on = true;
  for (const api::StoryPart& part : story.parts()) {
    if (!goes_on || !part.answer().empty()) continue;
    KITH_TRY(goes_on, ask_part(context, person, part));
  }
  api::StoryRequest request;
  request.set_person(person);
  KITH_TRY(const api::StoryReply now, engine::story_show(*context.opened, request));
  if (!goes_on || now.next() != 0) {
    print_line("It goes on where you left: kith story " + story.person());
    return {};
  }
  if (now.state() == "open" && says_yes(context, "Every part is told. Is the story done?")) {
    KITH_CHECK(engine::story_finish(*context.opened, request));
  }
  print_what_next(story.person());
  return {};
}

int tell(Context& context, const api::StoryRequest& request) {
  const auto engine = context.engine();
  if (!engine) return context.show(engine.error());
  const auto story = engine::story_show(**engine, request);
  if (!story) return context.show(story.error());
  const auto done = guide_story(context, *story);
  return done ? 0 : context.show(done.error());
}

struct StoryFlags {
  api::StoryRequest request;
  std::vector<std::string> then;
  std::vector<std::string> now;
  bool has_then = false;
  bool has_now = false;
  bool show = false;
  bool finish = false;
  std::string remove;
};

// The feelings that are not given stay.
Result<api::StoryRequest> request_of(Context& context, const StoryFlags& flags) {
  api::StoryRequest out = flags.request;
  KITH_TRY(*out.mutable_answer(), text_argument(out.answer()));
  if (!flags.has_then && !flags.has_now) return out;
  KITH_TRY(engine::Engine* const engine, context.engine());
  KITH_TRY(const api::StoryReply before, engine::story_show(*engine, flags.request));
  out.set_set_feelings(true);
  *out.mutable_feelings_then() = before.feelings_then();
  *out.mutable_feelings_now() = before.feelings_now();
  if (flags.has_then) *out.mutable_feelings_then() = Words(flags.then.begin(), flags.then.end());
  if (flags.has_now) *out.mutable_feelings_now() = Words(flags.now.begin(), flags.now.end());
  return out;
}

int answer_part(Context& context, const StoryFlags& flags) {
  const auto request = request_of(context, flags);
  if (!request) return context.show(request.error());
  return run(context, method::story_answer, *request, print_told);
}

int story(Context& context, const StoryFlags& flags, bool answers) {
  if (!flags.remove.empty()) {
    api::IdRequest request;
    request.set_id(flags.remove);
    return run(context, method::story_remove, request, [](const auto&) { print_line("Removed."); });
  }
  if (flags.request.person().empty()) return run(context, method::story_list, api::Empty(), print_stories);
  if (answers) return answer_part(context, flags);
  if (flags.finish) {
    return run(context, method::story_finish, flags.request, [&](const api::Changed&) {
      print_line("Done.");
      print_what_next(flags.request.person());
    });
  }
  if (is_somebody_there(context) && !flags.show) return tell(context, flags.request);
  return run(context, method::story_show, flags.request, print_told);
}

}  // namespace

void add_story_command(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "story", "A relationship as you tell it, in five parts; private",
                          "story Amina --part 3 --answer \"We met at the fair.\"");
  auto flags = std::make_shared<StoryFlags>();
  CLI::Option* person = sub->add_option("P", *flags->request.mutable_person(),
                                        "name, unique beginning, or id; all stories if not said");
  auto number = std::make_shared<std::uint32_t>(0);
  CLI::Option* part = sub->add_option("--part", *number, "1 to 5");
  CLI::Option* text = sub->add_option("--answer", *flags->request.mutable_answer(),
                                      "what you tell, or - for standard input; an empty one clears");
  const std::string words = ": " + joined(feelings().choices()) + "; may be given again; an empty one clears";
  CLI::Option* then = sub->add_option("--feeling-then", flags->then, "what you felt when it happened" + words);
  CLI::Option* now = sub->add_option("--feeling-now", flags->now, "what you feel about it now" + words);
  for (CLI::Option* feeling : {then, now}) feeling->allow_extra_args(false)->type_name("WORD");
  CLI::Option* show = sub->add_flag("--show", flags->show, "what is told so far; nothing is asked");
  CLI::Option* finish = sub->add_flag("--finish", flags->finish, "it is told");
  sub->add_option("--remove", flags->remove, "take a story away; kith bin keeps it for 30 days")
      ->type_name("ID")
      ->excludes(person);
  part->needs(text);
  text->needs(part);
  for (CLI::Option* one : {part, then, now, show, finish}) one->needs(person);
  sub->callback([=, &context] {
    flags->request.set_part(*number);
    flags->has_then = static_cast<bool>(*then);
    flags->has_now = static_cast<bool>(*now);
    const bool answers = *part || *then || *now;
    context.command = [=, &context] { return story(context, *flags, answers); };
  });
}

}  // namespace kith::cli
