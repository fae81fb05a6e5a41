#include "person.h"

#include <algorithm>

namespace kith::simulator {

Person::Person(unsigned n, Disk::Rows rows, const Secret& secret, Host& host, Trace& trace, Random& r)
    : number(n), random(r), administration(crypto::agree_pair_of(secret)), link(host, trace) {
  disk.put_back(std::move(rows));
  if (disk.rows().empty()) {
    create();
  } else {
    open();
  }
}

void Person::create() {
  auto made = client::Replica::create(disk, clock, random, administration.key);
  opens = made.ok();
  if (opens) replica = *std::move(made);
}

void Person::open() {
  replica.reset();
  auto opened = client::Replica::open(disk, clock, random, administration.key);
  opens = opens && opened.ok();
  if (opened.ok()) replica = *std::move(opened);
}

std::vector<client::SpaceInfo> Person::spaces() const {
  auto all = replica->spaces();
  return all.ok() ? *std::move(all) : std::vector<client::SpaceInfo>();
}

std::optional<client::SpaceNumber> Person::number_of(const SpaceId& space) const {
  for (const client::SpaceInfo& info : spaces()) {
    if (info.membership.space == space) return info.number;
  }
  return std::nullopt;
}

std::vector<client::Pair> Person::pairs() const {
  auto all = client::Pairing(*replica).list();
  return all.ok() ? *std::move(all) : std::vector<client::Pair>();
}

std::vector<client::Shown> Person::records(client::SpaceNumber space) const {
  std::vector<client::Shown> out;
  using model::Kind;
  for (const Kind kind : {Kind::note, Kind::goal, Kind::agenda_line, Kind::passage}) {
    auto list = replica->list(space, kind);
    if (!list.ok()) continue;
    for (client::Shown& shown : *list) out.push_back(std::move(shown));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.record.id < b.record.id; });
  return out;
}

bool Person::must_renew() const {
  const auto state = client::Renewal(*replica).state();
  return state.ok() && state->needed();
}

bool Person::must_decide() const {
  const auto all = spaces();
  return std::any_of(all.begin(), all.end(), [](const client::SpaceInfo& space) { return space.needs_decision; });
}

Result<client::SyncReport> Person::decide() {
  client::SyncReport last;
  for (const client::SpaceInfo& space : spaces()) {
    if (!space.needs_decision) continue;
    KITH_TRY(last, client::SyncClient(*replica, link).decide_fork(space.number, administration));
  }
  return last;
}

}  // namespace kith::simulator
