#include "session/relay_link.h"

namespace kith::engine {
namespace {

// Whatever happens, whoever works has it again afterwards, and then nobody interrupts the question any more.
class Away {
 public:
  Away(RelayTurn& turn, const AroundQuestion& around) : turn_(turn), around_(around) { around_.leave(); }
  ~Away() {
    turn_.come_back();
    around_.come_back();
  }
  Away(const Away&) = delete;
  Away& operator=(const Away&) = delete;

 private:
  RelayTurn& turn_;
  const AroundQuestion& around_;
};

class RelayLink final : public client::Transport {
 public:
  RelayLink(RelayTurn& turn, AroundQuestion around, std::unique_ptr<client::Transport> relay)
      : turn_(turn), around_(std::move(around)), relay_(std::move(relay)) {}

  void ready(std::int64_t most_ms) override { relay_->ready(most_ms); }
  void interrupt() override { relay_->interrupt(); }

  Result<SignKey> relay_key() override {
    return ask([this] { return relay_->relay_key(); });
  }
  Result<std::vector<bool>> authenticate(const std::vector<client::Identity>& identities) override {
    return ask([&] { return relay_->authenticate(identities); });
  }
  Result<client::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) override {
    return ask([&] { return relay_->create_space(admission, founding_entry, following); });
  }
  Result<client::AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) override {
    return ask([&] { return relay_->append(space, entries); });
  }
  Result<client::Page> fetch(const SpaceId& space, std::uint64_t after) override {
    around_.next_page();
    return ask([&] { return relay_->fetch(space, after); });
  }
  Result<envelope::SignedHead> head_at(const SpaceId& space, std::uint64_t position) override {
    return ask([&] { return relay_->head_at(space, position); });
  }
  Result<client::SpaceView> inspect(const SpaceId& space) override {
    return ask([&] { return relay_->inspect(space); });
  }
  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>& spaces) override {
    return ask([&] { return relay_->live(spaces); });
  }
  Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content,
                           std::int64_t ttl_ms) override {
    return ask([&] { return relay_->mailbox_put(mailbox, slot, content, ttl_ms); });
  }
  Result<std::optional<Bytes>> mailbox_get(const MailboxId& mailbox, std::uint32_t slot) override {
    return ask([&] { return relay_->mailbox_get(mailbox, slot); });
  }

 private:
  // An answer that is there counts, whatever was wanted meanwhile: what the relay took it has.
  template <typename Question>
  auto ask(const Question& question) -> decltype(question()) {
    KITH_CHECK(turn_.go_out(*relay_));
    auto answer = [&] {
      const Away away(turn_, around_);
      return question();
    }();
    if (answer) return answer;
    if (std::optional<Error> why = turn_.why_ended()) return *std::move(why);
    return answer;
  }

  RelayTurn& turn_;
  const AroundQuestion around_;
  const std::unique_ptr<client::Transport> relay_;
};

// Its maker holds the lock of the session, and others have the session while the relay is asked.
void leave(Session& session) KITH_UNCHECKED {
  session.tell_changes();
  session.mu.unlock();
}
void come_back(Session& session) KITH_UNCHECKED { session.mu.lock(); }

}  // namespace

std::unique_ptr<client::Transport> make_relay_link(RelayTurn& turn, AroundQuestion around,
                                                   std::unique_ptr<client::Transport> relay) {
  return std::make_unique<RelayLink>(turn, std::move(around), std::move(relay));
}

std::unique_ptr<client::Transport> make_relay_link(Session& session, std::unique_ptr<client::Transport> relay) {
  AroundQuestion around{[&session] { leave(session); }, [&session] { come_back(session); },
                        [&session] { session.settle_index(); }};  // of what the pages before brought
  return make_relay_link(session.turn, std::move(around), std::move(relay));
}

}  // namespace kith::engine
