#pragma once
// The relay on the network: each call is taken apart, handed to Relay on the pool, and put
// together again. No rule stands here.
//
// Threads: gRPC's own and the pool's.
// Owns:    nothing; the parts outlive it.

#include <atomic>

#include "kith/relay/live_session.h"
#include "kith/relay/v1/relay.grpc.pb.h"
#include "network/call.h"
#include "network/wire_messages.h"
#include "work/writer.h"

namespace kith::relay {

struct ServiceParts {
  Relay& relay;
  Hub& hub;
  const Clock& clock;
  WorkPool& pool;
  Writer& writer;
  BytesInFlight& in_flight;
  OpenCalls& open;
  Tally* tally;  // or none
  // Called with what is wrong with the relay itself; once the store failed, it does not go on.
  const std::function<void(const Error&)>& fault;
  // Once true nothing is begun any more.
  const std::atomic<bool>& stopping;
  // Once true callers are where a header says that they are.
  const std::atomic<bool>& behind_proxy;
};

class GrpcService final : public wire::Relay::CallbackService {
 public:
  explicit GrpcService(const ServiceParts& parts) : parts_(parts) {}

  template <typename Message>
  using Request = const Message*;
  using Context = ::grpc::CallbackServerContext*;
  using Unary = ::grpc::ServerUnaryReactor*;

  Unary Challenge(Context, Request<wire::ChallengeRequest>, wire::ChallengeReply*) override;
  Unary Authenticate(Context, Request<wire::AuthenticateRequest>, wire::AuthenticateReply*) override;
  Unary CreateSpace(Context, Request<wire::CreateSpaceRequest>, wire::AppendReply*) override;
  Unary Append(Context, Request<wire::AppendRequest>, wire::AppendReply*) override;
  Unary Fetch(Context, Request<wire::FetchRequest>, wire::Page*) override;
  Unary HeadAt(Context, Request<wire::HeadAtRequest>, wire::SignedHead*) override;
  Unary Inspect(Context, Request<wire::InspectRequest>, wire::SpaceView*) override;
  Unary MailboxPut(Context, Request<wire::MailboxPutRequest>, wire::MailboxPutReply*) override;
  Unary MailboxGet(Context, Request<wire::MailboxGetRequest>, wire::MailboxGetReply*) override;
  ::grpc::ServerWriteReactor<wire::LiveEvent>* Live(Context, Request<wire::LiveRequest>) override;

 private:
  Call& begin(Context context, const char* method) const;
  // `work` gives a Result<void>; it runs on the pool, when it is the lane's turn.
  template <typename Work>
  void run(Call& call, const Lane& lane, Work work);
  void write(Call& call, const Lane& lane, Writer::Judge judge, wire::AppendReply* reply);
  // `answer` gives a Result<void>, of a token and its space.
  template <typename Message, typename Answer>
  void read(Call& call, const Message* request, Answer answer);
  // For who comes with a token: the lane of his space is not for others to fill.
  template <typename Message>
  std::optional<Lane> lane_in(Call& call, LaneKind kind, const Message& request) const;
  // For who comes without one. Both: nothing where the call is finished.
  std::optional<Lane> lane_at(Call& call, LaneKind kind, const Address& from, std::size_t bytes) const;
  ::grpc::Status told(const Error& error) const;
  Address caller(Context context) const;

  ServiceParts parts_;
};

}  // namespace kith::relay
