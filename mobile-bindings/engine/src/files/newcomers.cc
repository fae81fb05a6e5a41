#include "files/newcomers.h"

#include "kith/interchange/duplicates.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "notes/shown_value.h"
#include "people/person_row.h"
#include "session/fields.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using client::Fields;
using model::Kind;
namespace person_field = model::person;

std::vector<std::string> emails_of(const Fields& person) {
  std::vector<std::string> out;
  const auto at = person.find(person_field::kEmails);
  if (at == person.end() || at->second.list() == nullptr) return out;
  for (const model::Value& email : *at->second.list()) {
    if (email.text() != nullptr) out.push_back(model::fold(*email.text()));
  }
  return out;
}

// Every value of `some` stands in `all` too.
bool has_all(const Fields& all, const Fields& some) {
  return std::all_of(some.begin(), some.end(), [&](const auto& field) {
    const auto at = all.find(field.first);
    if (at == all.end()) return false;
    const model::List* have = at->second.list();
    const model::List* want = field.second.list();
    if (have == nullptr || want == nullptr) return at->second == field.second;
    return std::all_of(want->begin(), want->end(), [&](const model::Value& value) {
      return std::find(have->begin(), have->end(), value) != have->end();
    });
  });
}

}  // namespace

Result<Newcomers> Newcomers::read(Session& session) {
  Newcomers out(session);
  KITH_TRY(const std::vector<model::Record> all, persons(session));
  for (const model::Record& record : all) out.enter({record.id, record.fields, false, false});
  return out;
}

void Newcomers::enter(Person person) {
  by_name_.emplace(model::fold(person_name(person.fields)), persons_.size());
  persons_.push_back(std::move(person));
  find_by(persons_.size() - 1);
}

void Newcomers::find_by(std::size_t place) {
  const Fields& fields = persons_[place].fields;
  const std::string name = model::fold(person_name(fields));
  for (const std::string& uid : model::card_uids(fields)) by_uid_.emplace(uid, place);
  for (const std::string& email : emails_of(fields)) by_name_and_email_.emplace(std::pair(name, email), place);
}

std::optional<RecordId> Newcomers::with_uid(const std::string& uid) const {
  const auto at = by_uid_.find(uid);
  return at == by_uid_.end() ? std::optional<RecordId>() : persons_[at->second].id;
}

std::optional<std::size_t> Newcomers::known(const Fields& person) const {
  const std::vector<std::string> uids = model::card_uids(person);
  for (const std::string& uid : uids) {
    const auto at = by_uid_.find(uid);
    if (at != by_uid_.end()) return at->second;
  }
  const std::string name = model::fold(person_name(person));
  // Two cards that both have a UID, and not the same one, are two as far as their program knows.
  const auto can_be = [&](std::size_t place) {
    return uids.empty() || model::card_uids(persons_[place].fields).empty();
  };
  for (const std::string& email : emails_of(person)) {
    const auto at = by_name_and_email_.find({name, email});
    if (at != by_name_and_email_.end() && can_be(at->second)) return at->second;
  }
  // Of a hundred thousand of one name only some are looked at: more are no address book.
  constexpr int kNamesakesAsked = 64;
  const auto [from, to] = by_name_.equal_range(name);
  int asked = 0;
  for (auto at = from; at != to && asked < kNamesakesAsked; ++at, ++asked) {
    if (has_all(persons_[at->second].fields, person)) return at->second;
  }
  return std::nullopt;
}

void Newcomers::meet(Person& person, const Fields& again) {
  ++met_;
  if (has_all(person.fields, again)) return;
  const interchange::Merged both = interchange::merged_fields(person.fields, again);
  std::string others;
  for (const interchange::Leftover& left : both.leftovers) {
    if (left.field == person_field::kCardVersion) continue;
    const std::string field = left.field == person_field::kCardExtra ? "lines of the card" : field_name(Kind::person, left.field);
    if (others.find(field) == std::string::npos) others += (others.empty() ? "" : ", ") + field;
  }
  if (!others.empty()) {
    differs_.push_back(person_name(person.fields) + " is in your network already; what the file says otherwise stays as you "
                       "have it: " + others);
  }
  if (both.fields == person.fields) return;
  person.fields = both.fields;
  person.changed = true;
}

RecordId Newcomers::take(const Fields& person) {
  if (const auto place = known(person)) {
    const bool changed = persons_[*place].changed;
    meet(persons_[*place], person);
    if (persons_[*place].changed || changed) find_by(*place);
    return persons_[*place].id;
  }
  const std::string name = person_name(person);
  if (by_name_.contains(model::fold(name))) same_name_.push_back(name);
  enter({session_.replica->new_id(), person, true, false});
  return persons_.back().id;
}

std::vector<client::RecordChange> Newcomers::changes() const {
  std::vector<client::RecordChange> out;
  for (const Person& one : persons_) {
    if (one.added || one.changed) out.push_back({one.id, Kind::person, {one.fields.begin(), one.fields.end()}, false, 0});
  }
  return out;
}

void Newcomers::report(api::ImportReply& out) const {
  std::size_t updated = 0;
  for (const Person& one : persons_) {
    if (one.added) fill_person({one.id, Kind::person, one.fields}, out.add_items());
    updated += !one.added && one.changed ? 1 : 0;
  }
  const auto count = [&](std::size_t number, std::string_view fate) {
    if (number == 0) return;
    api::ImportCount* row = out.add_report();
    row->set_what("in your network already");
    row->set_fate(std::string(fate));
    row->set_count(static_cast<std::uint32_t>(number));
  };
  count(updated, "got what the file has more");
  count(met_ - std::min(met_, updated), "nothing new");
  for (const std::string& sentence : differs_) out.add_skipped()->set_reason(sentence);
  for (const std::string& name : same_name_) out.add_same_name(name);
}

}  // namespace kith::engine
