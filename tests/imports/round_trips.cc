#include "round_trips.h"

#include <algorithm>

namespace kith::imports {
namespace {

std::string said(const Error& error) { return std::string(code_name(error.code)) + ": " + error.message.text(); }

// Where two texts part, with some of each before and behind.
std::string difference(const std::string& before, const std::string& after) {
  const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto at = static_cast<std::size_t>(a - before.begin());
  const std::size_t from = at - std::min<std::size_t>(at, 80);
  const auto part = [&](const std::string& text) { return text.substr(std::min(from, text.size()), 240); };
  return " from byte " + std::to_string(at) + " on\n  before: " + part(before) + "\n  after:  " + part(after);
}

void take_out(std::string& text, std::string_view what) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos;) text.erase(at, what.size());
}

// Without folds; without the empty parts at the end of a name, of which there may be any number, and the hyphens
// of a day: a line that is kept has them as they were, one that is written anew as its version has them.
std::string plain_lines(std::string text) {
  take_out(text, "\r\n ");
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
    std::string line = text.substr(from, end - from);
    if (line.starts_with("N:") || line.starts_with("N;")) line.erase(line.find_last_not_of(";\r\n") + 1) += "\r\n";
    if (line.starts_with("BDAY")) take_out(line, "-");
    out += line;
    from = end;
  }
  return out;
}

// Records have no order, so cards of two vaults are compared as a set.
std::string sorted_cards(const std::string& written) {
  const std::string text = plain_lines(written);
  constexpr std::string_view kEnd = "END:VCARD\r\n";
  std::vector<std::string> cards;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(kEnd, from), text.size() - kEnd.size()) + kEnd.size();
    cards.push_back(text.substr(from, end - from));
    from = end;
  }
  std::sort(cards.begin(), cards.end());
  std::string out;
  for (const std::string& card : cards) out += card;
  return out;
}

// Everything of a person that a card has a word for. An hour of birth and tags of one's own are none of it.
std::string as_cards_say(const api::Export& all) {
  std::vector<std::string> persons;
  for (const api::Person& one : all.persons()) {
    std::string text = one.name() + "|" + one.family_name() + "|" + one.given_name() + "|" + one.organization() + "|" +
                       one.birthday().substr(0, one.birthday().find(' ')) + "|" + one.note() + "|";
    for (const std::string& email : one.emails()) text += email + ",";
    text += "|";
    for (const std::string& phone : one.phones()) text += phone + ",";
    persons.push_back(text + "\n");
  }
  std::sort(persons.begin(), persons.end());
  std::string out;
  for (const std::string& person : persons) out += person;
  return out;
}

}  // namespace

std::optional<std::string> whole_comes_back(const api::Export& all, std::uint64_t seed) {
  MemoryVault fresh(seed);
  const auto taken = fresh.take_everything(all);
  if (!taken.ok()) return "the whole export does not come in: " + said(taken.error());
  const auto after = fresh.everything();
  if (!after.ok()) return "the whole does not go out again: " + said(after.error());
  const std::string before_bytes = all.SerializeAsString();
  const std::string after_bytes = after->SerializeAsString();
  if (before_bytes == after_bytes) return std::nullopt;
  return "the whole export is another after it came in" + difference(before_bytes, after_bytes);
}

std::optional<std::string> cards_come_back(MemoryVault& vault, const api::Export& all, std::string_view version,
                                           std::uint64_t seed) {
  if (all.persons().empty()) return std::nullopt;
  const std::string of = " of version " + std::string(version);
  const auto out = vault.cards(version);
  if (!out.ok()) return "the cards" + of + " do not go out: " + said(out.error());
  MemoryVault fresh(seed);
  const auto taken = fresh.take_cards(*out);
  if (!taken.ok()) return "the cards" + of + " do not come in: " + said(taken.error());
  for (const api::SkippedCard& row : taken->skipped()) {
    // A field that holds less than a kept line of it says so each time that the line is read.
    if (row.reason().starts_with("only the end of ")) continue;
    return "of our own cards" + of + " line " + std::to_string(row.line()) + " is complained of: " + row.reason();
  }
  const auto there = fresh.everything();
  if (!there.ok()) return "the persons" + of + " do not go out: " + said(there.error());
  const std::string before = as_cards_say(all);
  const std::string after = as_cards_say(*there);
  if (before != after) return "the persons are others by cards" + of + difference(before, after);
  const auto again = fresh.cards(version);
  if (!again.ok()) return "the cards" + of + " do not go out again: " + said(again.error());
  const std::string first = sorted_cards(*out);
  const std::string second = sorted_cards(*again);
  if (first == second) return std::nullopt;
  return "the cards" + of + " are others when they go out again" + difference(first, second);
}

}  // namespace kith::imports
