#pragma once
// Two people, their devices and a relay, all in memory.

#include <gtest/gtest.h>

#include "kith/client/pairing.h"
#include "kith/client/sync_client.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/matchers.h"
#include "kith/testing/memory_store.h"
#include "kith/testing/seeded_random.h"
#include "memory_relay.h"

namespace kith::testing {

struct Device {
  Device(MemoryRelay& relay, const Clock& c, Random& r)
      : clock(c), random(r), administration(crypto::make_agree_pair(r)), transport(relay) {
    auto made = client::Replica::create(store, clock, random, administration.key);
    EXPECT_THAT(made, IsOk());
    replica = *std::move(made);
  }
  // As after a crash: only what was committed is there.
  void restart() {
    replica.reset();
    auto opened = client::Replica::open(store, clock, random, administration.key);
    ASSERT_THAT(opened, IsOk());
    replica = *std::move(opened);
  }
  client::SyncReport sync() {
    auto report = client::SyncClient(*replica, transport).sync();
    EXPECT_THAT(report, IsOk());
    return report.ok() ? *report : client::SyncReport{};
  }
  std::vector<Code> alarms_of_sync() {
    std::vector<Code> codes;
    for (const client::Alarm& alarm : sync().alarms) codes.push_back(alarm.code);
    return codes;
  }
  RecordId add(client::SpaceNumber space, model::Kind kind, const std::string& text) {
    auto id = replica->create_record(space, kind, {{1, text}});
    EXPECT_THAT(id, IsOk());
    return id.ok() ? *id : RecordId{};
  }
  std::vector<std::string> texts(client::SpaceNumber space, model::Kind kind) {
    std::vector<std::string> out;
    auto list = replica->list(space, kind);
    EXPECT_THAT(list, IsOk());
    if (list.ok()) {
      for (const client::Shown& shown : *list) out.push_back(shown.record.text(1));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  const Clock& clock;
  Random& random;
  crypto::AgreePair administration;
  MemoryStore store;
  RelayTransport transport;
  std::unique_ptr<client::Replica> replica;
};

struct World : ::testing::Test {
  SeededRandom random{7};
  FakeClock clock;
  MemoryRelay relay{random, clock};
  Device mentor{relay, clock, random};
  Device protege{relay, clock, random};
  client::SpaceNumber pair_of_mentor = 0;
  client::SpaceNumber pair_of_protege = 0;

  // The whole ceremony: both confirm, both know it.
  void pair() {
    client::Pairing inviter(*mentor.replica);
    client::Pairing accepter(*protege.replica);
    auto invitation = inviter.invite(mentor.transport, "Ilse", {}, "relay.example.org:443");
    ASSERT_THAT(invitation, IsOk());
    auto accepted = accepter.accept(protege.transport, invitation->code, "Tomasz", {});
    ASSERT_THAT(accepted, IsOk());
    ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
    auto confirmed = inviter.confirm(mentor.transport, invitation->id, accepted->digits, mentor.administration);
    ASSERT_THAT(confirmed, IsOk());
    auto second = accepter.confirm(protege.transport, accepted->id, accepted->digits, protege.administration);
    ASSERT_THAT(second, IsOk());
    EXPECT_TRUE(second->verified);
    mentor.sync();
    pair_of_mentor = confirmed->space;
    pair_of_protege = accepted->space;
    pair_id = invitation->id;
    accepted_id = accepted->id;
  }
  RecordId pair_id;
  RecordId accepted_id;

  void quiet() {
    for (int i = 0; i < 3; ++i) {
      mentor.sync();
      protege.sync();
    }
  }
};

}  // namespace kith::testing
