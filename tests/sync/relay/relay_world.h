#pragma once
// A relay over a store in memory, a pair's space on it, and entries of both members.

#include <gtest/gtest.h>

#include "kith/relay/relay.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/matchers.h"
#include "memory_log_store.h"
#include "space_builder.h"

namespace kith::testing {

using envelope::Verdict;

struct RelayWorld : ::testing::Test {
  static relay::RelayOptions open_to_all() {
    relay::RelayOptions out;
    out.open = true;
    return out;
  }
  explicit RelayWorld(relay::RelayOptions options = open_to_all())
      : pair_of_relay(verify::make_sign_pair(random)),
        relay(store, hub, clock, random, verify::sign_pair_of(pair_of_relay.seed), std::move(options)) {}

  // The founding entry is there; the founder has a token.
  void found() {
    ASSERT_THAT(relay.create_space({}, founding), IsOk());
    founder_token = token_of(builder.founder);
  }
  // Both members are there and have tokens; two entries in the log.
  void pair() {
    found();
    const auto addition = membership(builder.founder, builder.add_body(now()));
    ASSERT_EQ(verdict(founder_token, addition), Verdict::counted);
    guest_token = token_of(builder.guest);
  }

  envelope::Membership now() { return store.space(builder.space).value()->membership; }
  envelope::Head head() { return store.space(builder.space).value()->head; }

  Bytes token_of(const envelope::Device& device) {
    const auto challenge = relay.challenge();
    auto tokens = relay.authenticate(challenge, {proof(device, challenge)});
    EXPECT_THAT(tokens, IsOk());
    return tokens.ok() ? tokens->front() : Bytes();
  }
  relay::Proof proof(const envelope::Device& device, const envelope::Challenge& challenge) {
    return {builder.space, device.transport.key,
            envelope::answer_challenge(device.transport, relay.key(), builder.space, challenge)};
  }

  // A membership entry as it would be made now.
  Bytes membership(const envelope::Device& device, const envelope::MembershipBody& body) {
    envelope::EntryHeader h = builder.header(device, body.previous);
    h.seen = head();
    return builder.entry(device, body, h);
  }
  Bytes leave(const envelope::Device& device) { return membership(device, builder.leave_body(now())); }

  // The next data entry of a device, as it would be made now; `spoil` changes its header first.
  Bytes data(const envelope::Device& device, std::size_t size = 300,
             const std::function<void(envelope::EntryHeader&)>& spoil = {}) {
    envelope::EntryHeader h = builder.header(device, now().last);
    const relay::AuthorEnd end = store.author(builder.space, device.sign.key).value();
    h.epoch = now().epoch;
    h.sequence = end.sequence + 1;
    h.previous = end.id;
    h.seen = head();
    if (spoil) spoil(h);
    return envelope::make_entry(h, Bytes(size, 5), device.sign);
  }

  envelope::AppendResult append(const Bytes& token, const Bytes& entry) {
    auto reply = relay.append(token, builder.space, {entry});
    EXPECT_THAT(reply, IsOk());
    return reply.ok() ? reply->results.front() : envelope::AppendResult{};
  }
  Verdict verdict(const Bytes& token, const Bytes& entry) { return append(token, entry).verdict; }

  SeededRandom random{11};
  FakeClock clock;
  MemoryLogStore store;
  relay::Hub hub;
  verify::SignPair pair_of_relay;
  relay::Relay relay;
  envelope::SpaceBuilder builder;
  Bytes founding = builder.entry(builder.founder, builder.found_body());
  Bytes founder_token;
  Bytes guest_token;
};

}  // namespace kith::testing
