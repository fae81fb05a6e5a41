#pragma once
// A method is a number, a name and a function from one message to another; a stream's gives something that results
// come from. Which there are stands in proto/kith/api/v1/methods.proto; methods.h, made of it, declares the function
// of each, and methods.cc the two tables.

#include <limits>
#include <memory>
#include <span>
#include <string_view>

#include "kith/api/v1/api.pb.h"
#include "session/session.h"

namespace kith::engine {

namespace api = kith::api::v1;

struct Method {
  MethodNumber number;
  std::string_view name;
  Way way;
  Result<Bytes> (*run)(Session&, BytesView request);
};
// Of a vault that is locked: its folder, and whoever may end the call.
struct Beside {
  EngineOptions options;
  RelayTurn turn;
};
struct BesideMethod {
  MethodNumber number;
  std::string_view name;
  Way way;
  Result<Bytes> (*run)(Beside&, BytesView request);
};
struct StreamMethod {
  MethodNumber number;
  std::string_view name;
  Way way;
  Result<std::unique_ptr<Stream>> (*open)(Session&, BytesView request);
};

// By their numbers, ascending.
std::span<const Method> all_methods();
std::span<const BesideMethod> all_beside();
std::span<const StreamMethod> all_streams();

inline Bytes serialize(const google::protobuf::MessageLite& message) {
  return to_bytes(message.SerializeAsString());
}

template <typename Request>
Result<Request> parse(BytesView bytes) {
  Request request;
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) ||
      !request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return fail(Code::MALFORMED, "the request does not parse");
  }
  return request;
}

template <auto Function>
struct MethodAdapter;
template <typename On, typename Reply, typename Request, Result<Reply> (*Function)(On&, const Request&)>
struct MethodAdapter<Function> {
  static Result<Bytes> run(On& on, BytesView bytes) {
    KITH_TRY(const Request request, parse<Request>(bytes));
    KITH_TRY(const Reply reply, Function(on, request));
    return serialize(reply);
  }
};
template <auto Function>
using BesideMethodAdapter = MethodAdapter<Function>;

template <auto Function>
struct StreamMethodAdapter;
template <typename Request, Result<std::unique_ptr<Stream>> (*Function)(Session&, const Request&)>
struct StreamMethodAdapter<Function> {
  static Result<std::unique_ptr<Stream>> open(Session& session, BytesView bytes) {
    KITH_TRY(const Request request, parse<Request>(bytes));
    return Function(session, request);
  }
};

inline api::Changed changed(const RecordId& id) {
  api::Changed out;
  out.set_id(id.hex());
  return out;
}

}  // namespace kith::engine
