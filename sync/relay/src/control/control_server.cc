#include "control/control_server.h"

#include <grpcpp/grpcpp.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>

#include "kith/relay/control/v1/control.grpc.pb.h"

namespace kith::relay {
namespace {

namespace ctl = ::kith::relay::control::v1;

constexpr auto kControlGrace = std::chrono::milliseconds(200);

// The operator hears everything by its name, also what is wrong with the relay itself.
::grpc::Status told(const Error& error) {
  const auto code = error.code == Code::INVALID_ARGUMENT ? ::grpc::StatusCode::INVALID_ARGUMENT
                                                         : ::grpc::StatusCode::FAILED_PRECONDITION;
  return {code, std::string(code_name(error.code)) + ": " + error.message.text()};
}
template <typename T>
::grpc::Status told(const Result<T>& result) {
  return result.ok() ? ::grpc::Status::OK : told(result.error());
}

void show_admission(const Admission& admission, ctl::Token* out) {
  out->set_name(admission.name);
  out->set_made_ms(admission.made_ms);
  out->set_expires_ms(admission.expires_ms);
  out->set_bounded(admission.uses_left.has_value());
  out->set_uses_left(admission.uses_left.value_or(0));
  out->set_spaces_made(admission.spaces_made);
  out->set_revoked(admission.revoked);
}

bool lets_in(const Admission& admission, std::int64_t now_ms) {
  return !admission.revoked && (admission.expires_ms == 0 || admission.expires_ms > now_ms) &&
         admission.uses_left != std::uint64_t{0};
}

class ControlService final : public ctl::Control::Service {
 public:
  ControlService(Relay& relay, const Clock& clock, ControlServer::Served served)
      : relay_(relay), clock_(clock), served_(std::move(served)), started_ms_(clock.wall_ms()) {}

  using Context = ::grpc::ServerContext*;

  ::grpc::Status MakeToken(Context, const ctl::MakeTokenRequest* request, ctl::MakeTokenReply* reply) override {
    const auto uses = request->uses() == 0 ? std::nullopt : std::optional<std::uint64_t>(request->uses());
    const auto token = relay_.make_admission(request->name(), uses, request->lasts_ms());
    if (token) reply->set_token(*token);
    return told(token);
  }
  ::grpc::Status ListTokens(Context, const ctl::ListTokensRequest*, ctl::ListTokensReply* reply) override {
    const auto all = relay_.admissions();
    if (!all) return told(all);
    for (const Admission& one : *all) show_admission(one, reply->add_tokens());
    reply->set_now_ms(clock_.wall_ms());
    return ::grpc::Status::OK;
  }
  ::grpc::Status RevokeToken(Context, const ctl::RevokeTokenRequest* request, ctl::RevokeTokenReply*) override {
    return told(relay_.revoke_admission(request->name()));
  }
  ::grpc::Status Status(Context, const ctl::StatusRequest*, ctl::StatusReply* reply) override {
    const auto all = relay_.admissions();
    if (!all) return told(all);
    const std::int64_t now = clock_.wall_ms();
    reply->set_version(served_.version);
    reply->set_address(served_.address);
    reply->set_started_ms(started_ms_);
    reply->set_now_ms(now);
    reply->set_takes_all(served_.takes_everything());
    const auto count = std::count_if(all->begin(), all->end(), [&](const Admission& one) { return lets_in(one, now); });
    reply->set_tokens(static_cast<std::uint64_t>(count));
    return ::grpc::Status::OK;
  }

 private:
  Relay& relay_;
  const Clock& clock_;
  const ControlServer::Served served_;
  const std::int64_t started_ms_;
};

}  // namespace

Result<std::string> control_target(const std::filesystem::path& folder) {
  const std::filesystem::path path = std::filesystem::absolute(folder) / kControlSocket;
  if (path.string().size() >= sizeof(sockaddr_un::sun_path)) {
    return fail(Code::INVALID_ARGUMENT, worded("{0} is too long a name for a socket", path.string()));
  }
  return "unix:" + path.string();
}

struct ControlServer::Impl {
  std::unique_ptr<::grpc::Service> service;
  std::unique_ptr<::grpc::Server> server;
};

ControlServer::ControlServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

ControlServer::~ControlServer() {
  impl_->server->Shutdown(std::chrono::system_clock::now() + kControlGrace);
  impl_->server->Wait();
}

Result<std::unique_ptr<ControlServer>> ControlServer::start(Relay& relay, const Clock& clock,
                                                            const std::filesystem::path& folder, Served served) {
  KITH_TRY(const std::string target, control_target(folder));
  auto impl = std::make_unique<Impl>();
  impl->service = std::make_unique<ControlService>(relay, clock, std::move(served));
  ::grpc::ServerBuilder builder;
  // No secret is in the way: who can open the socket owns the folder with all that the relay has.
  builder.AddListeningPort(target, ::grpc::InsecureServerCredentials());
  builder.RegisterService(impl->service.get());
  builder.SetSyncServerOption(::grpc::ServerBuilder::SyncServerOption::MAX_POLLERS, 1);
  impl->server = builder.BuildAndStart();
  const std::filesystem::path path = folder / kControlSocket;
  if (!impl->server) return fail(Code::STORE_IO, worded("no socket can be made at {0}", path.string()));
  auto out = std::unique_ptr<ControlServer>(new ControlServer(std::move(impl)));
  if (::chmod(path.c_str(), 0600) != 0) {
    return fail(Code::STORE_IO, worded("{0} cannot be closed to others", path.string()));
  }
  return out;
}

}  // namespace kith::relay
