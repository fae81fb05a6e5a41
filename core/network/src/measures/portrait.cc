#include "kith/network/portrait.h"

#include <algorithm>
#include <array>

#include "kith/network/advice.h"

namespace kith::network {
namespace {

constexpr std::string_view kNotEnough = "not enough to say: ";
constexpr std::size_t kNamed = 4;  // in one sentence

// How a sentence counts people of one group; each group is a column of `group_of`.
struct Group {
  std::string_view one;
  std::string_view many;
};
constexpr std::array<Group, 6> kGroups{{
    {"senior to you", "senior to you"},
    {"a peer", "peers"},
    {"whom you develop", "whom you develop"},
    {"junior to you", "junior to you"},
    {"of family or friends", "of family or friends"},
    {"a contact outside", "contacts outside"},
}};

std::size_t group_of(TieKind kind) {
  switch (kind) {
    case TieKind::mentor:
    case TieKind::boss: return 0;
    case TieKind::peer: return 1;
    case TieKind::protege: return 2;
    case TieKind::direct_report:
    case TieKind::junior_colleague: return 3;
    case TieKind::family_or_friend: return 4;
    case TieKind::outside_contact: return 5;
  }
  return 0;
}

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  return text;
}

std::string who_is_in_it(const Network& network) {
  std::array<std::size_t, kGroups.size()> counts{};
  for (const Developer& d : network.developers) {
    if (d.tie.kind) ++counts[group_of(*d.tie.kind)];
  }
  const std::size_t n = network.developers.size();
  std::string out = capital(count_in_words(n)) + (n == 1 ? " person" : " people");
  std::string parts;
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    if (counts[i] == 0) continue;
    const bool one = counts[i] == 1;
    const std::string_view words = one ? kGroups[i].one : kGroups[i].many;
    const bool counted = !one || (words != kGroups[1].one && words != kGroups[5].one);
    parts += (parts.empty() ? ": " : ", ") + (counted ? count_in_words(counts[i]) + " " : std::string()) +
             std::string(words);
  }
  return out + parts + ".";
}

// Said only where it is told of everybody.
std::string where_they_are(const Network& network) {
  std::size_t outside = 0;
  for (const Developer& d : network.developers) {
    const auto inside = is_inside(d);
    if (!inside) return {};
    outside += *inside ? 0 : 1;
  }
  const std::size_t n = network.developers.size();
  if (outside == 0) return "Nobody is outside your organization.";
  if (outside == n) return "Nobody is in your organization.";
  return capital(count_in_words(outside)) + (outside == 1 ? " is" : " are") + " outside your organization.";
}

// Whoever gives me functions of a family; or gets them from me, whichever `of` says.
template <typename Of>
std::vector<std::string> names_with(const Network& network, Family family, Of of) {
  std::vector<std::string> out;
  for (const Developer& d : network.developers) {
    const FunctionSet felt = of(d.tie.functions).felt();
    bool any = false;
    for (std::size_t f = 0; f < kFunctionCount; ++f) any |= felt[f] && family_of(static_cast<Function>(f)) == family;
    if (any) out.push_back(d.person.name);
  }
  return out;
}

template <typename Of>
std::string what_goes(const Network& network, const std::string& preposition, Of of) {
  const auto career = names_with(network, Family::career, of);
  const auto psychosocial = names_with(network, Family::psychosocial, of);
  if (career.empty() && psychosocial.empty()) return {};
  if (career == psychosocial) return "help in your work and as a person " + preposition + names_in_a_row(career, kNamed);
  std::string out;
  if (!career.empty()) out += "help in the career " + preposition + names_in_a_row(career, kNamed);
  if (!psychosocial.empty()) {
    out += (out.empty() ? "" : ", ") + std::string("support as a person ") + preposition + names_in_a_row(psychosocial, kNamed);
  }
  return out;
}

}  // namespace

std::string count_in_words(std::size_t count) {
  constexpr std::string_view kWords[] = {"no",   "one",   "two",   "three", "four",   "five",  "six",
                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return count < std::size(kWords) ? std::string(kWords[count]) : std::to_string(count);
}

std::string names_in_a_row(const std::vector<std::string>& names, std::size_t most) {
  const bool all = names.size() <= most;
  const std::size_t shown = all ? names.size() : most - 1;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = all && i + 1 == names.size() && i > 0;
    out += (i == 0 ? "" : last ? " and " : ", ") + names[i];
  }
  if (!all) out += " and " + count_in_words(names.size() - shown) + " more";
  return out;
}

std::vector<std::string> exchange(const Network& network) {
  std::vector<std::string> out;
  const std::string received =
      what_goes(network, "from ", [](const Ledger& l) -> const Intensities& { return l.received; });
  const std::string given = what_goes(network, "to ", [](const Ledger& l) -> const Intensities& { return l.given; });
  out.push_back(received.empty() ? "Nothing is noted yet of what they give you." : "You get " + received + ".");
  if (!given.empty()) out.push_back("You give " + given + ".");
  return out;
}

std::vector<std::string> portrait(const Network& network) {
  if (network.developers.empty()) return {"Nobody is on the map yet."};
  std::vector<std::string> out{who_is_in_it(network)};
  if (std::string where = where_they_are(network); !where.empty()) out.push_back(std::move(where));
  for (std::string& sentence : exchange(network)) out.push_back(std::move(sentence));
  return out;
}

std::string not_enough(const MeasureSheet& sheet) {
  std::vector<std::string> missing;
  std::size_t measures = 0;
  for (const MeasureDefinition& definition : measure_definitions()) {
    const std::string& why = sheet[definition.id].why;
    if (!why.starts_with(kNotEnough)) continue;
    ++measures;
    std::string what = why.substr(kNotEnough.size());
    if (std::find(missing.begin(), missing.end(), what) == missing.end()) missing.push_back(std::move(what));
  }
  std::string out;
  for (const std::string& what : missing) out += (out.empty() ? "" : "; ") + what;
  if (measures > 0) out = "Not enough is told for " + count_in_words(measures) + " of the measures: " + out + ".";
  return out;
}

}  // namespace kith::network
