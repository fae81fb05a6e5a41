// Searching and the time line, both out of the index of the replica.

#include "kith/client/search.h"

#include <algorithm>

#include "kith/model/words.h"
#include "kith/search/fold.h"
#include "kith/search/query.h"
#include "kith/search/snippet.h"
#include "methods.h"
#include "notes/shown_value.h"
#include "session/input.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using client::Named;
using client::Shown;
using model::Kind;

constexpr std::uint32_t kUsualLimit = 20;
constexpr std::uint32_t kMostHits = 1000;
constexpr Kind kKinds[] = {Kind::person, Kind::relationship, Kind::conversation, Kind::note,
                           Kind::goal,   Kind::action,       Kind::agenda_line,  Kind::passage, Kind::story};

Result<Kind> kind_input(const std::string& text) {
  std::string all;
  for (const Kind kind : kKinds) {
    if (text == kind_name(kind)) return kind;
    all += (all.empty() ? "" : ", ") + std::string(kind_name(kind));
  }
  return fail(Code::INVALID_ARGUMENT, worded("there is no such kind; there are {0}", all));
}

// The pairs, by the name of the partner.
Result<std::vector<Named>> partners(Session& session, const People& people) {
  std::vector<Named> out;
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) {
    const std::string name = people.partner_name(space.number);
    if (!name.empty()) out.push_back({people.partner(space.number), name, {space.number}});
  }
  return out;
}

// What SearchRequest and TimelineRequest have in common.
template <typename Request>
Result<client::SearchRequest> filters(Session& session, const People& people, const Request& request) {
  client::SearchRequest out;
  KITH_TRY(out.partners, partners(session, people));
  if (!request.person().empty()) {
    KITH_TRY(const model::Record who, person(session, request.person()));
    out.with = Named{who.id, {}, {}};
    for (const Named& partner : out.partners) {
      if (partner.person == who.id) out.with->spaces.push_back(partner.spaces.front());
    }
  }
  for (const std::string& text : request.tags()) {
    out.tags.push_back(search::fold_tag(text));
    if (out.tags.back().empty()) return fail(Code::INVALID_ARGUMENT, "a tag is one word of letters, digits, - and _");
  }
  for (const std::string& text : request.kinds()) {
    KITH_TRY(const Kind kind, kind_input(text));
    out.kinds.push_back(kind);
  }
  if (!request.since().empty()) {
    KITH_TRY(out.since, date_input(session, request.since(), "since"));
  }
  if (!request.until().empty()) {
    KITH_TRY(out.until, date_input(session, request.until(), "until"));
  }
  if (request.limit() > kMostHits) return fail(Code::INVALID_ARGUMENT, "the limit is at most 1,000");
  out.limit = request.limit() == 0 ? kUsualLimit : request.limit();
  out.from = request.from();
  return out;
}

std::string person_of(const People& people, const Shown& shown) {
  switch (shown.record.kind) {
    case Kind::note: return people.name(shown.record.ref(model::note::kAbout));
    case Kind::relationship: return people.name(shown.record.ref(model::relationship::kPerson));
    case Kind::story: return people.name(shown.record.ref(model::story::kPerson));
    case Kind::conversation: return shown_value(people, model::Value(shown.record.list(model::conversation::kWith)));
    default: return people.partner_name(shown.space);
  }
}

// What is told first.
std::string beginning_of_story(const model::Record& story) {
  for (auto part = story.fields.lower_bound(model::story::kParts); part != story.fields.end(); ++part) {
    if (part->second.text() != nullptr) return *part->second.text();
  }
  return {};
}

std::string text_of(const Shown& shown) {
  if (shown.record.kind == Kind::story) return beginning_of_story(shown.record);
  if (shown.record.kind == Kind::conversation) return shown.record.text(model::conversation::kNote);
  if (shown.record.kind == Kind::relationship) return shown.record.text(model::relationship::kKind);
  return shown.record.text(1);
}

// The text that holds most of what was asked for; the main one where another holds no more.
search::Snippet best_snippet(const Shown& shown, const search::Query& query) {
  const auto held = [&query](std::string_view text) {
    return std::count_if(query.words.begin(), query.words.end(),
                         [text](const std::string& word) { return search::has_word(text, word); });
  };
  std::string best = text_of(shown);
  auto most = held(best);
  model::for_each_text(shown.record, [&](std::string_view text) {
    const auto now = held(text);
    if (now <= most) return;
    most = now;
    best = std::string(text);
  });
  return search::snippet_of(best, query);
}

Result<api::SearchResult> answer(Session& session, const People& people, const client::SearchRequest& request) {
  KITH_TRY(const client::SearchPage page, session.replica->search(request));
  api::SearchResult out;
  for (const Shown& shown : page.hits) {
    api::SearchHit* hit = out.add_items();
    hit->set_id(shown.record.id.hex());
    hit->set_kind(std::string(kind_name(shown.record.kind)));
    hit->set_text(text_of(shown));
    hit->set_person(person_of(people, shown));
    hit->set_created_ms(static_cast<double>(shown.created_ms));
    if (shown.record.kind == Kind::conversation) hit->set_when(shown_date(shown.record, model::conversation::kWhen));
    const search::Snippet snippet = best_snippet(shown, request.query);
    hit->set_snippet(snippet.text);
    for (const search::Mark& mark : snippet.marks) {
      api::SearchMark* to = hit->add_marks();
      to->set_begin(mark.begin);
      to->set_length(mark.length);
    }
  }
  out.set_found(static_cast<double>(page.found));
  out.set_more(page.more);
  return out;
}

}  // namespace

Result<api::SearchResult> search_find(Session& session, const api::SearchRequest& request) {
  KITH_TRY(const std::string words, text_input(request.words(), "what to search for"));
  const search::Query query = search::parse_query(words);
  if (query.empty()) return fail(Code::INVALID_ARGUMENT, "what to search for holds no word");
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(client::SearchRequest asked, filters(session, people, request));
  asked.query = query;
  return answer(session, people, asked);
}

Result<api::SearchResult> timeline_list(Session& session, const api::TimelineRequest& request) {
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const client::SearchRequest asked, filters(session, people, request));
  return answer(session, people, asked);
}

}  // namespace kith::engine
