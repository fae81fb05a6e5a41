#include "frame/text_file.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

// The snippet with [ ] around what was found.
std::string marked(const api::SearchHit& hit) {
  std::string out;
  std::size_t at = 0;
  for (const api::SearchMark& mark : hit.marks()) {
    out += hit.snippet().substr(at, mark.begin() - at) + "[" + hit.snippet().substr(mark.begin(), mark.length()) + "]";
    at = mark.begin() + mark.length();
  }
  return out + hit.snippet().substr(at);
}

void print_hits(const api::SearchResult& result) {
  if (result.items().empty()) print_line("Nothing found.");
  for (const api::SearchHit& hit : result.items()) {
    std::string text = hit.kind();
    const std::string when = hit.when().empty() ? local_time(hit.created_ms()) : hit.when();
    if (!when.empty()) text += ", " + when;
    if (!hit.person().empty()) text += ", " + hit.person();
    print_item(hit.id(), hit.snippet().empty() ? text : text + "\n" + marked(hit));
  }
  if (result.more()) {
    print_line(std::to_string(result.items_size()) + " of " +
               counted(static_cast<std::uint64_t>(result.found()), "hit", "hits") + "; --limit and --from show others.");
  }
}

// The same flags for both commands.
template <typename Request>
void add_filters(CLI::App& sub, Request& request, std::vector<std::string>& tags, std::vector<std::string>& kinds,
                 std::uint32_t& limit, std::uint32_t& from) {
  sub.add_option("--person", *request.mutable_person(), "only what is about or with this person");
  sub.add_option("--tag", tags, "only with this #tag; may be given again")->allow_extra_args(false);
  sub.add_option("--kind", kinds,
                 "person, relationship, conversation, note, goal, action, agenda or shared; may be given again")
      ->allow_extra_args(false);
  sub.add_option("--since", *request.mutable_since(), "YYYY[-MM[-DD]], today, yesterday");
  sub.add_option("--until", *request.mutable_until(), "the same; what may lie before its end");
  sub.add_option("--limit", limit, "how many, 20 if not said");
  sub.add_option("--from", from, "how many are passed over");
}

template <typename Request>
struct SearchFlags {
  Request request;
  std::vector<std::string> words, tags, kinds;
  std::uint32_t limit = 0, from = 0;

  Request filled() const {
    Request out = request;
    for (const std::string& tag : tags) out.add_tags(tag);
    for (const std::string& kind : kinds) out.add_kinds(kind);
    out.set_limit(limit);
    out.set_from(from);
    return out;
  }
};

}  // namespace

void add_search_commands(CLI::App& app, Context& context) {
  CLI::App* find = command(app, "search", "Find what holds all of these words", "search draft talk --since 2024");
  auto asked = std::make_shared<SearchFlags<api::SearchRequest>>();
  find->add_option("WORDS", asked->words, "words or their beginnings, or #tags; case and accents do not count")
      ->required();
  add_filters(*find, asked->request, asked->tags, asked->kinds, asked->limit, asked->from);
  find->callback([=, &context] {
    context.command = [=, &context] {
      api::SearchRequest request = asked->filled();
      std::string all;
      for (const std::string& word : asked->words) all += (all.empty() ? "" : " ") + word;
      request.set_words(all);
      return run(context, method::search_find, request, print_hits);
    };
  });
  CLI::App* line = command(app, "timeline", "Everything, newest first; --svg draws the phases", "timeline --person Amina --kind note");
  auto filters = std::make_shared<SearchFlags<api::TimelineRequest>>();
  add_filters(*line, filters->request, filters->tags, filters->kinds, filters->limit, filters->from);
  auto picture = std::make_shared<PictureFlags>();
  add_picture_options(*line, *picture);
  line->callback([=, &context] {
    context.command = [=, &context] {
      if (!picture->svg.empty()) return show_picture(context, "timeline", filters->request.person(), *picture);
      return run(context, method::timeline_list, filters->filled(), print_hits);
    };
  });
}

}  // namespace kith::cli
