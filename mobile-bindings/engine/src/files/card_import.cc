#include "files/card_import.h"

#include <algorithm>
#include <set>

#include "files/newcomers.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "people/person_row.h"
#include "session/input.h"

namespace kith::engine {
namespace {

constexpr std::size_t kMaxFileBytes = 16 * 1024 * 1024;
constexpr std::size_t kNamesInMessage = 10;

using Cards = std::vector<client::Fields>;

std::string names_of(const Cards& cards, const std::vector<std::size_t>& which) {
  std::string out;
  for (std::size_t i = 0; i < which.size() && i < kNamesInMessage; ++i) {
    out += (i == 0 ? "" : ", ") + person_name(cards[which[i]]);
  }
  if (which.size() > kNamesInMessage) out += " and " + std::to_string(which.size() - kNamesInMessage) + " more";
  return out;
}

Result<std::size_t> pick_one(const Cards& cards, const std::string& pick) {
  const std::string wanted = model::fold(pick);
  std::vector<std::size_t> whole;
  std::vector<std::size_t> beginning;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const std::string folded = model::fold(person_name(cards[i]));
    if (folded == wanted) whole.push_back(i);
    if (folded.starts_with(wanted)) beginning.push_back(i);
  }
  const std::vector<std::size_t>& found = whole.empty() ? beginning : whole;
  if (found.empty()) return fail(Code::NOT_FOUND, worded("nobody in this file is named {0}", pick));
  if (found.size() > 1) return fail(Code::AMBIGUOUS, worded("{0} can be: {1}", pick, names_of(cards, found)));
  return found.front();
}

// A group becomes a circle of those of its members who are in my network or come in now; of nobody it is none.
// One that I have under that name stays as it is.
Result<void> take_groups(Session& session, const std::vector<model::CardGroup>& groups, const Newcomers& newcomers,
                         std::vector<client::RecordChange>& changes, api::ImportReply& out) {
  std::set<std::string> names;
  KITH_TRY(const std::vector<client::Shown> circles, session.replica->list(client::kSelfSpace, model::Kind::circle));
  for (const client::Shown& shown : circles) names.insert(model::fold(shown.record.text(model::circle::kName)));
  std::uint32_t made = 0;
  for (const model::CardGroup& group : groups) {
    // What a circle is for; more is a mailing list, and would fit no record.
    constexpr std::size_t kMembersMost = 1000;
    std::set<RecordId> ids;
    for (const std::string& uid : group.members) {
      const auto id = newcomers.with_uid(uid);
      if (id && ids.size() < kMembersMost) ids.insert(*id);
    }
    model::List members;
    for (const RecordId& id : ids) members.emplace_back(id);
    if (group.name.empty() || members.empty()) {
      add_skipped(group.line, "a group of which nobody is in your network", out);
    } else if (!names.insert(model::fold(group.name)).second) {
      add_skipped(group.line, "a group; you have a circle of that name, which stays as it is", out);
    } else {
      changes.push_back({session.replica->new_id(), model::Kind::circle,
                         {{model::circle::kName, model::Value(group.name)}, {model::circle::kMembers, model::Value(members)}},
                         false, 0});
      ++made;
      if (group.named > members.size()) {
        add_skipped(group.line, "a group: " + std::to_string(group.named - members.size()) +
                                    " of its members are not in your network, and left out of the circle", out);
      }
      for (const std::string& other : group.others) {
        add_skipped(group.line, "a group: " + other + " is left out of the circle, which has a name and members", out);
      }
    }
  }
  if (made == 0) return {};
  api::ImportCount* row = out.add_report();
  row->set_what(made == 1 ? "group" : "groups");
  row->set_fate("became a circle");
  row->set_count(made);
  return {};
}

}  // namespace

void add_skipped(std::size_t line, const std::string& reason, api::ImportReply& out) {
  api::SkippedCard* row = out.add_skipped();
  row->set_line(static_cast<std::uint32_t>(line));
  row->set_reason(reason);
}

Result<std::set<std::size_t>> pick_persons(const Cards& cards, const Texts& picks) {
  std::vector<std::size_t> all(cards.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  std::set<std::size_t> out;
  if (picks.empty()) {
    if (cards.size() > 1) {
      return fail(Code::INVALID_ARGUMENT,
                  worded("this file has {0} people; choose among {1}", cards.size(), names_of(cards, all)),
                  {Step::IMPORT_PICK});
    }
    out.insert(all.begin(), all.end());
  }
  for (const std::string& pick : picks) {
    if (pick == "*") {
      out.insert(all.begin(), all.end());
      continue;
    }
    KITH_TRY(const std::size_t index, pick_one(cards, pick));
    out.insert(index);
  }
  return out;
}

Result<api::ImportReply> person_import(Session& session, const api::PersonImportRequest& request) {
  if (request.content().size() > kMaxFileBytes) return fail(Code::TOO_LARGE, "a file of cards has at most 16 MiB");
  const auto parsed = model::parse_cards(request.content());
  Cards cards;
  for (const auto& card : parsed.cards) cards.push_back(model::person_fields(card));
  if (parsed.begun == 0) {
    return fail(Code::INVALID_ARGUMENT, "there is no card in this file: is it a .vcf file?");
  }
  KITH_TRY(const std::set<std::size_t> picked, pick_persons(cards, request.pick()));
  api::ImportReply out;
  for (const auto& skipped : parsed.skipped) add_skipped(skipped.line, skipped.reason, out);
  KITH_TRY(Newcomers newcomers, Newcomers::read(session));
  for (const std::size_t index : picked) newcomers.take(cards[index]);
  newcomers.report(out);
  std::vector<client::RecordChange> changes = newcomers.changes();
  KITH_CHECK(take_groups(session, parsed.groups, newcomers, changes, out));
  KITH_CHECK(session.replica->change(client::kSelfSpace, changes));
  return out;
}

}  // namespace kith::engine
