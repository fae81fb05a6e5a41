#pragma once
// A call of the engine with its types: what calls.h, made of methods.proto, names every method by. This and calls.h
// are the only public headers that show generated messages.
//
// Threads: as Engine.
// Errors:  as Engine::call; MALFORMED when a result does not parse.

#include <memory>
#include <string_view>

#include "kith/api/v1/api.pb.h"
#include "kith/engine/engine.h"

namespace kith::engine {

namespace api = kith::api::v1;

template <typename Request_, typename Reply_>
struct Call {
  using Request = Request_;
  using Reply = Reply_;
  MethodNumber number;
  std::string_view name;  // noun.verb
};
// The replies arrive over time.
template <typename Request_, typename Reply_>
struct StreamCall {
  using Request = Request_;
  using Reply = Reply_;
  MethodNumber number;
  std::string_view name;
};

template <typename Reply>
Result<Reply> parse_reply(BytesView reply) {
  Reply out;
  if (!out.ParseFromArray(reply.data(), static_cast<int>(reply.size()))) {
    return fail(Code::MALFORMED, "the engine's result does not parse");
  }
  return out;
}

template <typename Request, typename Reply>
Result<Reply> call(Engine& engine, const Call<Request, Reply>& method, const Request& request) {
  const std::string bytes = request.SerializeAsString();
  KITH_TRY(const Bytes reply, engine.call(method.number, as_bytes(bytes)));
  return parse_reply<Reply>(reply);
}

// Of a vault that is locked.
template <typename Request, typename Reply>
Result<Reply> call_beside(const EngineOptions& options, const Call<Request, Reply>& method, const Request& request) {
  const std::string bytes = request.SerializeAsString();
  KITH_TRY(const Bytes reply, Engine::call_beside(options, method.number, as_bytes(bytes)));
  return parse_reply<Reply>(reply);
}

template <typename Request, typename Reply>
Result<std::unique_ptr<Stream>> open_stream(Engine& engine, const StreamCall<Request, Reply>& method,
                                            const Request& request) {
  return engine.open_stream(method.number, as_bytes(request.SerializeAsString()));
}

}  // namespace kith::engine
