// Two persons who are one: which probably are, making one of them, and undoing it.
//
// What a merge changes is kept as it was: only the fields that named the one who goes, and the two
// persons whole. Undoing sets back what still is as the merge left it; what was edited since stays.

#include <algorithm>

#include "kith/facts/packed.h"
#include "kith/interchange/duplicates.h"
#include "kith/model/kind_traits.h"
#include "kith/model/partial_date.h"
#include "methods.h"
#include "session/fields.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

namespace in = interchange;
namespace merged_field = model::merged;
using client::kSelfSpace;
using client::RecordChange;
using client::Shown;
using model::Kind;
using model::Record;
using model::Value;

constexpr std::size_t kValuesInChunk = 1500;  // of packed records in one field

std::string name_of(const Record& record) { return record.text(model::person::kName); }

// The value with one id in the place of another; nothing when the other is not in it.
std::optional<Value> renamed(const Value& value, const RecordId& gone, const RecordId& kept) {
  if (value.id() != nullptr && *value.id() == gone) return Value(kept);
  if (value.list() == nullptr) return std::nullopt;
  if (std::find(value.list()->begin(), value.list()->end(), Value(gone)) == value.list()->end()) return std::nullopt;
  model::List out;
  for (const Value& item : *value.list()) {
    const Value next = item == Value(gone) ? Value(kept) : item;
    if (std::find(out.begin(), out.end(), next) == out.end()) out.push_back(next);
  }
  return Value(std::move(out));
}

// Kinds whose fields can name a person; packed lists of the others stay as they are.
constexpr auto kNaming =
    model::kinds_where<[](const model::KindTraits& kind) { return kind.names == model::Names::person; }>();

class Merge {
 public:
  Merge(Session& session, const Record& kept, const Record& gone) : session_(session), kept_(kept), gone_(gone) {}

  Result<RecordId> run() {
    merge_persons();
    for (const Kind kind : kNaming) KITH_CHECK(rename(kind));
    RecordChange merged{session_.replica->new_id(), Kind::merged, {}, false, 0};
    merged.fields[merged_field::kKept] = kept_.id;
    merged.fields[merged_field::kGone] = gone_.id;
    merged.fields[merged_field::kTime] = session_.clock().wall_ms();
    if (!made_.empty()) merged.fields[merged_field::kMade] = std::move(made_);
    KITH_CHECK(keep_before(merged));
    changes_.push_back(merged);
    KITH_CHECK(session_.replica->change(kSelfSpace, changes_));
    return merged.id;
  }

 private:
  void merge_persons() {
    const in::Merged both = in::merged_fields(kept_.fields, gone_.fields);
    before_.push_back(kept_);
    before_.push_back(gone_);
    changes_.push_back({kept_.id, Kind::person, {both.fields.begin(), both.fields.end()}, false, 0});
    changes_.push_back({gone_.id, Kind::person, {}, true, 0});
    if (both.leftovers.empty()) return;
    std::string text = "Also known of " + name_of(kept_) + ", from an entry that was made one with this:\n";
    for (const in::Leftover& leftover : both.leftovers) text += plain(leftover.value) + "\n";
    RecordChange note{session_.replica->new_id(), Kind::note, {}, false, 0};
    note.fields[model::note::kText] = std::move(text);
    note.fields[model::note::kAbout] = kept_.id;
    note.fields[model::note::kCreated] = session_.clock().wall_ms();
    made_.emplace_back(note.id);
    changes_.push_back(std::move(note));
  }

  static std::string plain(const Value& value) {
    if (value.text() != nullptr) return *value.text();
    if (value.integer() != nullptr) return std::to_string(*value.integer());
    if (value.date() != nullptr) return model::format_date(*value.date());
    std::string out;
    if (value.list() != nullptr) {
      for (const Value& item : *value.list()) out += (out.empty() ? "" : "; ") + plain(item);
    }
    return out;
  }

  Result<void> rename(Kind kind) {
    KITH_TRY(const std::vector<Shown> all, session_.replica->list(kSelfSpace, kind));
    const bool has_tie = std::any_of(all.begin(), all.end(), [&](const Shown& shown) {
      return kind == Kind::relationship && shown.record.ref(model::relationship::kPerson) == kept_.id;
    });
    for (const Shown& shown : all) {
      Record touched{shown.record.id, kind, {}};
      client::FieldEdits edits;
      for (const auto& [number, value] : shown.record.fields) {
        if (auto next = renamed(value, gone_.id, kept_.id)) {
          touched.fields[number] = value;
          edits[number] = std::move(next);
        }
      }
      if (edits.empty()) continue;
      // There is one relationship a person; the kept one's stands. Two who know each other cannot
      // become one who knows himself.
      const bool itself = kind == Kind::acquaintance && names_both(shown.record);
      if (has_tie || itself) {
        before_.push_back(shown.record);
        changes_.push_back({shown.record.id, kind, {}, true, 0});
      } else {
        before_.push_back(touched);
        changes_.push_back({shown.record.id, kind, std::move(edits), false, 0});
      }
    }
    return {};
  }

  bool names_both(const Record& record) const {
    const RecordId a = record.ref(model::acquaintance::kPerson);
    const RecordId b = record.ref(model::acquaintance::kOther);
    return (a == kept_.id && b == gone_.id) || (a == gone_.id && b == kept_.id);
  }

  // In several fields, so that none grows beyond what a field may hold.
  Result<void> keep_before(RecordChange& merged) const {
    model::FieldNumber number = merged_field::kBefore;
    model::List chunk;
    for (const Record& record : before_) {
      const model::List packed = facts::pack({record});
      if (!chunk.empty() && chunk.size() + packed.size() > kValuesInChunk) {
        merged.fields[number++] = std::move(chunk);
        chunk = {};
      }
      chunk.insert(chunk.end(), packed.begin(), packed.end());
    }
    if (!chunk.empty()) merged.fields[number] = std::move(chunk);
    return {};
  }

  Session& session_;
  const Record& kept_;
  const Record& gone_;
  std::vector<Record> before_;
  std::vector<RecordChange> changes_;
  model::List made_;
};

Result<std::vector<Record>> before_of(const Record& merged) {
  std::vector<Record> out;
  for (auto at = merged.fields.lower_bound(merged_field::kBefore); at != merged.fields.end(); ++at) {
    if (at->second.list() == nullptr) continue;
    KITH_TRY(std::vector<Record> part, facts::unpack(*at->second.list()));
    std::move(part.begin(), part.end(), std::back_inserter(out));
  }
  return out;
}

// Sets back what still is as the merge left it.
Result<std::optional<RecordChange>> undone(Session& session, const Record& before, const RecordId& kept,
                                           const RecordId& gone) {
  KITH_TRY(const std::optional<Shown> now, session.replica->find(kSelfSpace, before.id, before.kind));
  RecordChange out{before.id, before.kind, {}, false, 0};
  if (!now) {
    out.fields = {before.fields.begin(), before.fields.end()};
    return std::optional(std::move(out));
  }
  if (before.kind == Kind::person) return std::optional<RecordChange>();
  for (const auto& [number, value] : before.fields) {
    const Value* current = now->record.find(number);
    const std::optional<Value> left = renamed(value, gone, kept);
    if (current != nullptr && left && *current == *left) out.fields[number] = value;
  }
  if (out.fields.empty()) return std::optional<RecordChange>();
  return std::optional(std::move(out));
}

// The kept person as it was, but for what was edited since.
Result<RecordChange> kept_before(Session& session, const Record& kept, const Record& gone) {
  KITH_TRY(const std::optional<Shown> now, session.replica->find(kSelfSpace, kept.id, Kind::person));
  if (!now) return fail(Code::NOT_FOUND, "the person it was made one with was removed");
  const in::Merged both = in::merged_fields(kept.fields, gone.fields);
  RecordChange out{kept.id, Kind::person, {}, false, 0};
  for (const auto& [number, value] : both.fields) {
    const Value* current = now->record.find(number);
    if (current == nullptr || *current != value) continue;
    const Value* earlier = kept.find(number);
    out.fields[number] = earlier == nullptr ? std::optional<Value>() : *earlier;
  }
  return out;
}

}  // namespace

Result<api::DuplicateList> duplicates_list(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<Record> people, persons(session));
  std::vector<client::Fields> fields;
  for (const Record& record : people) fields.push_back(record.fields);
  static constexpr std::string_view kWhy[] = {"the same e-mail", "the same telephone", "the same name"};
  api::DuplicateList out;
  for (const in::DuplicatePair& pair : in::duplicates(fields)) {
    api::Duplicate* row = out.add_items();
    row->set_person(name_of(people[pair.a]));
    row->set_person_id(people[pair.a].id.hex());
    row->set_other(name_of(people[pair.b]));
    row->set_other_id(people[pair.b].id.hex());
    std::string why;
    for (const in::SameBy reason : pair.reasons) {
      why += (why.empty() ? "" : ", ") + std::string(kWhy[static_cast<std::size_t>(reason)]);
    }
    row->set_why(why);
  }
  return out;
}

Result<api::Merged> person_merge(Session& session, const api::MergeRequest& request) {
  KITH_TRY(const Record kept, person(session, request.keep()));
  KITH_TRY(const Record gone, person(session, request.other()));
  if (kept.id == gone.id) return fail(Code::INVALID_ARGUMENT, "that is one person already");
  KITH_TRY(const std::optional<client::Pair> pair, pair_with(session, gone.id));
  if (pair) {
    return fail(Code::INVALID_ARGUMENT,
                worded("you are or were paired with {0}: keep that one instead", name_of(gone)));
  }
  KITH_TRY(const RecordId id, Merge(session, kept, gone).run());
  api::Merged out;
  out.set_id(id.hex());
  out.set_kept(name_of(kept));
  out.set_kept_id(kept.id.hex());
  out.set_gone(name_of(gone));
  out.set_merged_ms(static_cast<double>(session.clock().wall_ms()));
  return out;
}

Result<api::MergedList> person_merges(Session& session, const api::Empty&) {
  KITH_TRY(std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::merged));
  KITH_TRY(const People people, People::read(session));
  std::sort(all.begin(), all.end(), [](const Shown& a, const Shown& b) {
    return std::pair(a.record.integer(merged_field::kTime), a.record.id) > std::pair(b.record.integer(merged_field::kTime), b.record.id);
  });
  api::MergedList out;
  for (const Shown& shown : all) {
    KITH_TRY(const std::vector<Record> before, before_of(shown.record));
    api::Merged* row = out.add_items();
    row->set_id(shown.record.id.hex());
    row->set_kept(people.name(shown.record.ref(merged_field::kKept)));
    row->set_kept_id(shown.record.ref(merged_field::kKept).hex());
    if (before.size() > 1) row->set_gone(name_of(before[1]));
    row->set_merged_ms(static_cast<double>(shown.record.integer(merged_field::kTime)));
  }
  return out;
}

Result<api::Changed> person_unmerge(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Shown merged, record(session, request.id(), Kind::merged));
  KITH_TRY(const std::vector<Record> before, before_of(merged.record));
  if (before.size() < 2) return fail(Code::STORE_CORRUPT, "this merge does not say what it changed");
  const RecordId kept = merged.record.ref(merged_field::kKept);
  const RecordId gone = merged.record.ref(merged_field::kGone);
  KITH_TRY(RecordChange back, kept_before(session, before[0], before[1]));
  std::vector<RecordChange> changes{std::move(back)};
  for (std::size_t i = 1; i < before.size(); ++i) {
    KITH_TRY(std::optional<RecordChange> change, undone(session, before[i], kept, gone));
    if (change) changes.push_back(*std::move(change));
  }
  for (const Value& made : merged.record.list(merged_field::kMade)) {
    if (made.id() == nullptr) continue;
    KITH_TRY(const std::optional<Shown> there, session.replica->find(kSelfSpace, *made.id()));
    if (there) changes.push_back({there->record.id, there->record.kind, {}, true, 0});
  }
  changes.push_back({merged.record.id, Kind::merged, {}, true, 0});
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  return changed(gone);
}

}  // namespace kith::engine
