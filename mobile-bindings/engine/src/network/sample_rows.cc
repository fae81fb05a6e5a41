#include "network/sample_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>

#include "kith/network/kind_hint.h"
#include "kith/network/kram_1983.h"
#include "kith/network/kram_isabella_1985.h"
#include "session/people.h"

namespace kith::engine {
namespace {

namespace n = network;

std::string text(int number) { return std::to_string(number); }
std::string text(const std::optional<int>& number) { return number ? std::to_string(*number) : std::string(); }
std::string text(n::Sex sex) { return sex == n::Sex::M ? "M" : "F"; }
std::string text(const std::optional<n::Sex>& sex) { return sex ? text(*sex) : std::string(); }

// Two digits behind the point, as the papers give means.
std::string mean_text(const std::vector<int>& numbers) {
  if (numbers.empty()) return "-";
  const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
  const long hundredths = std::lround(mean * 100);
  const std::string cents = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
}

// Of numbers in order; the middle of the two where there are two.
std::string median_text(const std::vector<int>& sorted) {
  if (sorted.empty()) return "-";
  const std::size_t half = sorted.size() / 2;
  if (sorted.size() % 2 != 0) return text(sorted[half]);
  const int both = sorted[half - 1] + sorted[half];
  return text(both / 2) + (both % 2 != 0 ? ".5" : "");
}

std::vector<int> column(const Cells& cells, std::size_t index) {
  std::vector<int> out;
  for (const auto& row : cells) {
    if (index < row.size() && !row[index].empty()) out.push_back(std::atoi(row[index].c_str()));
  }
  return out;
}

const std::string& cell(const std::vector<std::string>& row, std::size_t index) {
  static const std::string kEmpty;
  return index < row.size() ? row[index] : kEmpty;
}

std::optional<int> number_in(const std::vector<std::string>& row, std::size_t index) {
  const std::string& digits = cell(row, index);
  return digits.empty() ? std::nullopt : std::optional(std::atoi(digits.c_str()));
}

// How many rows have that shape, by the differences that stand in them.
std::string shaped(const Cells& cells, std::size_t age, std::size_t level, n::ShapedLike like) {
  return text(static_cast<int>(std::count_if(cells.begin(), cells.end(), [&](const auto& row) {
    return n::shape_like({number_in(row, age), number_in(row, level)}) == like;
  })));
}

std::string per_value(const std::vector<std::string>& values) {
  std::map<std::string, int> counts;
  for (const std::string& value : values) ++counts[value];
  std::string out;
  for (const auto& [value, count] : counts) out += (out.empty() ? "" : ", ") + value + ": " + std::to_string(count);
  return out;
}

// ---- Kram 1983 ----

Cells rows_1983() {
  Cells out;
  for (const n::MentorPair& row : n::kram_1983()) {
    out.push_back({text(row.relationship), text(row.junior_age), text(row.junior_sex), text(row.junior_level),
                   text(row.senior_age), text(row.senior_sex), std::string(row.senior_level_printed),
                   text(row.senior_level_derived), text(row.age_difference), text(row.level_difference),
                   std::string(row.shared_junior), std::string(row.shared_senior)});
  }
  return out;
}

Result<std::string> says_1983(std::size_t row, const model::PartialDate& today) {
  if (row >= n::kram_1983().size()) return std::string();
  const n::MentorPair& pair = n::kram_1983()[row];
  KITH_TRY(const n::Assessment phase, n::assess_phase(n::told_by(pair, today)));
  KITH_TRY(const n::KindHint hint, n::kind_hint(n::shape_of(pair), {}));
  std::string out = phase.phase ? "phase: " + std::string(n::term(*phase.phase).term) : "phase: not enough to say";
  if (hint.shape != n::ShapedLike::unknown) {
    out += hint.shape == n::ShapedLike::mentoring ? "; shaped like mentoring" : "; shaped like a peer";
  }
  return out;
}

// People who stand in two rows, by the letter that both rows carry, count once.
std::vector<std::vector<std::string>> people_of(const Cells& cells, std::size_t shared) {
  std::set<std::string> seen;
  std::vector<std::vector<std::string>> out;
  for (const auto& row : cells) {
    const std::string& letter = cell(row, shared);
    if (letter.empty() || seen.insert(letter).second) out.push_back(row);
  }
  return out;
}

std::vector<std::string> values_of(const Cells& rows, std::size_t index) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(cell(row, index));
  return out;
}

std::vector<Checksum> checksums_1983(const Cells& cells) {
  constexpr std::size_t kJrAge = 1, kJrSex = 2, kJrLevel = 3, kSrAge = 4, kSrSex = 5, kSrLevel = 6, kDerived = 7,
                        kAgeDiff = 8, kLevelDiff = 9, kSharedJr = 10, kSharedSr = 11;
  const Cells juniors = people_of(cells, kSharedJr);
  const Cells seniors = people_of(cells, kSharedSr);
  int ages = 0;
  int levels = 0;
  std::vector<std::string> sexes;
  for (const auto& row : cells) {
    const auto number = [&row](std::size_t index) { return std::atoi(cell(row, index).c_str()); };
    ages += number(kAgeDiff) == number(kSrAge) - number(kJrAge) ? 1 : 0;
    levels += number(kLevelDiff) == number(kDerived) - number(kJrLevel) ? 1 : 0;
    const std::string& junior = cell(row, kJrSex);
    const std::string& senior = cell(row, kSrSex);
    sexes.push_back(junior == senior ? junior + "-" + senior : "cross-sex");
  }
  const std::vector<int> jr = column(juniors, kJrAge);
  const std::vector<int> sr = column(seniors, kSrAge);
  std::vector<int> differences = column(cells, kAgeDiff);
  std::sort(differences.begin(), differences.end());
  const bool some = !differences.empty();
  return {
      {"relationships", "18", text(static_cast<int>(cells.size()))},
      {"age differences that are senior less junior", "18", text(ages)},
      {"level differences that are senior less junior", "18", text(levels)},
      {"juniors", "15", text(static_cast<int>(juniors.size()))},
      {"sum of juniors' ages", "470", text(std::accumulate(jr.begin(), jr.end(), 0))},
      {"mean of juniors' ages", "31.33", mean_text(jr)},
      {"seniors", "16", text(static_cast<int>(seniors.size()))},
      {"sum of seniors' ages", "752", text(std::accumulate(sr.begin(), sr.end(), 0))},
      {"mean of seniors' ages", "47.00", mean_text(sr)},
      {"juniors by sex", "F: 7, M: 8", per_value(values_of(juniors, kJrSex))},
      {"seniors by sex", "F: 1, M: 15", per_value(values_of(seniors, kSrSex))},
      {"seniors by level", "3: 3, 4: 9, 5: 2, Left company: 1, Retired: 1", per_value(values_of(seniors, kSrLevel))},
      {"juniors by level", "2: 6, 3: 9", per_value(values_of(juniors, kJrLevel))},
      {"mean of age differences", "15.39", mean_text(differences)},
      {"median of age differences", "13.5", median_text(differences)},
      {"least and greatest age difference", "5, 30",
       some ? text(differences.front()) + ", " + text(differences.back()) : std::string("-")},
      {"level differences", "0: 1, 1: 10, 2: 7", per_value(values_of(cells, kLevelDiff))},
      {"pairs by sex", "F-F: 1, M-M: 10, cross-sex: 7", per_value(sexes)},
      {"relationships shaped like mentoring", "16", shaped(cells, kAgeDiff, kLevelDiff, n::ShapedLike::mentoring)},
  };
}

// ---- Kram & Isabella 1985 ----

std::string_view career_text(n::Career career) {
  switch (career) {
    case n::Career::early: return "early";
    case n::Career::middle: return "middle";
    case n::Career::late: return "late";
  }
  return {};
}

Cells rows_1985() {
  Cells out;
  for (const n::PeerPair& row : n::kram_isabella_1985()) {
    out.push_back({text(row.pair), std::string(row.focal), std::string(career_text(row.stage)),
                   std::string(row.focal_status), text(row.focal_age), text(row.focal_sex), text(row.other_sex),
                   text(row.other_age), std::string(row.other_status), text(row.age_difference),
                   text(row.level_difference)});
  }
  return out;
}

Result<std::string> says_1985(std::size_t row, const model::PartialDate&) {
  if (row >= n::kram_isabella_1985().size()) return std::string();
  const n::PeerPair& pair = n::kram_isabella_1985()[row];
  if (!pair.pair) return std::string("nobody named: an empty map is an answer too");
  KITH_TRY(const n::KindHint hint, n::kind_hint(n::shape_of(pair), {}));
  std::string out;
  if (hint.shape != n::ShapedLike::unknown) {
    out = hint.shape == n::ShapedLike::mentoring ? "shaped like mentoring" : "shaped like a peer";
  }
  if (!pair.level_difference) out += (out.empty() ? "" : "; ") + std::string("level unknown: no rung of the ladder");
  return out;
}

std::vector<Checksum> checksums_1985(const Cells& cells) {
  constexpr std::size_t kPair = 0, kFocal = 1, kStage = 2, kStatus = 3, kAge = 4, kSex = 5, kOtherAge = 7,
                        kOtherStatus = 8, kAgeDiff = 9, kLevelDiff = 10;
  std::map<std::string, std::vector<std::string>> focal;
  std::map<std::string, int> named;
  for (const auto& row : cells) {
    focal[cell(row, kFocal)] = row;
    named[cell(row, kFocal)] += cell(row, kPair).empty() ? 0 : 1;
  }
  Cells persons;
  std::vector<std::string> cited;
  for (const auto& [name, row] : focal) {
    persons.push_back(row);
    cited.push_back(text(named[name]));
  }
  std::vector<int> differences = column(cells, kAgeDiff);
  for (int& difference : differences) difference = std::abs(difference);
  std::sort(differences.begin(), differences.end());
  const std::vector<int> levels = column(cells, kLevelDiff);
  int ages_agree = 0;
  int levels_agree = 0;
  for (const auto& row : cells) {
    const auto mine = n::level_of(cell(row, kStatus));
    const auto theirs = n::level_of(cell(row, kOtherStatus));
    const auto age = number_in(row, kOtherAge);
    ages_agree += age && number_in(row, kAgeDiff) == *age - std::atoi(cell(row, kAge).c_str()) ? 1 : 0;
    levels_agree += mine && theirs && number_in(row, kLevelDiff) == *theirs - *mine ? 1 : 0;
  }
  const bool some = !differences.empty();
  return {
      {"pairs", "25", text(static_cast<int>(column(cells, kPair).size()))},
      {"focal persons", "15", text(static_cast<int>(persons.size()))},
      {"focal persons by stage", "early: 6, late: 4, middle: 5", per_value(values_of(persons, kStage))},
      {"focal persons by number of others", "0: 1, 1: 3, 2: 11", per_value(cited)},
      {"focal persons by sex", "F: 7, M: 8", per_value(values_of(persons, kSex))},
      {"age differences that are the other's less the focal one's", "25", text(ages_agree)},
      {"level differences that follow from the ladder", "24", text(levels_agree)},
      {"mean of age differences, either way", "5.72", mean_text(differences)},
      {"median of them", "5", median_text(differences)},
      {"greatest of them", "23", some ? text(differences.back()) : std::string("-")},
      {"pairs of known level difference", "24", text(static_cast<int>(levels.size()))},
      {"pairs on the same level", "13", text(static_cast<int>(std::count(levels.begin(), levels.end(), 0)))},
      {"pairs shaped like peers", "23", shaped(cells, kAgeDiff, kLevelDiff, n::ShapedLike::peer)},
  };
}

}  // namespace

std::span<const SampleSet> sample_sets() {
  static const SampleSet kSets[] = {
      {"kram1983",
       {"rel", "jr_age", "jr_sex", "jr_level", "sr_age", "sr_sex", "sr_level", "sr_level_derived", "age_diff",
        "level_diff", "shared_jr", "shared_sr"},
       rows_1983, says_1983, checksums_1983},
      {"kram-isabella1985",
       {"pair", "focal", "stage", "f_status", "f_age", "f_sex", "o_sex", "o_age", "o_status", "age_diff",
        "level_diff"},
       rows_1985, says_1985, checksums_1985},
  };
  return kSets;
}

}  // namespace kith::engine
