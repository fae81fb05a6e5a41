#include "kith/interchange/duplicates.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "person_parts.h"

namespace kith::interchange {
namespace {

namespace person = model::person;
using model::FieldNumber;
using model::List;
using model::Value;

std::vector<std::string> texts_of(const Fields& fields, FieldNumber field) {
  std::vector<std::string> out;
  const auto at = fields.find(field);
  if (at == fields.end()) return out;
  if (at->second.text() != nullptr) out.push_back(*at->second.text());
  for (const Value& value : at->second.list() == nullptr ? List{} : *at->second.list()) {
    if (value.text() != nullptr) out.push_back(*value.text());
  }
  return out;
}

// "Berg, Jonas" and "Jonas Berg" are one.
std::string name_key(std::string_view name) {
  std::string folded = model::fold(name);
  std::replace(folded.begin(), folded.end(), ',', ' ');
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words) join(out, word, " ");
  return out;
}

// Without what is written before a number to reach it from elsewhere: 00, or a zero of the trunk.
std::string phone_digits(std::string_view phone) {
  std::string out;
  for (const char c : phone) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !(out.empty() && c == '0')) out += c;
  }
  return out.size() < kPhoneDigitsLeast ? std::string() : out;
}

using Reasons = std::map<std::pair<std::size_t, std::size_t>, std::set<SameBy>>;
using Holders = std::unordered_map<std::string, std::vector<std::size_t>>;

void hold(Holders& holders, const std::string& key, std::size_t who) {
  if (key.empty()) return;
  auto& list = holders[key];
  if (list.empty() || list.back() != who) list.push_back(who);
}

void pair_up(const Holders& holders, SameBy why, Reasons& out) {
  for (const auto& [key, who] : holders) {
    if (who.size() > kSharedByMost) continue;
    for (std::size_t i = 0; i < who.size(); ++i) {
      for (std::size_t j = i + 1; j < who.size(); ++j) out[{who[i], who[j]}].insert(why);
    }
  }
}

// Numbers of which one is the whole end of the other; only those with the same last digits are compared.
void pair_up_tails(const Holders& by_number, Reasons& out) {
  std::unordered_map<std::string, std::vector<const Holders::value_type*>> by_tail;
  for (const auto& entry : by_number) {
    if (entry.first.size() < kPhoneTailLeast || entry.second.size() > kSharedByMost) continue;
    by_tail[entry.first.substr(entry.first.size() - kPhoneTailLeast)].push_back(&entry);
  }
  for (const auto& [tail, numbers] : by_tail) {
    // A number of just these digits may be the end of many: that many are not one.
    if (numbers.size() > kSharedByMost) continue;
    for (const auto* shorter : numbers) {
      for (const auto* longer : numbers) {
        if (shorter->first.size() >= longer->first.size() || !longer->first.ends_with(shorter->first)) continue;
        for (const std::size_t a : shorter->second) {
          for (const std::size_t b : longer->second) {
            if (a != b) out[std::minmax(a, b)].insert(SameBy::phone);
          }
        }
      }
    }
  }
}

bool holds(const List& list, const Value& value) { return std::find(list.begin(), list.end(), value) != list.end(); }

// What b's list has more, as far as it fits; the rest is left over.
void add_list(FieldNumber field, List& to, const List& more, std::vector<Leftover>& leftovers) {
  const bool lines = field == person::kCardExtra;
  std::size_t bytes = 0;
  for (const Value& value : to) bytes += value.text() == nullptr ? 0 : value.text()->size();
  List rest;
  for (const Value& value : more) {
    if (holds(to, value)) continue;
    const std::size_t size = value.text() == nullptr ? 0 : value.text()->size();
    const bool fits = lines ? bytes + size <= model::kCardExtraMost : to.size() < kListMost;
    if (fits) bytes += size;
    (fits ? to : rest).push_back(value);
  }
  if (!rest.empty()) leftovers.push_back({field, std::move(rest)});
}

bool is_of_the_card(FieldNumber field) { return field == person::kCardExtra || field == person::kCardVersion; }

}  // namespace

std::vector<DuplicatePair> duplicates(const std::vector<Fields>& persons) {
  Holders emails, phones, names;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    for (const std::string& email : texts_of(persons[i], person::kEmails)) hold(emails, model::fold(email), i);
    for (const std::string& phone : texts_of(persons[i], person::kPhones)) hold(phones, phone_digits(phone), i);
    for (const std::string& name : texts_of(persons[i], person::kName)) hold(names, name_key(name), i);
  }
  Reasons reasons;
  pair_up(emails, SameBy::email, reasons);
  pair_up(phones, SameBy::phone, reasons);
  pair_up(names, SameBy::name, reasons);
  pair_up_tails(phones, reasons);
  std::vector<DuplicatePair> out;
  for (const auto& [pair, why] : reasons) out.push_back({pair.first, pair.second, {why.begin(), why.end()}});
  return out;
}

Merged merged_fields(const Fields& a, const Fields& b) {
  Merged out{a, {}};
  const auto version_of = [](const Fields& of) {
    const auto texts = texts_of(of, person::kCardVersion);
    return texts.empty() ? std::string() : texts.front();
  };
  const bool has_lines = a.contains(person::kCardExtra);
  const bool same_card = !has_lines || !b.contains(person::kCardExtra) || version_of(a) == version_of(b);
  for (const auto& [field, value] : b) {
    if (is_of_the_card(field) && !same_card) {
      out.leftovers.push_back({field, value});
      continue;
    }
    const auto at = out.fields.find(field);
    const bool of_b = at == out.fields.end();
    if (of_b) {
      out.fields.emplace(field, value);
    } else if (at->second == value) {
      continue;
    } else if (auto* list = std::get_if<List>(&at->second.held); list != nullptr && value.list() != nullptr) {
      add_list(field, *list, *value.list(), out.leftovers);
    } else if (field == person::kCardVersion && !has_lines && b.contains(person::kCardExtra)) {
      // The lines are b's, so their version is too; a's says nothing of any.
      out.leftovers.push_back({field, at->second});
      at->second = value;
    } else {
      out.leftovers.push_back({field, value});
    }
  }
  return out;
}

}  // namespace kith::interchange
