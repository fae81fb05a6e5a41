#include "kith/grpc/grpc_transport.h"

#include <grpc/support/log.h>

#include <cstdlib>
#include <ctime>
#include <map>

#include "calls.h"
#include "grpc_live.h"
#include "reach.h"
#include "wire_values.h"

namespace kith::grpc {
namespace {

using Stub = wire::Relay::Stub;

// A page, its signed head and the framing around them.
constexpr int kMostReceived = static_cast<int>(envelope::kMaxPageBytes) + 64 * 1024;
constexpr int kMostMetadata = 8 * 1024;
constexpr int kFirstBackoffMs = 100;
constexpr int kMostBackoffMs = 5'000;
constexpr int kConnectMs = 8'000;  // a handshake on a busy machine takes its time

// Compression off: sizes of what is compressed tell about its content, and what a stranger
// compressed may be a bomb.
::grpc::ChannelArguments arguments() {
  ::grpc::ChannelArguments out;
  out.SetInt(GRPC_COMPRESSION_CHANNEL_ENABLED_ALGORITHMS_BITSET, 1);
  out.SetMaxReceiveMessageSize(kMostReceived);
  out.SetInt(GRPC_ARG_MAX_METADATA_SIZE, kMostMetadata);
  out.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  out.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  out.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kFirstBackoffMs);
  out.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, kConnectMs);  // its name notwithstanding: how long a try may take
  out.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kMostBackoffMs);
  return out;
}

// What a connection met is our Result; gRPC's own lines would stand between a person's words.
void keep_grpc_quiet() {
  static const bool done = [] {
    if (std::getenv("GRPC_VERBOSITY") == nullptr) gpr_set_log_function([](gpr_log_func_args*) {});
    return true;
  }();
  (void)done;
}

void set(std::string* field, BytesView bytes) { field->assign(as_text(bytes)); }

class GrpcTransport final : public client::Transport {
 public:
  GrpcTransport(const std::shared_ptr<::grpc::Channel>& channel, const GrpcOptions& options)
      : stub_(wire::Relay::NewStub(channel)),
        address_(options.address),
        ca_pem_(options.ca_pem),
        deadline_ms_(options.deadline_ms),
        first_word_ms_(options.first_word_ms),
        page_bytes_(options.page_bytes) {}

  void ready(std::int64_t most_ms) override { way_.ready(most_ms); }
  void interrupt() override { way_.interrupt(); }

  Result<SignKey> relay_key() override {
    if (key_ && !tokens_.empty()) return *key_;  // proved to on this connection
    KITH_CHECK(challenge());
    return *key_;
  }

  Result<std::vector<bool>> authenticate(const std::vector<client::Identity>& identities) override {
    std::vector<const client::Identity*> open;
    for (const client::Identity& identity : identities) {
      if (!token_of(identity.space, identity.device->key)) open.push_back(&identity);
    }
    if (!open.empty()) KITH_CHECK(prove(open));
    std::vector<bool> out;
    for (const client::Identity& identity : identities) {
      out.push_back(token_of(identity.space, identity.device->key).has_value());
    }
    return out;
  }

  Result<client::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) override {
    wire::CreateSpaceRequest request;
    for (const Bytes& entry : following) set(request.add_following(), entry);
    set(request.mutable_admission(), admission);
    set(request.mutable_founding_entry(), founding_entry);
    KITH_TRY(wire::AppendReply reply, call(way_, *stub_, &Stub::CreateSpace, request, deadline_ms_));
    return append_reply_of(std::move(reply), 1 + following.size());
  }

  Result<client::AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) override {
    wire::AppendRequest request;
    for (const Bytes& entry : entries) set(request.add_entries(), entry);
    KITH_TRY(wire::AppendReply reply, in_space(&Stub::Append, request, space));
    return append_reply_of(std::move(reply), entries.size());
  }

  Result<client::Page> fetch(const SpaceId& space, std::uint64_t after) override {
    wire::FetchRequest request;
    request.set_after(after);
    request.set_max_bytes(page_bytes_);
    KITH_TRY(wire::Page page, in_space(&Stub::Fetch, request, space));
    return page_of(std::move(page));
  }

  Result<envelope::SignedHead> head_at(const SpaceId& space, std::uint64_t position) override {
    wire::HeadAtRequest request;
    request.set_position(position);
    KITH_TRY(const wire::SignedHead head, in_space(&Stub::HeadAt, request, space));
    return head_of(head);
  }

  Result<client::SpaceView> inspect(const SpaceId& space) override {
    wire::InspectRequest request;
    KITH_TRY(const wire::SpaceView view, in_space(&Stub::Inspect, request, space));
    return space_view_of(view);
  }

  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>& spaces) override {
    wire::LiveRequest request;
    request.set_heartbeats(true);
    for (const SpaceId& space : spaces) {
      const auto at = tokens_.find(space);
      if (at == tokens_.end()) return fail(Code::UNAUTHENTICATED, "a space that was not proved");
      set(request.add_spaces(), space.view());
      set(request.add_tokens(), at->second.token);
    }
    return open_live(*stub_, request, first_word_ms_);
  }

  Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content,
                           std::int64_t ttl_ms) override {
    wire::MailboxPutRequest request;
    set(request.mutable_mailbox(), mailbox.view());
    request.set_slot(slot);
    set(request.mutable_content(), content);
    request.set_ttl_ms(ttl_ms);
    KITH_TRY(const wire::MailboxPutReply reply, call(way_, *stub_, &Stub::MailboxPut, request, deadline_ms_));
    return reply.stored();
  }

  Result<std::optional<Bytes>> mailbox_get(const MailboxId& mailbox, std::uint32_t slot) override {
    wire::MailboxGetRequest request;
    set(request.mutable_mailbox(), mailbox.view());
    request.set_slot(slot);
    KITH_TRY(const wire::MailboxGetReply reply, call(way_, *stub_, &Stub::MailboxGet, request, deadline_ms_));
    if (!reply.found()) return std::optional<Bytes>();
    return std::optional(to_bytes(as_bytes(reply.content())));
  }

 private:
  struct Proved {
    SignKey device;
    Bytes token;
  };

  // Another protocol version is refused before anything is signed for it.
  Result<void> challenge() {
    wire::ChallengeRequest request;
    request.set_protocol_version(envelope::kProtocolVersion);
    bool nobody = false;
    const auto asked = call(way_, *stub_, &Stub::Challenge, request, deadline_ms_, &nobody);
    // The first call of every connection: the one that finds out whether there can be one.
    if (nobody) {
      return why_unreachable(address_, ca_pem_, std::time(nullptr), [this] { return way_.wanted(); });
    }
    if (!asked) return asked.error();
    const wire::ChallengeReply& reply = *asked;
    if (reply.protocol_version() != envelope::kProtocolVersion) {
      return fail(Code::UNSUPPORTED, "the relay speaks another version of the protocol");
    }
    KITH_TRY(challenge_, fixed_of<envelope::Challenge>(reply.challenge(), "challenge"));
    KITH_TRY(key_, fixed_of<SignKey>(reply.relay_key(), "relay key"));
    return {};
  }

  // A challenge that was asked for a while ago may be too old by now: once more, with a new one.
  Result<void> prove(const std::vector<const client::Identity*>& identities) {
    const bool fresh = !challenge_;
    if (fresh) KITH_CHECK(challenge());
    const auto done = answer(identities);
    if (done || fresh || done.error().code != Code::UNAUTHENTICATED) return done;
    KITH_CHECK(challenge());
    return answer(identities);
  }

  Result<void> answer(const std::vector<const client::Identity*>& identities) {
    wire::AuthenticateRequest request;
    set(request.mutable_challenge(), challenge_->view());
    for (const client::Identity* identity : identities) {
      wire::Proof* proof = request.add_proofs();
      set(proof->mutable_space(), identity->space.view());
      set(proof->mutable_device(), identity->device->key.view());
      set(proof->mutable_signature(),
          envelope::answer_challenge(*identity->device, *key_, identity->space, *challenge_).view());
    }
    challenge_.reset();  // good once
    KITH_TRY(const wire::AuthenticateReply reply, call(way_, *stub_, &Stub::Authenticate, request, deadline_ms_));
    if (static_cast<std::size_t>(reply.tokens_size()) != identities.size()) {
      return fail(Code::MALFORMED, "the relay answered for other proofs");
    }
    for (std::size_t i = 0; i < identities.size(); ++i) {
      const std::string& token = reply.tokens(static_cast<int>(i));
      if (!token.empty()) tokens_[identities[i]->space] = {identities[i]->device->key, to_bytes(as_bytes(token))};
    }
    return {};
  }

  std::optional<Bytes> token_of(const SpaceId& space, const SignKey& device) const {
    const auto at = tokens_.find(space);
    if (at == tokens_.end() || at->second.device != device) return {};
    return at->second.token;
  }

  template <typename Request, typename Reply>
  Result<Reply> in_space(::grpc::Status (Stub::*method)(::grpc::ClientContext*, const Request&, Reply*),
                         Request& request, const SpaceId& space) {
    const auto at = tokens_.find(space);
    if (at == tokens_.end()) return fail(Code::UNAUTHENTICATED, "a space that was not proved");
    set(request.mutable_token(), at->second.token);
    set(request.mutable_space(), space.view());
    Result<Reply> out = call(way_, *stub_, method, request, deadline_ms_);
    // Whatever the reason, the next sync proves itself anew.
    if (!out && (out.error().code == Code::UNAUTHENTICATED || out.error().code == Code::PERMISSION_DENIED)) {
      tokens_.erase(space);
    }
    return out;
  }

  std::unique_ptr<Stub> stub_;
  UnderWay way_;
  const std::string address_;
  const std::string ca_pem_;
  const std::int64_t deadline_ms_;
  const std::int64_t first_word_ms_;
  const std::uint32_t page_bytes_;
  std::optional<SignKey> key_;
  std::optional<envelope::Challenge> challenge_;
  std::map<SpaceId, Proved> tokens_;
};

}  // namespace

Result<std::unique_ptr<client::Transport>> make_grpc_transport(const GrpcOptions& options) {
  if (!host_port_of(options.address)) return fail(Code::INVALID_ARGUMENT, "the relay's address is HOST:PORT");
  KITH_CHECK(check_ca(options.ca_pem));
  keep_grpc_quiet();
  ::grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = options.ca_pem;
  auto channel = ::grpc::CreateCustomChannel("dns:///" + options.address, ::grpc::SslCredentials(tls), arguments());
  return std::unique_ptr<client::Transport>(std::make_unique<GrpcTransport>(channel, options));
}

}  // namespace kith::grpc
