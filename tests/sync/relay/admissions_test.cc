// Tokens that the operator makes and takes back while the relay runs.

#include <atomic>
#include <memory>
#include <thread>

#include "relay_world.h"

namespace kith::testing {
namespace {

constexpr std::int64_t kDay = 24LL * 3600 * 1000;

struct AdmissionsTest : RelayWorld {
  AdmissionsTest() : RelayWorld(relay::RelayOptions{}) {}

  // By the same founder, of another space each.
  Bytes another_founding(Byte n) {
    others.push_back(std::make_unique<envelope::SpaceBuilder>());
    envelope::SpaceBuilder& other = *others.back();
    other.genesis.random.bytes[0] = static_cast<Byte>(other.genesis.random.bytes[0] + n);
    other.space = envelope::space_id(other.genesis);
    return other.entry(other.founder, other.found_body());
  }
  std::string made(const std::string& name, std::optional<std::uint64_t> uses = {}, std::int64_t lasts_ms = 0) {
    auto token = relay.make_admission(name, uses, lasts_ms);
    EXPECT_THAT(token, IsOk());
    return token.value();
  }
  auto make_space(const std::string& token, const Bytes& entry) { return relay.create_space(as_bytes(token), entry); }
  relay::Admission only() { return relay.admissions().value().at(0); }

  std::vector<std::unique_ptr<envelope::SpaceBuilder>> others;
};

TEST_F(AdmissionsTest, ATokenMakesASpaceAndIsCounted) {
  const std::string token = made("office");
  EXPECT_EQ(token.size(), 48U);
  EXPECT_THAT(make_space("no such token at all", founding), Fails(Code::PERMISSION_DENIED));
  ASSERT_THAT(make_space(token, founding), IsOk());
  EXPECT_EQ(only().spaces_made, 1U);
  EXPECT_FALSE(only().uses_left);
  EXPECT_EQ(store.space(builder.space).value()->admission,
            to_bytes(relay::admission_hash(as_bytes(token)).view()));
}

TEST_F(AdmissionsTest, ATokenIsUsedUp) {
  const std::string token = made("two", 2);
  ASSERT_THAT(make_space(token, founding), IsOk());
  ASSERT_THAT(make_space(token, founding), IsOk()) << "the same again costs nothing";
  EXPECT_EQ(only().uses_left, 1U);
  ASSERT_THAT(make_space(token, another_founding(2)), IsOk());
  EXPECT_THAT(make_space(token, another_founding(3)), Fails(Code::PERMISSION_DENIED));
  EXPECT_EQ(only().uses_left, 0U);
  EXPECT_EQ(only().spaces_made, 2U);
}

TEST_F(AdmissionsTest, ATokenExpires) {
  const std::string token = made("short", {}, kDay);
  clock.advance(kDay - 1);
  ASSERT_THAT(make_space(token, founding), IsOk());
  clock.advance(1);
  EXPECT_THAT(make_space(token, another_founding(2)), Fails(Code::PERMISSION_DENIED));
}

TEST_F(AdmissionsTest, ATokenThatIsTakenBackMakesNothingMoreAndItsSpacesStay) {
  const std::string token = made("office");
  ASSERT_THAT(make_space(token, founding), IsOk());
  ASSERT_THAT(relay.revoke_admission("office"), IsOk());
  ASSERT_THAT(relay.revoke_admission("office"), IsOk()) << "twice is as good as once";
  EXPECT_TRUE(only().revoked);
  EXPECT_THAT(make_space(token, another_founding(2)), Fails(Code::PERMISSION_DENIED));
  founder_token = token_of(builder.founder);
  EXPECT_THAT(relay.inspect(founder_token, builder.space), IsOk());
  EXPECT_THAT(relay.revoke_admission("another"), Fails(Code::NOT_FOUND));
}

TEST_F(AdmissionsTest, WhatFoundsNothingCostsNoUse) {
  const std::string token = made("one", 1);
  Bytes forged = founding;
  forged.back() ^= 1;
  EXPECT_THAT(make_space(token, forged), Fails(Code::MALFORMED));
  store.fail_with(Code::NO_SPACE);
  EXPECT_THAT(make_space(token, founding), Fails(Code::NO_SPACE));
  store.fail_with(Code{});
  EXPECT_EQ(only().uses_left, 1U);
  EXPECT_THAT(make_space(token, founding), IsOk());
}

// In spaces that are written under different locks.
TEST_F(AdmissionsTest, ManyAtOnceMakeNoMoreThanItsUses) {
  const std::string token = made("three", 3);
  std::vector<Bytes> foundings;
  for (Byte n = 2; n < 10; ++n) foundings.push_back(another_founding(n));
  store.before_commit = [] { std::this_thread::yield(); };
  std::atomic<int> let_in = 0;
  std::vector<std::thread> people;
  for (const Bytes& entry : foundings) {
    people.emplace_back([&] {
      const auto reply = make_space(token, entry);
      if (reply.ok()) ++let_in;
      else EXPECT_EQ(reply.error().code, Code::PERMISSION_DENIED);
    });
  }
  for (std::thread& one : people) one.join();
  EXPECT_EQ(let_in, 3);
  EXPECT_EQ(only().spaces_made, 3U);
}

TEST_F(AdmissionsTest, WhatCannotBeMeantIsRefused) {
  for (const std::string& name : {std::string(), std::string("two words"), std::string("\x1b[2J"), std::string(65, 'a')}) {
    EXPECT_THAT(relay.make_admission(name, {}, 0), Fails(Code::INVALID_ARGUMENT)) << name;
  }
  EXPECT_THAT(relay.make_admission("none", 0, 0), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(relay.make_admission("past", {}, -1), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(relay.make_admission("long", {}, 3654 * kDay), Fails(Code::INVALID_ARGUMENT));
  EXPECT_TRUE(relay.admissions().value().empty());
  (void)made(std::string(64, 'a'));
  EXPECT_THAT(relay.make_admission(std::string(64, 'a'), {}, 0), Fails(Code::ALREADY_EXISTS));
}

TEST_F(AdmissionsTest, TheyAreListedInTheOrderInWhichTheyWereMade) {
  (void)made("zebra");
  clock.advance(5);
  (void)made("ant");
  EXPECT_EQ(relay.admissions().value().at(0).name, "zebra");
  EXPECT_EQ(relay.admissions().value().at(1).name, "ant");
}

}  // namespace
}  // namespace kith::testing
