#pragma once
// A method is a name and a function from one message to another. Each noun has a static table
// of them; engine.cc looks a name up.

#include <span>
#include <string_view>

#include "kith/api/v1/api.pb.h"
#include "session.h"

namespace kith::engine {

namespace api = kith::api::v1;

struct Method {
  std::string_view name;
  Result<Bytes> (*run)(Session&, BytesView request);
};

inline Bytes serialize(const google::protobuf::MessageLite& message) {
  return to_bytes(message.SerializeAsString());
}

template <typename Request>
Result<Request> parse(BytesView bytes) {
  Request request;
  if (!request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return fail(Code::MALFORMED, "the request does not parse");
  }
  return request;
}

template <auto Function>
struct Adapter;
template <typename Reply, typename Request, Result<Reply> (*Function)(Session&, const Request&)>
struct Adapter<Function> {
  static Result<Bytes> run(Session& session, BytesView bytes) {
    KITH_TRY(const Request request, parse<Request>(bytes));
    KITH_TRY(const Reply reply, Function(session, request));
    return serialize(reply);
  }
};

template <auto Function>
constexpr Method method(std::string_view name) {
  return {name, &Adapter<Function>::run};
}

// Null: there is none of that name.
const Method* find_method(std::string_view name);

std::span<const Method> vault_methods();
std::span<const Method> key_methods();
std::span<const Method> export_methods();
std::span<const Method> person_methods();
std::span<const Method> relationship_methods();
std::span<const Method> log_methods();
std::span<const Method> note_methods();
std::span<const Method> goal_methods();
std::span<const Method> agenda_methods();
std::span<const Method> action_methods();
std::span<const Method> pair_methods();
std::span<const Method> share_methods();
std::span<const Method> compare_methods();
std::span<const Method> conflict_methods();
std::span<const Method> sync_methods();
std::span<const Method> alarm_methods();
std::span<const Method> search_methods();
std::span<const Method> relay_view_methods();
std::span<const Method> relay_methods();
std::span<const Method> backup_methods();
std::span<const Method> fact_methods();
std::span<const Method> profile_methods();
std::span<const Method> network_methods();
std::span<const Method> phase_methods();
std::span<const Method> today_methods();
std::span<const Method> review_methods();
std::span<const Method> snapshot_methods();
std::span<const Method> story_methods();
std::span<const Method> agreement_methods();
std::span<const Method> share_check_methods();
std::span<const Method> sample_methods();
std::span<const Method> bin_methods();
std::span<const Method> statistics_methods();
std::span<const Method> import_methods();
std::span<const Method> take_out_methods();
std::span<const Method> whole_methods();
std::span<const Method> duplicate_methods();
std::span<const Method> picture_methods();

inline api::Changed changed(const RecordId& id) {
  api::Changed out;
  out.set_id(id.hex());
  return out;
}

}  // namespace kith::engine
