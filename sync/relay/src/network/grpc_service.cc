#include "network/grpc_service.h"

#include "network/grpc_live.h"
#include "network/grpc_status.h"

namespace kith::relay {
namespace {

constexpr const char* kForwardedFor = "x-forwarded-for";

// A full disk is told once, by the server, and not with every call.
bool is_of_relay(Code code) {
  return code == Code::STORE_IO || code == Code::STORE_CORRUPT || code == Code::CONFLICT || code == Code::INTERNAL;
}

}  // namespace

::grpc::Status GrpcService::told(const Error& error) const {
  if (is_of_relay(error.code)) parts_.fault(error);
  return status_of(error);
}

// A header is believed only where the operator said that a proxy writes it; of several the last is the proxy's.
// A call without it is the proxy's own for all we know.
Address GrpcService::caller(Context context) const {
  if (parts_.behind_proxy) {
    const auto [first, last] = context->client_metadata().equal_range(kForwardedFor);
    if (first != last) {
      const ::grpc::string_ref value = std::prev(last)->second;
      if (const auto address = address_of_header({value.data(), value.size()})) return *address;
    }
  }
  return address_of_peer(context->peer());
}

namespace {

::grpc::Status turned_away() {
  return status_of(fail(Code::RATE_LIMITED, "too much waits here already; try again later"));
}

GrpcService::Unary finished(GrpcService::Context context, const ::grpc::Status& status) {
  auto* reactor = context->DefaultReactor();
  reactor->Finish(status);
  return reactor;
}

}  // namespace

template <typename Work>
GrpcService::Unary GrpcService::run(Context context, const Lane& lane, Work work) {
  Unary reactor = context->DefaultReactor();
  const auto at_work = [this, reactor, work](const Turn&) {
    // What has begun comes to its end; what still waits for a thread would only make the end longer.
    if (parts_.stopping) return reactor->Finish(status_of_stopping());
    const Result<void> done = work();
    reactor->Finish(done ? ::grpc::Status::OK : told(done.error()));
  };
  parts_.pool.post(lane, at_work, [reactor] { reactor->Finish(turned_away()); });
  return reactor;
}

GrpcService::Unary GrpcService::write(Context context, const Lane& lane, Writer::Judge judge,
                                      wire::AppendReply* reply) {
  Unary reactor = context->DefaultReactor();
  const auto answer = [this, reactor, reply](const Result<envelope::AppendReply>& done) {
    if (done) fill(*done, reply);
    reactor->Finish(done ? ::grpc::Status::OK : told(done.error()));
  };
  const auto at_work = [this, reactor, judge = std::move(judge), answer](Turn turn) {
    if (parts_.stopping) return reactor->Finish(status_of_stopping());
    parts_.writer.write(std::move(turn), judge, answer);
  };
  parts_.pool.post(lane, at_work, [reactor] { reactor->Finish(turned_away()); });
  return reactor;
}

template <typename Call>
Result<Lane> GrpcService::lane_in(LaneKind kind, const Call& call) const {
  KITH_TRY(const SpaceId space, space_of(call.space()));
  KITH_CHECK(parts_.relay.glance(as_bytes(call.token()), space));
  return lane_of(kind, space.view());
}

// Costs less than a place in a lane.
GrpcService::Unary GrpcService::Challenge(Context context, Request<wire::ChallengeRequest> request,
                                          wire::ChallengeReply* reply) {
  if (parts_.stopping) return finished(context, status_of_stopping());
  if (request->protocol_version() != envelope::kProtocolVersion) {
    return finished(context, status_of(fail(Code::UNSUPPORTED, "this relay speaks version 0 of the protocol")));
  }
  reply->set_challenge(std::string(as_text(parts_.relay.challenge().view())));
  reply->set_relay_key(std::string(as_text(parts_.relay.key().view())));
  reply->set_protocol_version(envelope::kProtocolVersion);
  return finished(context, ::grpc::Status::OK);
}

GrpcService::Unary GrpcService::Authenticate(Context context, Request<wire::AuthenticateRequest> request,
                                             wire::AuthenticateReply* reply) {
  return run(context, lane_of(LaneKind::callers, caller(context).view()), [this, request, reply]() -> Result<void> {
    const auto challenge = envelope::Challenge::from(as_bytes(request->challenge()));
    if (!challenge) return fail(Code::INVALID_ARGUMENT, "a challenge has 32 bytes");
    std::vector<Proof> proofs;
    for (const wire::Proof& proof : request->proofs()) proofs.push_back(proof_of(proof));
    KITH_TRY(const std::vector<Bytes> tokens, parts_.relay.authenticate(*challenge, proofs));
    for (const Bytes& token : tokens) reply->add_tokens(std::string(as_text(token)));
    return {};
  });
}

namespace {

template <typename Fields>
std::vector<BytesView> views(const Fields& fields) {
  std::vector<BytesView> out;
  for (const std::string& field : fields) out.push_back(as_bytes(field));
  return out;
}

}  // namespace

GrpcService::Unary GrpcService::CreateSpace(Context context, Request<wire::CreateSpaceRequest> request,
                                            wire::AppendReply* reply) {
  const auto judge = [this, request] {
    return parts_.relay.judge_creation(as_bytes(request->admission()), as_bytes(request->founding_entry()),
                                       views(request->following()));
  };
  return write(context, lane_of(LaneKind::creations, caller(context).view()), judge, reply);
}

GrpcService::Unary GrpcService::Append(Context context, Request<wire::AppendRequest> request,
                                       wire::AppendReply* reply) {
  const auto lane = lane_in(LaneKind::writes, *request);
  if (!lane) return finished(context, told(lane.error()));
  const auto judge = [this, request]() -> Result<Relay::Judged> {
    KITH_TRY(const SpaceId space, space_of(request->space()));
    return parts_.relay.judge_append(as_bytes(request->token()), space, views(request->entries()));
  };
  return write(context, *lane, judge, reply);
}

template <typename Call, typename Answer>
GrpcService::Unary GrpcService::read(Context context, const Call* call, Answer answer) {
  const auto lane = lane_in(LaneKind::reads, *call);
  if (!lane) return finished(context, told(lane.error()));
  return run(context, *lane, [call, answer]() -> Result<void> {
    KITH_TRY(const SpaceId space, space_of(call->space()));
    return answer(as_bytes(call->token()), space);
  });
}

GrpcService::Unary GrpcService::Fetch(Context context, Request<wire::FetchRequest> request, wire::Page* reply) {
  return read(context, request, [this, request, reply](BytesView token, const SpaceId& space) -> Result<void> {
    KITH_TRY(envelope::Page page, parts_.relay.fetch(token, space, request->after(), request->max_bytes()));
    fill(std::move(page), reply);
    return {};
  });
}

GrpcService::Unary GrpcService::HeadAt(Context context, Request<wire::HeadAtRequest> request,
                                       wire::SignedHead* reply) {
  return read(context, request, [this, request, reply](BytesView token, const SpaceId& space) -> Result<void> {
    KITH_TRY(const envelope::SignedHead head, parts_.relay.head_at(token, space, request->position()));
    fill(head, reply);
    return {};
  });
}

GrpcService::Unary GrpcService::Inspect(Context context, Request<wire::InspectRequest> request,
                                        wire::SpaceView* reply) {
  return read(context, request, [this, reply](BytesView token, const SpaceId& space) -> Result<void> {
    KITH_TRY(const envelope::SpaceView view, parts_.relay.inspect(token, space));
    fill(view, reply);
    return {};
  });
}

GrpcService::Unary GrpcService::MailboxPut(Context context, Request<wire::MailboxPutRequest> request,
                                           wire::MailboxPutReply* reply) {
  const Address from = caller(context);
  return run(context, lane_of(LaneKind::mailboxes, from.view()), [this, request, reply, from]() -> Result<void> {
    KITH_TRY(const bool stored, parts_.relay.mailbox_put(from, as_bytes(request->mailbox()), request->slot(),
                                                         as_bytes(request->content()), request->ttl_ms()));
    reply->set_stored(stored);
    return {};
  });
}

GrpcService::Unary GrpcService::MailboxGet(Context context, Request<wire::MailboxGetRequest> request,
                                           wire::MailboxGetReply* reply) {
  return run(context, lane_of(LaneKind::callers, caller(context).view()), [this, request, reply]() -> Result<void> {
    KITH_TRY(const auto content, parts_.relay.mailbox_get(as_bytes(request->mailbox()), request->slot()));
    reply->set_found(content.has_value());
    if (content) reply->set_content(std::string(as_text(*content)));
    return {};
  });
}

::grpc::ServerWriteReactor<wire::LiveEvent>* GrpcService::Live(Context context, Request<wire::LiveRequest> request) {
  if (parts_.stopping) return refuse_live(status_of_stopping());
  std::vector<SpaceId> spaces;
  std::vector<BytesView> tokens;
  for (const std::string& bytes : request->spaces()) {
    const auto space = space_of(bytes);
    if (!space) return refuse_live(status_of(space.error()));
    spaces.push_back(*space);
  }
  for (const std::string& token : request->tokens()) tokens.push_back(as_bytes(token));
  auto session = LiveSession::open(parts_.relay, spaces, tokens, request->heartbeats());
  if (!session) return refuse_live(told(session.error()));
  return start_live(parts_, *context, *std::move(session));
}

}  // namespace kith::relay
