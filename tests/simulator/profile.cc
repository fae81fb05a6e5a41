#include "profile.h"

#include <algorithm>
#include <numeric>

#include "kith/testing/seeded_random.h"

namespace kith::simulator {
namespace {

constexpr unsigned kFewest = 30;
constexpr unsigned kMost = 90;
constexpr unsigned kNumbers = 1000;
// One history in so many has an invitation in the middle: each costs two Argon2id.
constexpr unsigned kInvites = 200;

const std::vector<Weight>& of_a_person() {
  static const std::vector<Weight> all = {
      {Do::create, 25},     {Do::create_large, 1}, {Do::edit, 60},   {Do::remove, 10},  {Do::withdraw, 6},
      {Do::bring_back, 6},  {Do::keep, 6},         {Do::dismiss, 6}, {Do::share, 10},   {Do::find, 2},
      {Do::sync, 50},       {Do::sync_space, 15},  {Do::live, 8},    {Do::confirm, 3},  {Do::end_pair, 1},
      {Do::restart, 4},     {Do::wait, 3},         {Do::clock, 2},
  };
  return all;
}

// Persons, half open, heals at once, hostile, hasty.
constexpr Setting kHonest{2, true, true, false, false};
constexpr Setting kHasty{2, true, true, false, true};
constexpr Setting kRenewing{2, false, true, false, false};
constexpr Setting kForking{2, true, false, false, false};
constexpr Setting kDeciding{2, false, false, false, false};
constexpr Setting kHostile{3, false, true, true, false};

std::vector<Profile> all_profiles() {
  const std::vector<Weight> lies = {{Do::relay_lies, 30}, {Do::relay_is_honest, 15}, {Do::relay_takes_nothing, 4},
                                    {Do::relay_restart, 3}};
  const std::vector<Weight> rollback = {{Do::relay_keep_copy, 12}, {Do::relay_put_back, 10}, {Do::relay_restart, 3}};
  const std::vector<Weight> crashes = {{Do::crash, 30}, {Do::disk_full, 10}, {Do::lose_reply, 10}};
  const std::vector<Weight> partitions = {{Do::offline, 12}, {Do::online, 12},    {Do::lose_reply, 25},
                                          {Do::twice, 15},   {Do::late_copy, 10}, {Do::relay_restart, 4}};
  const std::vector<Weight> renewals = {{Do::keep_copy, 15}, {Do::put_back, 15}, {Do::renew, 10}, {Do::crash, 8}};
  const std::vector<Weight> forks = {{Do::relay_keep_copy, 8}, {Do::relay_put_back, 8}, {Do::relay_splits, 8},
                                     {Do::relay_takes_nothing, 8}};
  const std::vector<Weight> lost_members = {{Do::relay_keep_copy, 3}, {Do::relay_put_back, 20}, {Do::keep_copy, 12},
                                            {Do::put_back, 20},        {Do::renew, 30},          {Do::decide, 12},
                                            {Do::crash, 4},             {Do::lose_reply, 6}};
  const std::vector<Weight> locked = {{Do::lock, 25}, {Do::sync_locked, 30}, {Do::unlock, 15}, {Do::renew, 4},
                                      {Do::crash, 6}, {Do::lose_reply, 10},  {Do::disk_full, 3}};
  const auto with = [](std::vector<Weight> all, const std::vector<Weight>& more) {
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  const std::vector<Weight> members = {{Do::hostile, 40}, {Do::hostile_member, 10}};
  return {
      {"calm", {}, kHonest, {}},
      {"calm_hasty", {}, kHasty, {}},
      {"crashes", crashes, kHonest, {}},
      {"partitions", partitions, kHonest, {}},
      {"lying_relay", lies, kHonest, {Do::end_pair}},
      {"lying_relay_leaving", lies, kHonest, {}},
      {"rollback", rollback, kHonest, {Do::end_pair}},
      {"rollback_leaving", rollback, kHonest, {}},
      {"renewals", renewals, kRenewing, {}},
      {"fork", forks, kForking, {Do::end_pair}},
      {"deciding", lost_members, kDeciding, {Do::end_pair}},
      {"locked", locked, kHonest, {}},
      {"locked_renewals", with(locked, renewals), kRenewing, {}},
      // What is removed while it is shown ahead of its place comes back: histories_test.cc.
      {"locked_lies", with(locked, lies), kHonest, {Do::remove}},
      {"hostile_words", {{Do::hostile, 60}}, kHostile, {}},
      {"hostile_partner", members, kHostile, {}},
  };
}

Do pick(const std::vector<Weight>& weights, std::uint64_t at) {
  for (const Weight& one : weights) {
    if (at < one.weight) return one.what;
    at -= one.weight;
  }
  return weights.back().what;
}

// Most worlds are small: what goes wrong, goes wrong between two.
unsigned persons_of(std::uint64_t at) {
  if (at < 62) return 2;
  if (at < 95) return 3;
  return at < 98 ? 4 : 6;
}

}  // namespace

std::span<const Profile> profiles() {
  static const std::vector<Profile> all = all_profiles();
  return all;
}

const Profile* profile_named(std::string_view name) {
  for (const Profile& one : profiles()) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

History history_of(const Profile& profile, std::uint64_t seed) {
  testing::SeededRandom random(seed * 2654435761U + profile.name.size());
  History out{seed, profile.setting, {}};
  const auto number = [&](unsigned below) { return static_cast<unsigned>(random.below(below)); };
  if (!profile.setting.hostile) out.setting.persons = persons_of(number(100));
  std::vector<Weight> weights = of_a_person();
  std::erase_if(weights, [&](const Weight& one) {
    return std::find(profile.never.begin(), profile.never.end(), one.what) != profile.never.end();
  });
  weights.insert(weights.end(), profile.faults.begin(), profile.faults.end());
  const unsigned sum = std::accumulate(weights.begin(), weights.end(), 0U,
                                       [](unsigned all, const Weight& one) { return all + one.weight; });
  const unsigned steps = kFewest + number(kMost - kFewest);
  for (unsigned i = 0; i < steps; ++i) {
    const Do what = pick(weights, number(sum));
    const unsigned who = number(out.setting.persons);
    out.ops.push_back({what, who, number(kNumbers), number(kNumbers), number(kNumbers)});
  }
  if (number(kInvites) == 0) {
    const auto at = static_cast<std::ptrdiff_t>(number(steps));
    out.ops.insert(out.ops.begin() + at, {Do::invite, 0, 1 + number(out.setting.persons - 1), 0, 0});
  }
  return out;
}

}  // namespace kith::simulator
