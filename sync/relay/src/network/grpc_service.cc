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

// Of a space it is that space's trouble, and of an address its caller's: a device goes on with its other spaces after
// the first, and not after the second.
::grpc::Status turned_away(const Lane& lane) {
  const bool of_a_space = lane.kind == LaneKind::writes || lane.kind == LaneKind::reads;
  if (of_a_space) return status_of(fail(Code::QUOTA_EXCEEDED, "too many calls wait in this space; try again later"));
  return status_of(fail(Code::RATE_LIMITED, "too many calls wait that come from here; try again later"));
}

}  // namespace

Call& GrpcService::begin(Context context, const char* method) const {
  return *new Call({parts_.clock, parts_.in_flight, parts_.open, parts_.tally}, *context, method);
}

template <typename Work>
void GrpcService::run(Call& call, const Lane& lane, Work work) {
  const auto at_work = [this, &call, work](const Turn&) {
    // What has begun comes to its end; what still waits for a thread would only make the end longer.
    if (parts_.stopping) return call.finish(status_of_stopping());
    if (call.is_cancelled()) return call.finish(::grpc::Status::CANCELLED);
    const Result<void> done = work();
    call.finish(done ? ::grpc::Status::OK : told(done.error()));
  };
  parts_.pool.post(lane, at_work, [&call, lane] { call.finish(turned_away(lane)); });
}

void GrpcService::write(Call& call, const Lane& lane, Writer::Judge judge, wire::AppendReply* reply) {
  const auto answer = [this, &call, reply](const Result<envelope::AppendReply>& done) {
    if (done) {
      fill(*done, reply);
      call.answer_is(reply->ByteSizeLong());
    }
    call.finish(done ? ::grpc::Status::OK : told(done.error()));
  };
  const auto at_work = [this, &call, judge = std::move(judge), answer](Turn turn) {
    if (parts_.stopping) return call.finish(status_of_stopping());
    if (call.is_cancelled()) return call.finish(::grpc::Status::CANCELLED);
    parts_.writer.write(std::move(turn), judge, answer);
  };
  parts_.pool.post(lane, at_work, [&call, lane] { call.finish(turned_away(lane)); });
}

// Nothing where the call is finished.
template <typename Message>
std::optional<Lane> GrpcService::lane_in(Call& call, LaneKind kind, const Message& request) const {
  const auto space = space_of(request.space());
  if (!space) {
    call.finish(told(space.error()));
    return std::nullopt;
  }
  const auto device = parts_.relay.glance(as_bytes(request.token()), *space);
  if (!device) {
    call.finish(told(device.error()));
    return std::nullopt;
  }
  if (!call.arrives(party_of(*device), request.ByteSizeLong())) return std::nullopt;
  return lane_of(kind, space->view());
}

std::optional<Lane> GrpcService::lane_at(Call& call, LaneKind kind, const Address& from, std::size_t bytes) const {
  const Address network = network_of(from);
  if (!call.arrives(party_of(network.view()), bytes)) return std::nullopt;
  return lane_of(kind, network.view());
}

template <typename Message, typename Answer>
void GrpcService::read(Call& call, const Message* request, Answer answer) {
  const auto lane = lane_in(call, LaneKind::reads, *request);
  if (!lane) return;
  run(call, *lane, [request, answer]() -> Result<void> {
    KITH_TRY(const SpaceId space, space_of(request->space()));
    return answer(as_bytes(request->token()), space);
  });
}

// Costs less than a place in a lane.
GrpcService::Unary GrpcService::Challenge(Context context, Request<wire::ChallengeRequest> request,
                                          wire::ChallengeReply* reply) {
  Call& call = begin(context, "Challenge");
  if (parts_.stopping) {
    call.finish(status_of_stopping());
  } else if (request->protocol_version() != envelope::kProtocolVersion) {
    call.finish(status_of(fail(Code::UNSUPPORTED, "this relay speaks version 0 of the protocol")));
  } else {
    reply->set_challenge(std::string(as_text(parts_.relay.challenge().view())));
    reply->set_relay_key(std::string(as_text(parts_.relay.key().view())));
    reply->set_protocol_version(envelope::kProtocolVersion);
    call.finish(::grpc::Status::OK);
  }
  return &call;
}

GrpcService::Unary GrpcService::Authenticate(Context context, Request<wire::AuthenticateRequest> request,
                                             wire::AuthenticateReply* reply) {
  Call& call = begin(context, "Authenticate");
  const auto lane = lane_at(call, LaneKind::callers, caller(context), request->ByteSizeLong());
  if (!lane) return &call;
  run(call, *lane, [this, request, reply]() -> Result<void> {
    const auto challenge = envelope::Challenge::from(as_bytes(request->challenge()));
    if (!challenge) return fail(Code::INVALID_ARGUMENT, "a challenge has 32 bytes");
    std::vector<Proof> proofs;
    for (const wire::Proof& proof : request->proofs()) proofs.push_back(proof_of(proof));
    KITH_TRY(const std::vector<Bytes> tokens, parts_.relay.authenticate(*challenge, proofs));
    for (const Bytes& token : tokens) reply->add_tokens(std::string(as_text(token)));
    return {};
  });
  return &call;
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
  Call& call = begin(context, "CreateSpace");
  const auto lane = lane_at(call, LaneKind::creations, caller(context), request->ByteSizeLong());
  if (!lane) return &call;
  const auto judge = [this, request] {
    return parts_.relay.judge_creation(as_bytes(request->admission()), as_bytes(request->founding_entry()),
                                       views(request->following()));
  };
  write(call, *lane, judge, reply);
  return &call;
}

GrpcService::Unary GrpcService::Append(Context context, Request<wire::AppendRequest> request,
                                       wire::AppendReply* reply) {
  Call& call = begin(context, "Append");
  const auto lane = lane_in(call, LaneKind::writes, *request);
  if (!lane) return &call;
  const auto judge = [this, request]() -> Result<Relay::Judged> {
    KITH_TRY(const SpaceId space, space_of(request->space()));
    return parts_.relay.judge_append(as_bytes(request->token()), space, views(request->entries()));
  };
  write(call, *lane, judge, reply);
  return &call;
}

// As long as there is room for: who asks for more asks once more.
GrpcService::Unary GrpcService::Fetch(Context context, Request<wire::FetchRequest> request, wire::Page* reply) {
  Call& call = begin(context, "Fetch");
  read(call, request, [this, &call, request, reply](BytesView token, const SpaceId& space) -> Result<void> {
    const std::uint64_t asked = request->max_bytes() == 0 ? envelope::kMaxPageBytes : request->max_bytes();
    const auto room = call.room_for(std::min<std::uint64_t>(asked, envelope::kMaxPageBytes));
    if (!room) return no_room();
    KITH_TRY(envelope::Page page, parts_.relay.fetch(token, space, request->after(), *room));
    fill(std::move(page), reply);
    call.answer_is(reply->ByteSizeLong());
    return {};
  });
  return &call;
}

GrpcService::Unary GrpcService::HeadAt(Context context, Request<wire::HeadAtRequest> request,
                                       wire::SignedHead* reply) {
  Call& call = begin(context, "HeadAt");
  read(call, request, [this, request, reply](BytesView token, const SpaceId& space) -> Result<void> {
    KITH_TRY(const envelope::SignedHead head, parts_.relay.head_at(token, space, request->position()));
    fill(head, reply);
    return {};
  });
  return &call;
}

GrpcService::Unary GrpcService::Inspect(Context context, Request<wire::InspectRequest> request,
                                        wire::SpaceView* reply) {
  Call& call = begin(context, "Inspect");
  read(call, request, [this, reply](BytesView token, const SpaceId& space) -> Result<void> {
    KITH_TRY(const envelope::SpaceView view, parts_.relay.inspect(token, space));
    fill(view, reply);
    return {};
  });
  return &call;
}

GrpcService::Unary GrpcService::MailboxPut(Context context, Request<wire::MailboxPutRequest> request,
                                           wire::MailboxPutReply* reply) {
  Call& call = begin(context, "MailboxPut");
  const Address from = caller(context);
  const auto lane = lane_at(call, LaneKind::mailboxes, from, request->ByteSizeLong());
  if (!lane) return &call;
  run(call, *lane, [this, request, reply, from]() -> Result<void> {
    KITH_TRY(const bool stored, parts_.relay.mailbox_put(from, as_bytes(request->mailbox()), request->slot(),
                                                         as_bytes(request->content()), request->ttl_ms()));
    reply->set_stored(stored);
    return {};
  });
  return &call;
}

GrpcService::Unary GrpcService::MailboxGet(Context context, Request<wire::MailboxGetRequest> request,
                                           wire::MailboxGetReply* reply) {
  Call& call = begin(context, "MailboxGet");
  const auto lane = lane_at(call, LaneKind::callers, caller(context), request->ByteSizeLong());
  if (!lane) return &call;
  run(call, *lane, [this, request, reply]() -> Result<void> {
    KITH_TRY(const auto content, parts_.relay.mailbox_get(as_bytes(request->mailbox()), request->slot()));
    reply->set_found(content.has_value());
    if (content) reply->set_content(std::string(as_text(*content)));
    return {};
  });
  return &call;
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
