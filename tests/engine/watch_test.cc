// sync.watch: a result each time something came or went, until it is cancelled.

#include <thread>

#include "people.h"

namespace kith::testing {
namespace {

struct Watching : Paired {
  std::unique_ptr<engine::Stream> stream;

  void begin() {
    auto opened = engine::sync_watch(*amara);
    ASSERT_THAT(opened, IsOk());
    stream = *std::move(opened);
  }
  Result<std::optional<api::SyncResult>> next(std::int64_t timeout_ms = 0) {
    KITH_TRY(const std::optional<Bytes> bytes, stream->next(timeout_ms));
    if (!bytes) return std::optional<api::SyncResult>();
    api::SyncResult out;
    if (!out.ParseFromArray(bytes->data(), static_cast<int>(bytes->size()))) return fail(Code::MALFORMED, "no result");
    return std::optional(out);
  }
  // What a relay says when somebody else has written to the pair.
  void tell_of_the_pair() {
    api::RelayViewRequest of_pair;
    of_pair.set_with("Jonas");
    const SpaceId space = *SpaceId::from_hex(must(engine::relay_view(*amara, of_pair)).space());
    amara.line->say(space, relay.sign(space, relay.spaces.at(space).heads.back()));
  }
};

TEST_F(Watching, TheFirstResultIsAWholeSyncAndThenOneComesWithEachChange) {
  must(engine::agenda_add(*amara, agenda_request("waited", "Jonas")));
  begin();
  const auto first = must(next());
  ASSERT_TRUE(first);
  EXPECT_GT(first->sent(), 0U);
  EXPECT_FALSE(must(next())) << "nothing happened, so the time passes";

  must(engine::agenda_add(*jonas, agenda_request("from the other", "Amara")));
  jonas.sync();
  tell_of_the_pair();
  const auto second = must(next());
  ASSERT_TRUE(second);
  EXPECT_GT(second->received(), 0U);
  EXPECT_EQ(texts(engine::agenda_list(*amara)), (Texts{"from the other", "waited"}));
  tell_of_the_pair();
  EXPECT_FALSE(must(next())) << "what is known already is no news";
}

TEST_F(Watching, CancellingFromAnotherThreadEndsTheWait) {
  begin();
  must(next());
  std::thread other([&] { stream->cancel(); });
  EXPECT_THAT(next(60'000), Fails(Code::CANCELLED));
  other.join();
  EXPECT_THAT(next(), Fails(Code::CANCELLED));
}

TEST_F(Watching, AfterTheRelayWentAwayTheNextResultIsAWholeSyncAgain) {
  begin();
  must(next());
  relay.offline = true;
  amara.line->broken = true;
  EXPECT_THAT(next(), Fails(Code::OFFLINE));
  EXPECT_THAT(next(), Fails(Code::OFFLINE));
  EXPECT_FALSE(amara.line->outlived_its_transport)
      << "a stream goes before the connection that it is made of";
  relay.offline = false;
  amara.line->broken = false;
  must(engine::agenda_add(*jonas, agenda_request("meanwhile", "Amara")));
  jonas.sync();
  const auto again = must(next());
  ASSERT_TRUE(again);
  EXPECT_GT(again->received(), 0U);
}

TEST_F(Watching, LockingTheVaultEndsTheStream) {
  begin();
  must(next());
  EXPECT_THAT(engine::vault_lock(*amara), IsOk());
  EXPECT_THAT(next(), Fails(Code::VAULT_LOCKED));
  stream.reset();
  EXPECT_FALSE(amara.line->outlived_its_transport);
}

TEST_F(Watching, WithoutTheRelayTheStreamSaysOffline) {
  relay.offline = true;
  amara.restart();
  begin();
  EXPECT_THAT(next(), Fails(Code::OFFLINE));
}

}  // namespace
}  // namespace kith::testing
