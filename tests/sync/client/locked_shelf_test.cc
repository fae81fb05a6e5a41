// What lies on the shelf: damaged, missing, of before, too much; and its bytes, as core/vault/FORMAT.md has them.

#include "locked_world.h"
#include "rows/rows.h"

namespace kith::testing {
namespace {

using client::LockedReport;
using client::LockedSync;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(LockedTest, AFileThatIsNoPageStopsNobody) {
  lock();
  shelf.files["page-00000001"] = Bytes(6 * 1024 * 1024, 7);
  shelf.files["holiday"] = Bytes{1};
  partner_writes("theirs");
  EXPECT_EQ(sync_locked().fetched, 1U);
  EXPECT_EQ(unlock().received, 1U);
  ASSERT_THAT(locked().forbid(), IsOk());
  EXPECT_EQ(shelf.files.size(), 1U) << "what is none of ours stays";
}

TEST_F(LockedTest, APageThatIsMissingOrDamagedOrElsewhereTakesTheRestWithItAndNothingElse) {
  lock();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  for (const char* text : {"one", "two", "three"}) partner_writes(text);
  sync_locked();
  ASSERT_EQ(shelf.pages(), 3U);
  const auto whole = shelf.files;
  const auto names = *shelf.names();  // kit, then the pages
  const auto damages = {
      std::function<void()>([&] { shelf.files.erase(names[2]); }),
      std::function<void()>([&] { shelf.files[names[2]].back() ^= 1; }),
      std::function<void()>([&] { std::swap(shelf.files[names[2]], shelf.files[names[3]]); }),
      std::function<void()>([&] { shelf.files[names[2]].clear(); }),
  };
  const auto locked_up = mentor.store.copy();
  for (const auto& damage : damages) {
    shelf.files = whole;
    damage();
    mentor.store.restore(locked_up);
    EXPECT_EQ(unlock().received, 1U);
    EXPECT_THAT(lines(mentor), ElementsAre("one"));
    EXPECT_THAT(alarms(), IsEmpty());
  }
  expect_whole({"one", "three", "two"});
}

TEST_F(LockedTest, APageThatIsMissingIsFetchedAgainWithWhatIsBehindIt) {
  lock();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  for (const char* text : {"one", "two", "three"}) partner_writes(text);
  sync_locked();
  shelf.files.erase((*shelf.names())[2]);
  EXPECT_EQ(sync_locked().fetched, 2U);
  EXPECT_EQ(unlock().received, 3U);
}

TEST_F(LockedTest, WhatAnotherRelaySignedIsNotTakenIn) {
  lock();
  partner_writes("theirs");
  sync_locked();
  MemoryRelay other(random, clock);
  ASSERT_THAT(mentor.replica->set_setting(client::kRelayKeySetting, other.key().view()), IsOk());
  EXPECT_EQ(unlock().received, 0U);
  EXPECT_THAT(lines(mentor), IsEmpty());
}

// The relay has gone over to another history since: who says what of it is for the next sync.
TEST_F(LockedTest, APageThatDoesNotLeadToItsEndSaysNothingAndBringsNothing) {
  lock();
  partner_writes("theirs");
  client::SealedShelf sealed(key, shelf, random);
  const std::uint64_t before = mentor.replica->space(pair_of_mentor)->head.position;
  const envelope::Head elsewhere{before + 1, Hash{}};
  ASSERT_THAT(sealed.put_page({pair_space(), before, {log().entries.back()}, relay.sign(pair_space(), elsewhere)}), IsOk());
  EXPECT_EQ(unlock().received, 0U);
  EXPECT_THAT(alarms(), IsEmpty());
  expect_whole({"theirs"});
}

TEST_F(LockedTest, WhatWasSyncedInBetweenIsPassedOver) {
  lock();
  partner_writes("one");
  sync_locked();
  partner_writes("two");
  mentor.sync();
  EXPECT_EQ(unlock().received, 0U);
  expect_whole({"one", "two"});
}

TEST_F(LockedTest, AKitOfBeforeASyncFetchesWhatIsKnownAndHarmsNothing) {
  lock();
  const auto kit = shelf.files.at("kit");
  partner_writes("one");
  mentor.sync();
  partner_writes("two");
  shelf.files["kit"] = kit;
  sync_locked();
  EXPECT_EQ(unlock().received, 1U);
  expect_whole({"one", "two"});
}

TEST_F(LockedTest, AShelfThatFailsLosesNothing) {
  lock();
  partner_writes("one");
  shelf.full = true;
  EXPECT_THAT(try_sync(), Fails(Code::NO_SPACE));
  shelf.full = false;
  sync_locked();
  shelf.stuck = true;
  mentor.restart();
  EXPECT_THAT(locked().take_in(), Fails(Code::STORE_IO));
  EXPECT_THAT(lines(mentor), ElementsAre("one"));
  shelf.stuck = false;
  EXPECT_EQ(unlock().received, 0U) << "taken in already";
  expect_whole({"one"});
}

TEST_F(LockedTest, ItStopsWhereEnoughLiesThereAndGoesOnAfterwards) {
  lock();
  const std::string much(60'000, 'x');
  constexpr std::size_t kWritten = client::kMostShelved / 60'000 + 20;
  for (std::size_t i = 0; i < kWritten; ++i) line(protege, std::to_string(i) + much);
  protege.sync();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 5) page.rows.resize(5);
  };
  const LockedReport report = sync_locked();
  EXPECT_TRUE(report.more);
  EXPECT_EQ(sync_locked().fetched, 0U) << "the shelf is full";
  std::size_t size = 0;
  for (const auto& [name, bytes] : shelf.files) size += bytes.size();
  EXPECT_LT(size, client::kMostShelved + envelope::kMaxPageBytes);
  unlock();
  lock();
  EXPECT_FALSE(sync_locked().more);
  unlock();
  EXPECT_EQ(lines(mentor).size(), kWritten);
}

TEST_F(LockedTest, WhatTheKitHasNoRoomForWaitsAndIsSaid) {
  const std::string much(60'000, 'x');
  for (std::size_t i = 0; i < client::kMostOutgoing / 60'000 + 10; ++i) line(mentor, std::to_string(i) + much);
  lock();
  const auto state = locked().state();
  ASSERT_THAT(state, IsOk());
  EXPECT_GT(state->left_out, 0U);
  EXPECT_GT(state->waiting, 0U);
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.sent, state->waiting);
  EXPECT_TRUE(report.more);
  unlock();
  lock();
  const LockedReport rest = sync_locked();
  EXPECT_EQ(rest.sent, state->left_out);
  EXPECT_FALSE(rest.more);
}

TEST_F(LockedTest, AKitIsWrittenByteForByteAsDocumented) {
  LockedSync::Kit kit;
  kit.place = {"r:1", "pem", SignKey::from(Bytes(32, 0x11)).value()};
  kit.left_out = 2;
  client::LockedSpace space;
  space.space = SpaceId::from(Bytes(32, 0x22)).value();
  space.transport = verify::sign_pair_of(Secret(32));
  space.device = SignKey::from(Bytes(32, 0x33)).value();
  space.head = {7, Hash::from(Bytes(32, 0x44)).value()};
  space.outgoing = {Bytes{0xaa, 0xbb}};
  kit.spaces.push_back(std::move(space));
  const auto of = [](const char* byte, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += byte;
    return out;
  };
  const std::string bytes = "01" "00000003" "723a31" "00000003" "70656d" + of("11", 32) + "00000002" "00000001" + of("22", 32) +
                            of("00", 32) + of("33", 32) + "0000000000000007" + of("44", 32) + "00000001" "00000002" "aabb";
  EXPECT_EQ(to_hex(client::encode_kit(kit)), bytes);
  const auto back = client::decode_kit(*from_hex(bytes));
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(client::encode_kit(*back), *from_hex(bytes));
  for (std::size_t size = 1; size < bytes.size() / 2; ++size) {
    EXPECT_FALSE(client::decode_kit(BytesView(*from_hex(bytes)).first(size)).ok()) << size;
  }
  EXPECT_THAT(client::decode_kit(*from_hex(bytes + "00")), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(client::decode_kit(*from_hex("02" + bytes.substr(2))), Fails(Code::STORE_TOO_NEW));
}

TEST_F(LockedTest, APageIsWrittenByteForByteAsDocumented) {
  client::ShelvedPage page;
  page.space = SpaceId::from(Bytes(32, 0x22)).value();
  page.after = 5;
  page.entries = {Bytes{0x01}, Bytes{0x02, 0x03}};
  page.end = relay.sign(page.space, {7, Hash::from(Bytes(32, 0x44)).value()});
  const Bytes head = client::encode_signed_head(page.end);
  const std::string bytes = "01" + to_hex(page.space.view()) + "0000000000000005" +
                            to_hex(Bytes{0, 0, 0, static_cast<Byte>(head.size())}) + to_hex(head) +
                            "00000002" "00000001" "01" "00000002" "0203";
  EXPECT_EQ(to_hex(client::encode_page(page)), bytes);
  const auto back = client::decode_page(*from_hex(bytes));
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(client::encode_page(*back), *from_hex(bytes));
  for (std::size_t size = 0; size < bytes.size() / 2; ++size) {
    EXPECT_THAT(client::decode_page(BytesView(*from_hex(bytes)).first(size)), Fails(Code::STORE_CORRUPT)) << size;
  }
  EXPECT_THAT(client::decode_page(*from_hex(bytes + "00")), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(client::decode_page(*from_hex("02" + bytes.substr(2))), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::testing
