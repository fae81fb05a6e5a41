#include "card_import.h"

#include <set>

#include "input.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "person_row.h"

namespace kith::engine {
namespace {

constexpr std::size_t kMaxFileBytes = 16 * 1024 * 1024;
constexpr std::size_t kNamesInMessage = 10;

using Cards = std::vector<client::Fields>;

std::string name_of(const client::Fields& card) {
  const auto at = card.find(model::person::kName);
  return at == card.end() || at->second.text() == nullptr ? std::string() : *at->second.text();
}

std::string names_of(const Cards& cards, const std::vector<std::size_t>& which) {
  std::string out;
  for (std::size_t i = 0; i < which.size() && i < kNamesInMessage; ++i) {
    out += (i == 0 ? "" : ", ") + name_of(cards[which[i]]);
  }
  if (which.size() > kNamesInMessage) out += " and " + std::to_string(which.size() - kNamesInMessage) + " more";
  return out;
}

Result<std::size_t> pick_one(const Cards& cards, const std::string& pick) {
  const std::string wanted = model::fold(pick);
  std::vector<std::size_t> whole;
  std::vector<std::size_t> beginning;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const std::string folded = model::fold(name_of(cards[i]));
    if (folded == wanted) whole.push_back(i);
    if (folded.starts_with(wanted)) beginning.push_back(i);
  }
  const std::vector<std::size_t>& found = whole.empty() ? beginning : whole;
  if (found.empty()) return fail(Code::NOT_FOUND, "nobody in this file is named " + pick);
  if (found.size() > 1) return fail(Code::AMBIGUOUS, pick + " can be: " + names_of(cards, found));
  return found.front();
}

}  // namespace

Result<std::set<std::size_t>> pick_persons(const Cards& cards, const Texts& picks) {
  std::vector<std::size_t> all(cards.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  std::set<std::size_t> out;
  if (picks.empty()) {
    if (cards.size() > 1) {
      return fail(Code::INVALID_ARGUMENT, "this file has " + std::to_string(cards.size()) +
                                              " people; choose with --pick NAME (or --pick '*' for all): " +
                                              names_of(cards, all));
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

Result<api::PersonImportResult> import_cards(Session& session, const api::PersonImportRequest& request) {
  if (request.content().size() > kMaxFileBytes) return fail(Code::TOO_LARGE, "a file of cards has at most 16 MiB");
  const auto parsed = model::parse_cards(request.content());
  Cards cards;
  for (const auto& card : parsed.cards) cards.push_back(model::person_fields(card));
  if (cards.empty() && parsed.skipped.empty()) {
    return fail(Code::INVALID_ARGUMENT, "there is no card in this file: is it a .vcf file?");
  }
  KITH_TRY(const std::set<std::size_t> picked, pick_persons(cards, request.pick()));
  std::vector<client::Fields> made;
  for (const std::size_t index : picked) made.push_back(cards[index]);
  api::PersonImportResult out;
  for (const auto& skipped : parsed.skipped) {
    api::SkippedCard* row = out.add_skipped();
    row->set_line(static_cast<std::uint32_t>(skipped.line));
    row->set_reason(skipped.reason);
  }
  if (made.empty()) return out;
  KITH_TRY(const std::vector<RecordId> ids,
           session.replica->create_records(client::kSelfSpace, model::Kind::person, made));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    fill_person({ids[i], model::Kind::person, made[i]}, out.add_items());
  }
  return out;
}

}  // namespace kith::engine
