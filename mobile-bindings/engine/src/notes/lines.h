#pragma once
// What notes, passages, agenda lines, goals and action items have in common: a text, an author,
// and for those of a pair a partner and a state.

#include <functional>

#include "kith/client/search.h"
#include "session/input.h"
#include "session/method.h"
#include "session/people.h"

namespace kith::engine {

// Every one of those kinds keeps its text in field 1, and the ones that can be done their state in 2.
inline constexpr model::FieldNumber kLineText = 1;
inline constexpr model::FieldNumber kLineState = 2;
inline constexpr model::FieldNumber kLineCreated = 3;
static_assert(model::note::kText == kLineText && model::passage::kText == kLineText);
static_assert(model::goal::kText == kLineText && model::goal::kState == kLineState &&
              model::goal::kCreated == kLineCreated);
static_assert(model::action::kText == kLineText && model::action::kState == kLineState &&
              model::action::kCreated == kLineCreated);
static_assert(model::agenda_line::kText == kLineText && model::agenda_line::kState == kLineState &&
              model::agenda_line::kCreated == kLineCreated);

// Who removed something, where it was the person himself.
inline constexpr const char* kYou = "you";

template <typename Row>
void fill_line(const People& people, const client::Shown& shown, Row* out) {
  out->set_id(shown.record.id.hex());
  out->set_text(shown.record.text(kLineText));
  const RecordId author = shown.mine ? people.me().id : people.partner(shown.space);
  out->set_author(shown.mine ? people.me().name : people.partner_name(shown.space));
  if (!author.is_zero()) out->set_author_id(author.hex());
  out->set_mine(shown.mine);
  out->set_created_ms(static_cast<double>(shown.created_ms));
}

// Whose pair that space is.
template <typename Row>
void fill_partner(const People& people, client::SpaceNumber space, Row* out) {
  const RecordId partner = people.partner(space);
  out->set_person(people.partner_name(space));
  if (!partner.is_zero()) out->set_person_id(partner.hex());
}

template <typename Row>
void fill_partner(const People& people, const client::Shown& shown, Row* out) {
  fill_partner(people, shown.space, out);
  out->set_unsent(shown.unsent && shown.space != client::kSelfSpace);
}

template <typename Row>
void fill_task(const People& people, const client::Shown& shown, Row* out) {
  fill_line(people, shown, out);
  fill_partner(people, shown, out);
  out->set_state(shown.record.text(kLineState));
  if (shown.removed_by == 0) return;
  out->set_removed_by(shown.removed_by_me ? kYou : people.partner_name(shown.space));
  out->set_removed_ms(static_cast<double>(shown.removed_ms));
}

// text, state "open" and the moment of now.
client::Fields new_task(const Session& session, std::string text);
Result<api::Changed> edit_text(Session& session, const api::TextEditRequest& request, model::Kind kind);
Result<api::Changed> mark_done(Session& session, const api::IdRequest& request, model::Kind kind);
Result<api::Changed> remove_record(Session& session, const api::IdRequest& request, model::Kind kind);
// All of a kind of the own space by the moment in that field, the oldest first.
Result<std::vector<client::Shown>> oldest_first(Session& session, model::Kind kind, model::FieldNumber created);
// The person a list is asked for; the zero id for everybody.
Result<RecordId> list_filter(Session& session, const api::ListRequest& request);

// The newest of a kind of the own space up to the limit, and how many come behind. Of a person's, which `is_with` says,
// all are read; of everybody's no more than are asked for.
Result<client::NewestPage> newest_of(Session& session, const api::ListRequest& request, model::Kind kind,
                                     const std::function<bool(const client::Shown&, const RecordId& with)>& is_with);

// Each as `row` makes it.
template <typename List, typename Row>
List list_of(const client::NewestPage& page, const Row& row) {
  List out;
  for (const client::Shown& one : page.records) *out.add_items() = row(one);
  out.set_older(static_cast<std::uint32_t>(page.behind));
  return out;
}

}  // namespace kith::engine
