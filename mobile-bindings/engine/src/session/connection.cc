#include "session/connection.h"

#include "session/relay_link.h"

namespace kith::engine {
namespace {

constexpr std::int64_t kDeadlineMs = 15'000;
// Two or three of the longest entries.
constexpr std::uint32_t kPhonePageBytes = 512U << 10U;

Result<std::string> remembered(Session& session, std::string_view name) {
  KITH_TRY(const std::optional<Bytes> value, session.replica->setting(name));
  return value ? std::string(as_text(*value)) : std::string();
}

Result<void> remember(Session& session, std::string_view name, const std::string& value) {
  KITH_TRY(const std::string known, remembered(session, name));
  if (value.empty() || value == known) return {};
  return session.replica->set_setting(name, as_bytes(value));
}

// Whoever has no turn may ask for nothing: the call is begun anew with it (Engine::call).
Result<void> check_turn(Session& session) {
  if (session.turn.is_mine()) return {};
  session.wants_turn = true;
  return fail(Code::INTERNAL, "this call has not the turn to talk to the relay");
}

}  // namespace

grpc::GrpcOptions relay_options(const EngineOptions& options, const std::string& address, const std::string& certificate) {
  grpc::GrpcOptions out;
  out.address = address;
  out.ca_pem = certificate.empty() ? options.roots_pem : certificate;
  out.deadline_ms = kDeadlineMs;
  if (options.memory == Memory::phone) out.page_bytes = kPhonePageBytes;
  return out;
}

Result<std::unique_ptr<client::Transport>> dial(const EngineOptions& options, const std::string& address,
                                                const std::string& ca) {
  if (options.transport) return options.transport(address, ca);
  return grpc::make_grpc_transport(relay_options(options, address, ca));
}

Result<std::unique_ptr<client::Transport>> make_transport(Session& session, const std::string& address,
                                                          const std::string& ca) {
  KITH_CHECK(check_turn(session));
  KITH_TRY(std::unique_ptr<client::Transport> relay, dial(session.options, address, ca));
  return make_relay_link(session, std::move(relay));
}

Result<std::string> relay_address(Session& session) {
  if (!session.options.relay_address.empty()) return session.options.relay_address;
  return remembered(session, client::kRelayAddressSetting);
}

Result<client::RelayPlace> meet_relay(Session& session, const std::string& address,
                                      const std::string& certificate) {
  KITH_TRY(const std::unique_ptr<client::Transport> made, make_transport(session, address, certificate));
  KITH_TRY(const SignKey key, made->relay_key());
  return client::RelayPlace{address, certificate, key};
}

BytesView admission(const Session& session) { return as_bytes(session.options.admission); }

Result<client::Transport*> connect(Session& session, const std::string& fallback) {
  KITH_CHECK(check_turn(session));
  const std::uint64_t now = session.turn.connections();
  if (session.transport && session.transport_made == now) return session.transport.get();
  session.transport.reset();
  KITH_TRY(std::string address, relay_address(session));
  if (address.empty()) address = fallback;
  if (address.empty()) {
    return fail(Code::OFFLINE, "no relay is known yet", {Step::RELAY_NAME});
  }
  std::string ca = session.options.relay_ca_pem;
  if (ca.empty()) {
    KITH_TRY(ca, remembered(session, client::kRelayCertificateSetting));
  }
  KITH_TRY(std::unique_ptr<client::Transport> made, make_transport(session, address, ca));
  KITH_TRY(const SignKey key, made->relay_key());
  KITH_TRY(const std::optional<Bytes> pinned, session.replica->setting(client::kRelayKeySetting));
  // A relay with another key is for the sync to refuse; it is not one to remember.
  if (!pinned || equal(*pinned, key.view())) {
    KITH_CHECK(remember(session, client::kRelayAddressSetting, address));
    KITH_CHECK(remember(session, client::kRelayCertificateSetting, ca));
  }
  session.transport = std::move(made);
  session.transport_made = now;
  return session.transport.get();
}

Result<client::Transport*> connect(Session& session) { return connect(session, ""); }

}  // namespace kith::engine
