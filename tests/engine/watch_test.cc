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

// A relay whose streams end with their proof.
class EndingLive final : public client::LiveStream {
 public:
  EndingLive(std::unique_ptr<client::LiveStream> live, int& ends) : live_(std::move(live)), ends_(ends) {}
  Result<std::optional<client::LiveEvent>> next(std::int64_t timeout_ms) override {
    if (ends_ == 0) return live_->next(timeout_ms);
    --ends_;
    return fail(Code::UNAUTHENTICATED, "the proof behind the stream has run out");
  }
  void cancel() override { live_->cancel(); }

 private:
  std::unique_ptr<client::LiveStream> live_;
  int& ends_;
};

class EndingTransport final : public ForwardingTransport {
 public:
  EndingTransport(std::unique_ptr<client::Transport> relay, int& ends, std::optional<Code>& refuses)
      : ForwardingTransport(std::move(relay)), ends_(ends), refuses_(refuses) {}
  Result<client::AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) override {
    if (refuses_) return fail(*refuses_, "not now");
    return ForwardingTransport::append(space, entries);
  }
  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>& spaces) override {
    KITH_TRY(std::unique_ptr<client::LiveStream> made, ForwardingTransport::live(spaces));
    return std::unique_ptr<client::LiveStream>(std::make_unique<EndingLive>(std::move(made), ends_));
  }

 private:
  int& ends_;
  std::optional<Code>& refuses_;
};

struct WatchingOneThatEnds : Watching {
  void SetUp() override {
    Watching::SetUp();
    amara.options.transport = [this, make = amara.options.transport](
                                  const std::string& address,
                                  const std::string& ca) -> Result<std::unique_ptr<client::Transport>> {
      KITH_TRY(std::unique_ptr<client::Transport> made, make(address, ca));
      return std::unique_ptr<client::Transport>(std::make_unique<EndingTransport>(std::move(made), ends, refuses));
    };
    amara.restart();
    begin();
    ASSERT_TRUE(must(next()));
  }
  int ends = 0;                  // so many more
  std::optional<Code> refuses;  // whatever is sent
};

TEST_F(WatchingOneThatEnds, AnotherStreamTakesItsPlaceWithoutAWord) {
  for (int i = 0; i < 3; ++i) {
    ends = 1;
    const auto quiet = next();
    ASSERT_THAT(quiet, IsOk());
    EXPECT_FALSE(*quiet) << "nothing came, so nothing is said";
    EXPECT_EQ(ends, 0);
    clock.advance(15 * 60'000);
  }
  EXPECT_FALSE(amara.line->outlived_its_transport);
  must(engine::agenda_add(*jonas, agenda_request("meanwhile", "Amara")));
  jonas.sync();
  ends = 1;
  const auto told = must(next());
  ASSERT_TRUE(told) << "what came meanwhile is said";
  EXPECT_GT(told->received(), 0U);
  EXPECT_EQ(texts(engine::agenda_list(*amara)), Texts{"meanwhile"});
}

TEST_F(WatchingOneThatEnds, TroubleOfASpaceIsNotPassedOver) {
  must(engine::agenda_add(*amara, agenda_request("hers", "Jonas")));
  refuses = Code::PERMISSION_DENIED;
  ends = 1;
  const auto told = must(next());
  ASSERT_TRUE(told) << "nothing came, and yet something is to be said";
  EXPECT_TRUE(std::any_of(told->spaces().begin(), told->spaces().end(), [](const auto& one) { return one.trouble(); }));
}

TEST_F(WatchingOneThatEnds, WhatARelaySaysThatHasTooMuchToDoIsWaitedFor) {
  must(engine::agenda_add(*amara, agenda_request("hers", "Jonas")));
  refuses = Code::RATE_LIMITED;
  ends = 1;
  EXPECT_THAT(next(), Fails(Code::RATE_LIMITED)) << "no space's own trouble: everything is tried again";
  refuses.reset();
  const auto told = must(next());
  ASSERT_TRUE(told);
  EXPECT_GT(told->sent(), 0U);
}

TEST_F(WatchingOneThatEnds, ARelayThatEndsEveryStreamAtOnceIsAFailure) {
  ends = 2;
  EXPECT_FALSE(must(next()));
  EXPECT_THAT(next(), Fails(Code::UNAUTHENTICATED)) << "to be waited for, and not asked again at once";
  EXPECT_TRUE(must(next())) << "and then a whole sync again";
}

}  // namespace
}  // namespace kith::testing
