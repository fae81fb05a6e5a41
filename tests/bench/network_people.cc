#include "network_people.h"

#include <array>

#include "device.h"
#include "kith/model/functions.h"
#include "kith/network/function.h"
#include "kith/network/phase.h"
#include "kith/network/terms.h"
#include "kith/network/themes.h"

namespace kith::bench {
namespace {

namespace n = network;
using client::Fields;
using model::Kind;
using Ids = std::vector<RecordId>;

constexpr std::size_t kBatch = 1'000;
constexpr std::size_t kYears = 8;
constexpr std::size_t kPersonNoteBytes = 200;
constexpr std::size_t kNextBytes = 40;

constexpr std::array<const char*, 26> kGivenNames{
    "Amina", "Bo",   "Chidi", "Dana",  "Emre",  "Farah", "Goran", "Hana",  "Ilse",  "Jonas", "Keiko", "Lamar", "Mira",
    "Noor",  "Otto", "Priya", "Quinn", "Rosa",  "Sven",  "Tomek", "Uma",   "Vera",  "Wanda", "Ximena", "Yusuf", "Zoe"};
constexpr std::array<const char*, 17> kFamilyNames{"Adeyemi", "Brandvold", "Castro", "Dubois", "Eriksen", "Fofana",
                                                   "Groot",   "Haddad",    "Ito",    "Jansen", "Kowalski", "Lindqvist",
                                                   "Moreau",  "Nakamura",  "Okafor", "Petrov", "Quiroga"};

std::string full_name(std::size_t i) {
  return std::string(kGivenNames[i % kGivenNames.size()]) + " " + kFamilyNames[i % kFamilyNames.size()];
}

// The codes of a list in turn.
template <typename E>
model::Value code(std::size_t i) {
  const auto all = n::terms<E>();
  return std::string(all[i % all.size()].code);
}

model::Value number(std::size_t value) { return static_cast<std::int64_t>(value); }

// A day `months` before the network's.
model::PartialDate months_ago(std::size_t months, std::size_t day) {
  const int at = kNetworkDay.year * 12 + kNetworkDay.month - 1 - static_cast<int>(months);
  return {static_cast<std::int16_t>(at / 12), static_cast<std::uint8_t>(at % 12 + 1),
          static_cast<std::uint8_t>(day % 28 + 1)};
}

// Everything that is written, a batch of each kind at a time.
class Filling {
 public:
  Filling(client::Replica& replica, const NetworkSizes& sizes) : replica_(replica), sizes_(sizes) {}

  Result<void> fill() {
    KITH_CHECK(describe_myself());
    KITH_CHECK(add_people());
    KITH_CHECK(add_ties());
    KITH_CHECK(add_facts());
    KITH_CHECK(add_acquaintances());
    return add_entries();
  }

 private:
  Result<Ids> add(Kind kind, const std::vector<Fields>& records) {
    return replica_.create_records(client::kSelfSpace, kind, records);
  }

  Result<void> describe_myself() {
    KITH_TRY(const auto mine, replica_.list(client::kSelfSpace, Kind::profile));
    if (mine.empty()) return fail(Code::INTERNAL, "this vault has no profile");
    KITH_CHECK(replica_.edit(client::kSelfSpace, mine.front().record.id,
                             {{model::profile::kBirthYear, number(1988)},
                              {model::profile::kCareerStage, code<n::CareerStage>(1)},
                              {model::profile::kLevel, number(2)},
                              {model::profile::kAllPairsTold, number(1)}}));
    std::vector<Fields> goals;
    for (std::size_t i = 0; i < 3; ++i) {
      goals.push_back({{model::goal::kText, words(kNextBytes, i)},
                       {model::goal::kState, "open"},
                       {model::goal::kHorizon, code<n::Horizon>(i)},
                       {model::goal::kGoalKind, code<n::GoalKind>(i)}});
    }
    KITH_CHECK(add(Kind::goal, goals));
    std::vector<Fields> needs;
    for (std::size_t i = 0; i < n::kFunctionCount; ++i) {
      needs.push_back({{model::need::kFunction, std::string(model::kFunctions[i].code)},
                       {model::need::kImportance, number(i % 4)}});
    }
    KITH_CHECK(add(Kind::need, needs));
    std::vector<Fields> events;
    for (std::size_t i = 0; i < 4; ++i) {
      events.push_back({{model::life_event::kWhat, code<n::LifeEvent>(i)},
                        {model::life_event::kWhen, months_ago(12 + 20 * i, i)}});
    }
    KITH_CHECK(add(Kind::life_event, events));
    return {};
  }

  Result<void> add_people() {
    std::vector<Fields> people;
    for (std::size_t i = 0; i < sizes_.people; ++i) {
      people.push_back({{model::person::kName, full_name(i)},
                        {model::person::kOrganization, "Organization " + std::to_string(i % 5)},
                        {model::person::kBirthYear, number(1958 + i * 7 % 44)},
                        {model::person::kLevel, number(i % 5)},
                        {model::person::kSystem, code<n::SocialSystem>(i)},
                        {model::person::kSeniority, code<n::Seniority>(i)},
                        {model::person::kInside, number(i % 2)},
                        {model::person::kSource, code<n::DeveloperSource>(i)},
                        {model::person::kConnector, number(i % 6 == 0 ? 1 : 0)},
                        {model::person::kTags, model::List{model::Value("tag " + std::to_string(i % 4))}}});
    }
    KITH_TRY(people_, add(Kind::person, people));
    return {};
  }

  Result<void> add_ties() {
    std::vector<Fields> ties;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      ties.push_back({{model::relationship::kPerson, people_[i]},
                      {model::relationship::kKind, code<n::TieKind>(i)},
                      {model::relationship::kSince, months_ago(90 - 3 * i % 60, i)},
                      {model::relationship::kOrigin, code<n::Origin>(i)},
                      {model::relationship::kInitiative, code<n::Initiative>(i)},
                      {model::relationship::kCloseness, code<n::Closeness>(i)},
                      {model::relationship::kFrequency, code<n::Frequency>(i)},
                      {model::relationship::kTrust, code<n::Degree>(i)},
                      {model::relationship::kIdealDays, number(14 + i % 3 * 14)},
                      {model::relationship::kMaxDays, number(60)},
                      {model::relationship::kVotes,
                       model::List{number(i % 3), number((i + 1) % 3), number((i + 2) % 3), number(1)}}});
    }
    KITH_CHECK(add(Kind::relationship, ties));
    return {};
  }

  // What else is told of each: two ties at work, three turning points, two phases and so on.
  Result<void> add_facts() {
    std::vector<Fields> structure;
    std::vector<Fields> points;
    std::vector<Fields> phases;
    std::vector<Fields> marks;
    std::vector<Fields> flags;
    std::vector<Fields> pauses;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const model::Value who = people_[i];
      for (std::size_t k = 0; k < 3; ++k) {
        points.push_back({{model::turning_point::kPerson, who},
                          {model::turning_point::kPoint,
                           std::string(n::turning_points()[(i + 3 * k) % n::kTurningPoints].code)},
                          {model::turning_point::kWhen, months_ago(80 - 24 * k, i)}});
        marks.push_back({{model::function_mark::kPerson, who},
                         {model::function_mark::kFunction,
                          std::string(model::kFunctions[(i * 2 + k) % n::kFunctionCount].code)},
                         {model::function_mark::kDirection, k % 2 == 0 ? "received" : "given"},
                         {model::function_mark::kIntensity, number(1 + k)}});
      }
      for (std::size_t k = 0; k < 2; ++k) {
        structure.push_back({{model::structure::kPerson, who},
                             {model::structure::kType, code<n::StructuralTie>(i + k)},
                             {model::structure::kFrom, months_ago(84 - 40 * k, i)}});
        phases.push_back({{model::phase_span::kPerson, who},
                          {model::phase_span::kPhase, code<n::Phase>(k)},
                          {model::phase_span::kFrom, months_ago(84 - 40 * k, i)}});
      }
      if (i % 5 == 0) {
        flags.push_back({{model::care_flag::kPerson, who}, {model::care_flag::kFlag, code<n::CareFlag>(i)}});
      }
      if (i % 4 == 0) {
        pauses.push_back({{model::pause::kPerson, who},
                          {model::pause::kFrom, months_ago(30, i)},
                          {model::pause::kUntil, months_ago(28, i)}});
      }
    }
    KITH_CHECK(add(Kind::structure, structure));
    KITH_CHECK(add(Kind::turning_point, points));
    KITH_CHECK(add(Kind::phase_span, phases));
    KITH_CHECK(add(Kind::function_mark, marks));
    KITH_CHECK(add(Kind::care_flag, flags));
    KITH_CHECK(add(Kind::pause, pauses));
    return {};
  }

  // One pair in three knows each other.
  Result<void> add_acquaintances() {
    std::vector<Fields> pairs;
    for (std::size_t a = 0; a < people_.size(); ++a) {
      for (std::size_t b = a + 1; b < people_.size(); ++b) {
        if ((a * 7 + b * 3) % 3 != 0) continue;
        pairs.push_back({{model::acquaintance::kPerson, people_[a]},
                         {model::acquaintance::kOther, people_[b]},
                         {model::acquaintance::kHow, code<n::Acquaintance>(1 + (a + b) % 2)}});
      }
    }
    KITH_CHECK(add(Kind::acquaintance, pairs));
    return {};
  }

  Fields entry(std::size_t i) const {
    static constexpr std::array<const char*, 4> kMedia{"in-person", "video", "phone", "message"};
    model::List with{model::Value(people_[i % people_.size()])};
    if (i % 8 == 0) with.emplace_back(people_[(i + 5) % people_.size()]);
    // Spread evenly, the last one a few days ago.
    const std::size_t month = (sizes_.entries - 1 - i) * kYears * 12 / sizes_.entries;
    model::List marks;
    for (std::size_t k = 0; k < 1 + i % 2; ++k) {
      marks.emplace_back(std::string(model::kFunctions[(i * 5 + k) % n::kFunctionCount].code) +
                         (k == 0 ? ":received:" : ":given:") + std::to_string(1 + i % 3));
    }
    Fields out{{model::conversation::kWith, std::move(with)},
               {model::conversation::kWhen, months_ago(month + 1, i)},
               {model::conversation::kMedium, kMedia[i % kMedia.size()]},
               {model::conversation::kFunctions, std::move(marks)},
               {model::conversation::kNote, words(kPersonNoteBytes, i)},
               {model::conversation::kMinutes, number(15 + i % 5 * 15)},
               {model::conversation::kQuality, number(i % 4)}};
    if (i % 4 == 0) {
      const auto themes = n::themes_of(static_cast<n::CareerStage>(i / 4 % 4), static_cast<n::PeerType>(i / 16 % 3));
      if (!themes.empty()) {
        out[model::conversation::kThemes] = model::List{model::Value(std::string(themes[i % themes.size()]))};
      }
    }
    if (i % 5 == 0) out[model::conversation::kNext] = words(kNextBytes, i);
    if (i % 50 == 0) out[model::conversation::kNextDate] = months_ago(month, i);
    return out;
  }

  Result<void> add_entries() {
    for (std::size_t done = 0; done < sizes_.entries;) {
      std::vector<Fields> batch;
      for (; batch.size() < kBatch && done < sizes_.entries; ++done) batch.push_back(entry(done));
      KITH_CHECK(add(Kind::conversation, batch));
    }
    return {};
  }

  client::Replica& replica_;
  const NetworkSizes& sizes_;
  Ids people_;
};

}  // namespace

Result<void> fill_network(const std::filesystem::path& folder, const NetworkSizes& sizes) {
  KITH_TRY(const Device device, Device::open(folder));
  return Filling(*device.replica, sizes).fill();
}

std::string made_up_cards(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string given = kGivenNames[i % kGivenNames.size()];
    // So that no name stands twice.
    const std::string family = std::string(kFamilyNames[i % kFamilyNames.size()]) + "-" +
                               kFamilyNames[i / kFamilyNames.size() % kFamilyNames.size()] + " " + std::to_string(i);
    const std::string digits = std::to_string(1'000 + i);
    const std::string month = std::to_string(10 + i % 3);
    out += "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Example//Phone 1.0//EN\r\n";
    out += "N:" + family + ";" + given + ";;;\r\nFN:" + given + " " + family + "\r\n";
    if (i % 3 == 0) out += "NICKNAME:" + given.substr(0, 2) + "\r\n";
    out += "ORG:Organization " + std::to_string(i % 40) + ";Unit " + std::to_string(i % 7) + "\r\n";
    out += "TITLE:Section manager\r\n";
    out += "EMAIL;type=INTERNET;type=WORK;type=pref:person" + digits + "@example.org\r\n";
    out += "EMAIL;type=INTERNET;type=HOME:person" + digits + "@example.com\r\n";
    out += "TEL;type=CELL;type=VOICE;type=pref:+47 555 0" + digits + "\r\nTEL;type=WORK:+47 556 0" + digits + "\r\n";
    out += "ADR;type=HOME:;;" + digits + " Example Street;Oslo;;0150;Norway\r\n";
    out += "BDAY:" + std::to_string(1950 + i % 50) + "-" + month + "-1" + std::to_string(i % 10) + "\r\n";
    out += "item1.URL;type=pref:https://example.org/people/" + digits + "\r\nitem1.X-ABLabel:_$!<HomePage>!$_\r\n";
    if (i % 4 == 0) {
      out += "NOTE:Met at a conference\\, asked the question\r\n  nobody else asked.\\nSaid: \"write to me\".\r\n";
    }
    out += "CATEGORIES:colleagues,example\r\nREV:2026-01-15T10:00:00Z\r\nEND:VCARD\r\n";
  }
  return out;
}

}  // namespace kith::bench
