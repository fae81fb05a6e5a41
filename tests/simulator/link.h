#pragma once
// Link is one device's network: the Transport that gRPC would be, straight into the relay's rules,
// with everything that may go wrong on the way. It goes wrong only when it was told to.
//
// Threads: one.
// Units:   moments count calls from now, 1 being the next.
// Errors:  OFFLINE when the relay was not reached, TIMEOUT when only its answer was lost; and the
//          relay's own.

#include "kith/client/transport.h"
#include "lie.h"
#include "trace.h"

namespace kith::simulator {

class Link final : public client::Transport {
 public:
  Link(Host& host, Trace& trace) : host_(&host), trace_(trace) {}

  // From now on this device is answered by that host.
  void point_at(Host& host);
  void set_offline(bool offline) { offline_ = offline; }
  void lose_reply_at(unsigned call) { lose_ = call; }
  void arrive_twice_at(unsigned call) { twice_ = call; }
  void lie(const Lie& lie) { lie_ = lie; }
  // The last append arrives at the relay once more, long after.
  void late_copy();
  // All is well from now on.
  void calm();

  // Whether text that a person wrote was ever handed to the network.
  bool leaked() const { return leaked_; }
  std::uint64_t calls() const { return calls_; }

  Result<SignKey> relay_key() override;
  Result<std::vector<bool>> authenticate(const std::vector<client::Identity>& identities) override;
  Result<client::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) override;
  Result<client::AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) override;
  Result<client::Page> fetch(const SpaceId& space, std::uint64_t after) override;
  Result<envelope::SignedHead> head_at(const SpaceId& space, std::uint64_t position) override;
  Result<client::SpaceView> inspect(const SpaceId& space) override;
  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>& spaces) override;
  Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content, std::int64_t ttl_ms) override;
  Result<std::optional<Bytes>> mailbox_get(const MailboxId& mailbox, std::uint32_t slot) override;

 private:
  struct Proved {
    SignKey device;
    Bytes token;
  };
  struct Sent {
    SpaceId space;
    Bytes token;
    std::vector<Bytes> entries;
  };
  // One call: does it arrive, how often, does its answer come back.
  template <typename Call>
  auto carry(std::string_view name, const Call& call) -> decltype(call());
  Result<Bytes> token(const SpaceId& space);
  Result<void> prove(const std::vector<const client::Identity*>& identities);
  template <typename T>
  Result<T> forget_refused(const SpaceId& space, Result<T> reply);
  void hand_over(BytesView bytes);

  Host* host_;
  Trace& trace_;
  bool offline_ = false;
  std::optional<unsigned> lose_;
  std::optional<unsigned> twice_;
  Lie lie_;
  bool leaked_ = false;
  std::uint64_t calls_ = 0;
  std::map<SpaceId, Proved> proved_;
  std::optional<Sent> last_;
};

}  // namespace kith::simulator
