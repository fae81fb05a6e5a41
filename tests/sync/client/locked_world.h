#pragma once
// A mentor who syncs while her vault is locked: the key and the shelf that are for that time, and what she does by them.

#include <gmock/gmock.h>

#include "kith/client/locked.h"
#include "kith/client/moving.h"
#include "locked/shelved.h"
#include "memory_shelf.h"
#include "world.h"

namespace kith::testing {

struct LockedTest : World {
  using Texts = std::vector<std::string>;
  using Codes = std::vector<Code>;

  void SetUp() override {
    pair();
    remember_relay(mentor);
    quiet();
    auto made = locked().allow();
    ASSERT_THAT(made, IsOk());
    key = *std::move(made);
  }
  void remember_relay(Device& device) {
    ASSERT_THAT(device.replica->set_setting(client::kRelayAddressSetting, as_bytes("relay.example.org:443")), IsOk());
    ASSERT_THAT(device.replica->set_setting(client::kRelayCertificateSetting, as_bytes("a certificate")), IsOk());
  }
  client::Locked locked() { return client::Locked(*mentor.replica, shelf); }
  RecordId line(Device& device, const std::string& text) {
    return device.add(&device == &protege ? pair_of_protege : pair_of_mentor, model::Kind::agenda_line, text);
  }
  Texts lines(Device& device) {
    return device.texts(&device == &protege ? pair_of_protege : pair_of_mentor, model::Kind::agenda_line);
  }
  void partner_writes(const std::string& text) {
    line(protege, text);
    protege.sync();
  }
  // What a program does behind a locked screen: it has the key, the shelf and a network.
  Result<client::LockedReport> try_sync() {
    KITH_TRY(client::LockedSync sync, client::LockedSync::open(key, shelf, random));
    client::LockedReport report;
    KITH_CHECK(sync.run(mentor.transport, report));
    return report;
  }
  client::LockedReport sync_locked() {
    const auto report = try_sync();
    EXPECT_THAT(report, IsOk());
    return report.ok() ? *report : client::LockedReport{};
  }
  Codes troubles(const client::LockedReport& report) {
    Codes out;
    for (const auto& one : report.troubles) out.push_back(one.code);
    return out;
  }
  // As unlocking does.
  client::SyncReport unlock() {
    mentor.restart();
    auto report = locked().take_in();
    EXPECT_THAT(report, IsOk());
    EXPECT_EQ(shelf.pages(), 0U);
    return report.ok() ? *report : client::SyncReport{};
  }
  void lock() { ASSERT_THAT(locked().prepare(), IsOk()); }
  Codes alarms() {
    Codes out;
    const auto all = mentor.replica->alarms();
    EXPECT_THAT(all, IsOk());
    if (all.ok()) {
      for (const auto& one : *all) out.push_back(one.code);
    }
    return out;
  }
  SpaceId pair_space() { return mentor.replica->space(pair_of_mentor)->membership.space; }
  MemoryRelay::Space& log() { return relay.spaces.at(pair_space()); }
  // An honest relay, and nothing that was written is missing anywhere or there twice.
  void expect_whole(const Texts& expected) {
    relay.on_fetch = {};
    relay.on_head_at = {};
    relay.on_append = {};
    quiet();
    EXPECT_EQ(lines(mentor), expected);
    EXPECT_EQ(lines(protege), expected);
  }

  MemoryShelf shelf;
  Secret key;
};

}  // namespace kith::testing
