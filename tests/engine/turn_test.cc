// Whose turn it is to talk to the relay: others go on meanwhile, and whoever waits can be told to stop.

#include <future>
#include <thread>

#include "people.h"

namespace kith::testing {
namespace {

using namespace std::chrono_literals;

// A relay that answers when the test lets it.
struct Slow {
  std::mutex mu;
  std::condition_variable changed;
  bool holds = false;        // questions are not answered
  bool interrupted = false;  // the one that was made ready last
  bool silent = false;       // each question fails as one that is not answered in time
  int waiting = 0;
  int asked = 0;
  std::int64_t most_ms = 0;

  void hold(bool on) {
    const std::lock_guard lock(mu);
    holds = on;
    changed.notify_all();
  }
  bool somebody_waits() {
    std::unique_lock lock(mu);
    return changed.wait_for(lock, 20s, [&] { return waiting > 0; });
  }
  // Before each question.
  Result<void> wait() {
    std::unique_lock lock(mu);
    ++asked;
    ++waiting;
    changed.notify_all();
    if (silent) {
      --waiting;
      return fail(Code::TIMEOUT, "no answer in time");
    }
    const auto most = most_ms > 0 ? std::chrono::milliseconds(most_ms) : std::chrono::milliseconds(60'000);
    const bool answers = changed.wait_for(lock, most, [&] { return !holds || interrupted; });
    --waiting;
    if (interrupted) return fail(Code::CANCELLED, "interrupted");
    if (!answers) return fail(Code::TIMEOUT, "no answer in time");
    return {};
  }
};

class SlowTransport final : public ForwardingTransport {
 public:
  SlowTransport(std::unique_ptr<client::Transport> inner, Slow* slow)
      : ForwardingTransport(std::move(inner)), slow_(slow) {}

  void ready(std::int64_t most_ms) override {
    const std::lock_guard lock(slow_->mu);
    slow_->interrupted = false;
    slow_->most_ms = most_ms;
  }
  void interrupt() override {
    const std::lock_guard lock(slow_->mu);
    slow_->interrupted = true;
    slow_->changed.notify_all();
  }
  Result<SignKey> relay_key() override {
    KITH_CHECK(slow_->wait());
    return ForwardingTransport::relay_key();
  }
  Result<client::Page> fetch(const SpaceId& space, std::uint64_t after) override {
    KITH_CHECK(slow_->wait());
    return ForwardingTransport::fetch(space, after);
  }

 private:
  Slow* const slow_;
};

struct Turn : Paired {
  Slow slow;
  int connections = 0;

  void SetUp() override {
    Paired::SetUp();
    auto usual = amara.options.transport;
    amara.options.transport = [this, usual](const std::string& address, const std::string& ca)
        -> Result<std::unique_ptr<client::Transport>> {
      ++connections;
      KITH_TRY(std::unique_ptr<client::Transport> inner, usual(address, ca));
      return std::unique_ptr<client::Transport>(std::make_unique<SlowTransport>(std::move(inner), &slow));
    };
    amara.restart();
    must(engine::agenda_add(*amara, agenda_request("waits", "Jonas")));
  }

  using Answer = std::future<Result<Bytes>>;
  // A sync that waits for its answer by now.
  Answer begin_sync(engine::Control* control = nullptr) {
    {
      const std::lock_guard lock(slow.mu);
      slow.asked = 0;
    }
    slow.hold(true);
    Answer out = std::async(std::launch::async, [this, control] {
      return (*amara).call(engine::method::sync_once.number, {}, control);
    });
    EXPECT_TRUE(slow.somebody_waits());
    return out;
  }
  bool is_waiting(Answer& answer) { return answer.wait_for(0ms) != std::future_status::ready; }
};

TEST_F(Turn, WhoeverWaitsForTheRelayLeavesTheVaultToOthers) {
  Answer sync = begin_sync();
  amara.add_note("written meanwhile");
  EXPECT_EQ(must(engine::note_list(*amara)).items_size(), 1);
  must(engine::agenda_add(*amara, agenda_request("and in the pair", "Jonas")));
  EXPECT_TRUE(is_waiting(sync));
  slow.hold(false);
  EXPECT_THAT(sync.get(), IsOk());
  settle();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), (Texts{"and in the pair", "waits"}));
  EXPECT_EQ(must(engine::vault_status(*amara)).pending(), 0U);
}

TEST_F(Turn, OneSyncAtATimeAndTheSecondOneCanBeCancelledBeforeItsTurn) {
  Answer first = begin_sync();
  engine::Control control;
  Answer second = std::async(std::launch::async, [&] {
    return (*amara).call(engine::method::sync_once.number, {}, &control);
  });
  std::this_thread::sleep_for(50ms);
  {
    const std::lock_guard lock(slow.mu);
    EXPECT_EQ(slow.asked, 1) << "the other one asks nothing meanwhile";
  }
  control.cancel();
  EXPECT_THAT(second.get(), Fails(Code::CANCELLED));
  EXPECT_TRUE(is_waiting(first)) << "what was cancelled is the other one";
  slow.hold(false);
  EXPECT_THAT(first.get(), IsOk());
}

TEST_F(Turn, CancellingEndsTheWaitAndNothingIsLost) {
  engine::Control control;
  Answer sync = begin_sync(&control);
  control.cancel();
  EXPECT_THAT(sync.get(), Fails(Code::CANCELLED));
  EXPECT_THAT((*amara).call(engine::method::sync_once.number, {}, &control), Fails(Code::CANCELLED)) << "before it begins";
  slow.hold(false);
  settle();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), Texts{"waits"});
}

TEST_F(Turn, LockingAndSuspendingEndTheWaitAndSayWhich) {
  Answer sync = begin_sync();
  must(engine::vault_suspend(*amara));
  EXPECT_THAT(sync.get(), Fails(Code::VAULT_SUSPENDED));
  must(engine::vault_resume(*amara));
  sync = begin_sync();
  must(engine::vault_lock(*amara));
  EXPECT_THAT(sync.get(), Fails(Code::VAULT_LOCKED));
}

TEST_F(Turn, AtTheDeadlineItStopsAndSaysWhatIsLeft) {
  api::SyncRequest request;
  request.set_deadline_ms(50);
  slow.hold(true);
  const api::SyncResult stopped = must(engine::sync_once(*amara, request));
  EXPECT_TRUE(stopped.more());
  EXPECT_GT(stopped.pending(), 0U);
  EXPECT_FALSE(stopped.has_error());
  slow.hold(false);
  request.set_deadline_ms(60'000);
  const api::SyncResult whole = must(engine::sync_once(*amara, request));
  EXPECT_FALSE(whole.more());
  EXPECT_GT(whole.sent(), 0U);
  for (const double wrong : {-1.0, 1e12, std::numeric_limits<double>::quiet_NaN()}) {
    request.set_deadline_ms(wrong);
    EXPECT_THAT(engine::sync_once(*amara, request), Fails(Code::INVALID_ARGUMENT)) << wrong;
  }
}

// The relay's own silence is no deadline of ours.
TEST_F(Turn, ATimeoutBeforeTheDeadlineIsSaidAsOne) {
  slow.silent = true;
  api::SyncRequest request;
  request.set_deadline_ms(60'000);
  EXPECT_THAT(engine::sync_once(*amara, request), Fails(Code::TIMEOUT));
  slow.silent = false;
  EXPECT_FALSE(must(engine::sync_once(*amara, request)).more());
}

TEST_F(Turn, ResumingWhatIsAwakeEndsNothing) {
  Answer sync = begin_sync();
  must(engine::vault_resume(*amara));
  EXPECT_TRUE(is_waiting(sync));
  slow.hold(false);
  EXPECT_THAT(sync.get(), IsOk());
}

// Sharing with somebody who has not confirmed looks whether the confirmation lies at the relay.
TEST_F(Turn, ALocalCallThatWantsTheRelaySaysSoAndHasChangedNothing) {
  amara.add_person("Ilse");
  must(engine::pair_invite(*amara, invite_request("Ilse")));
  const std::string before = amara.everything();
  const auto request = agenda_request("a line", "Ilse").SerializeAsString();
  const int asked = slow.asked;
  bool wants_relay = false;
  EXPECT_FALSE((*amara).call(engine::method::agenda_add.number, as_bytes(request), nullptr, &wants_relay).ok());
  EXPECT_TRUE(wants_relay);
  EXPECT_EQ(slow.asked, asked);
  EXPECT_EQ(amara.everything(), before);
  EXPECT_THAT((*amara).call(engine::method::agenda_add.number, as_bytes(request)), Fails(Code::UNVERIFIED_KEY));
}

TEST_F(Turn, AnotherNetworkEndsTheWaitAndNoneIsSaidAtOnce) {
  Answer sync = begin_sync();
  (*amara).network_changed(true);
  EXPECT_THAT(sync.get(), Fails(Code::OFFLINE));
  slow.hold(false);
  amara.sync();

  (*amara).network_changed(false);
  const int asked = slow.asked;
  EXPECT_THAT(engine::sync_once(*amara), Fails(Code::OFFLINE));
  EXPECT_EQ(slow.asked, asked) << "nobody was asked";
  amara.add_note("writing wants no network");
  (*amara).network_changed(true);
  amara.sync();
  EXPECT_GT(slow.asked, asked);
}

// The connection of a vault that was put away counts no more: nothing that it stood on need be there.
TEST_F(Turn, ASuspendedVaultMakesItsConnectionAnew) {
  slow.hold(false);
  amara.sync();
  const int made = connections;
  amara.sync();
  EXPECT_EQ(connections, made);
  must(engine::vault_suspend(*amara));
  must(engine::vault_resume(*amara));
  amara.sync();
  EXPECT_EQ(connections, made + 1);
}

TEST_F(Turn, AChangeIsToldToWhoeverWaitsForIt) {
  auto opened = engine::vault_changes(*amara);
  ASSERT_THAT(opened, IsOk());
  engine::Stream& stream = **opened;
  EXPECT_TRUE(must(stream.next(0))) << "how it stands, at once";
  must(engine::note_list(*amara));
  EXPECT_FALSE(must(stream.next(0))) << "reading is no change";
  amara.add_note("a change");
  EXPECT_TRUE(must(stream.next(0)));
  EXPECT_FALSE(must(stream.next(0))) << "told once";

  // In the middle of a long sync too.
  Answer sync = begin_sync();
  amara.add_note("another");
  EXPECT_TRUE(must(stream.next(0)));
  slow.hold(false);
  EXPECT_THAT(sync.get(), IsOk());

  must(stream.next(0));
  std::thread other([&] { stream.cancel(); });
  EXPECT_THAT(stream.next(60'000), Fails(Code::CANCELLED));
  other.join();
  opened = engine::vault_changes(*amara);
  must((*opened)->next(0));
  must(engine::vault_lock(*amara));
  EXPECT_THAT((*opened)->next(0), Fails(Code::VAULT_LOCKED));
}

TEST_F(Turn, ALiveStreamEndsWithTheNetworkAndBeginsAnew) {
  auto stream = engine::sync_watch(*amara);
  ASSERT_THAT(stream, IsOk());
  ASSERT_TRUE(must((*stream)->next(0)));
  auto waits = std::async(std::launch::async, [&] { return (*stream)->next(60'000); });
  std::this_thread::sleep_for(20ms);
  (*amara).network_changed(true);
  EXPECT_THAT(waits.get(), Fails(Code::OFFLINE));
  {
    const std::lock_guard lock(amara.line->mu);
    amara.line->cancelled = false;
  }
  EXPECT_TRUE(must((*stream)->next(0))) << "a whole sync again";
}

}  // namespace
}  // namespace kith::testing
