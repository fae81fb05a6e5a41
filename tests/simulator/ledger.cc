#include "ledger.h"

namespace kith::simulator {

std::string Ledger::new_word(unsigned who, bool is_private) {
  return (is_private ? private_of(who) : shared_of(who)) + std::to_string(++words_) + "|";
}

void Ledger::done_away(const std::string& word) {
  const auto at = said_.find(word);
  if (at != said_.end()) at->second.gone = true;
}

std::vector<std::pair<RecordId, model::Kind>> Ledger::removed_by(unsigned who, const SpaceId& space) const {
  std::vector<std::pair<RecordId, model::Kind>> out;
  for (const auto& [place, by] : removed_) {
    if (by.who == who && place.first == space && by.taken) out.emplace_back(place.second, by.kind);
  }
  return out;
}

std::vector<RecordPlace> Ledger::gone_for_good() const {
  std::set<RecordPlace> written;
  for (const auto& [word, said] : said_) {
    if (!said.gone) written.insert({said.space, said.record});
  }
  std::vector<RecordPlace> out;
  for (const auto& [place, by] : removed_) {
    if (by.taken && !by.lost && !written.contains(place) && !decided_.contains(place)) out.push_back(place);
  }
  return out;
}

}  // namespace kith::simulator
