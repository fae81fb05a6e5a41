#include "kith/relay/server.h"

#include <grpcpp/grpcpp.h>

#include <thread>

#include "network/grpc_service.h"
#include "kith/base/mutex.h"
#include "kith/relay/certificate.h"
#include "network/entrance.h"
#include "network/shown_certificate.h"

namespace kith::relay {
namespace {

// An append with the framing around it, and a page with its signed head.
constexpr int kMostReceived = static_cast<int>(envelope::kMaxAppendBytes) + 64 * 1024;
constexpr int kMostSent = static_cast<int>(envelope::kMaxPageBytes) + 64 * 1024;
constexpr std::size_t kMemory = 1U << 29U;
constexpr auto kTick = std::chrono::seconds(1);
constexpr int kTicksASweep = 60;
constexpr auto kGrace = std::chrono::milliseconds(500);  // for calls that have begun, and readers who are slow

void set_limits(::grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMostReceived);
  builder.SetMaxSendMessageSize(kMostSent);
  const std::pair<const char*, int> arguments[] = {
      {GRPC_COMPRESSION_CHANNEL_ENABLED_ALGORITHMS_BITSET, 1},
      {GRPC_ARG_MAX_CONCURRENT_STREAMS, 100},
      {GRPC_ARG_MAX_METADATA_SIZE, 8192},
      {GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, 10'000},
      {GRPC_ARG_MAX_CONNECTION_IDLE_MS, 300'000},
      {GRPC_ARG_MAX_CONNECTION_AGE_MS, 1'800'000},
      {GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, 30'000},
      {GRPC_ARG_HTTP2_MAX_PING_STRIKES, 2},
      {GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, 60'000},
      {GRPC_ARG_KEEPALIVE_TIME_MS, 7'200'000},
      {GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 20'000},
      {GRPC_ARG_ALLOW_REUSEPORT, 0},
  };
  for (const auto& [name, value] : arguments) builder.AddChannelArgument(name, value);
  ::grpc::ResourceQuota quota("kith-relay");
  quota.Resize(kMemory);
  builder.SetResourceQuota(quota);
}

}  // namespace

struct Server::Impl {
  Impl(Relay& r, Hub& h, const Clock& c, const ServerOptions& options, std::function<void(const Error&)> f)
      : relay(r), hub(h), clock(c), fault(std::move(f)), note(options.note),
        every_second(options.every_second),
        behind_proxy(options.behind_proxy), certificate(options.certificate_pem, options.key_pem),
        pool(options.threads),
        commits(r.store(), c, options.tally), writer(relay, commits, pool), in_flight(options.in_flight_bytes),
        service(ServiceParts{relay, hub, clock, pool, writer, in_flight, open, options.tally, fault, stopping,
                             behind_proxy}) {}

  // Deadlines of streams, and what is too old.
  void tick() {
    for (int n = 1; goes_on(); ++n) {
      hub.tick(clock.monotonic_ms());
      open.tick(clock.monotonic_ms());
      tend();
      every_second();
      if (n % kTicksASweep == 0) {
        const auto swept = relay.sweep();
        if (!swept && swept.error().code != Code::NO_SPACE) fault(swept.error());
      }
    }
  }
  void take_visitors() {
    const int most = files_for_connections();
    const auto take = [this](const Visitor& visitor) {
      ::grpc::experimental::ExternalConnectionAcceptor::NewConnectionParameters given;
      given.listener_fd = visitor.listener;
      given.fd = visitor.connection;
      taker->HandleNewConnection(&given);
    };
    entrance->start(most, take, [this, most] {
      note("connections are turned away: " + std::to_string(most) + " files are open, and the others are kept");
    });
  }
  // A full disk is told when it becomes full, and when there is room again.
  void tend() {
    const auto takes = relay.tend();
    if (!takes) return fault(takes.error());
    if (*takes && !took_all) note("there is room on the disk again, and everything is taken");
    if (!*takes && took_all) {
      fault(fail(Code::NO_SPACE, "the disk is full: reading and leaving go on, everything else waits for room"));
    }
    took_all = *takes;
  }
  // Waits for the next tick; false when there is none any more.
  bool goes_on() {
    const auto next = std::chrono::steady_clock::now() + kTick;
    const MutexLock lock(mu);
    bool in_time = true;
    while (!stopping && in_time) in_time = wake.wait_until(mu, next);
    return !stopping;
  }

  Relay& relay;
  Hub& hub;
  const Clock& clock;
  std::function<void(const Error&)> fault;
  std::function<void(const std::string&)> note;
  std::function<void()> every_second;
  std::atomic<bool> took_all{true};
  std::atomic<bool> behind_proxy;
  std::atomic<bool> stopping{false};  // set with `mu` held: whoever waits on `wake` sees it
  ShownCertificate certificate;
  std::unique_ptr<Entrance> entrance;
  std::unique_ptr<::grpc::experimental::ExternalConnectionAcceptor> taker;
  WorkPool pool;
  GroupCommit commits;
  Writer writer;
  BytesInFlight in_flight;
  OpenCalls open;
  GrpcService service;
  std::unique_ptr<::grpc::Server> server;
  Mutex mu;
  CondVar wake;
  std::thread ticker;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() { stop(); }

Result<std::unique_ptr<Server>> Server::start(Relay& relay, Hub& hub, const Clock& clock,
                                              const ServerOptions& options, std::function<void(const Error&)> fault) {
  KITH_CHECK(check_certificate(options.certificate_pem, options.key_pem));
  auto impl = std::make_unique<Impl>(relay, hub, clock, options, std::move(fault));
  KITH_TRY(impl->entrance, Entrance::open(options.listen));
  ::grpc::ServerBuilder builder;
  set_limits(builder);
  using Builder = ::grpc::ServerBuilder::experimental_type;
  impl->taker = builder.experimental().AddExternalConnectionAcceptor(Builder::ExternalConnectionType::FROM_FD,
                                                                     impl->certificate.credentials());
  builder.RegisterService(&impl->service);
  impl->server = builder.BuildAndStart();
  if (!impl->server) return fail(Code::INTERNAL, "gRPC does not start");
  impl->take_visitors();
  impl->ticker = std::thread([raw = impl.get()] { raw->tick(); });
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

const std::string& Server::address() const { return impl_->entrance->address(); }

Result<void> Server::show(const std::string& certificate_pem, const std::string& key_pem) {
  KITH_CHECK(check_certificate(certificate_pem, key_pem));
  impl_->certificate.replace(certificate_pem, key_pem);
  return {};
}

void Server::set_in_flight_bytes(std::uint64_t most) { impl_->in_flight.set_most(most); }

std::size_t Server::waiting_calls() const { return impl_->pool.waiting(); }

std::uint64_t Server::bytes_in_flight() const { return impl_->in_flight.used(); }

bool Server::takes_everything() const { return impl_->took_all; }

void Server::set_behind_proxy(bool behind_proxy) { impl_->behind_proxy = behind_proxy; }

void Server::stop() {
  {
    const MutexLock lock(impl_->mu);
    if (impl_->stopping) return;
    impl_->stopping = true;
  }
  impl_->wake.notify_all();
  impl_->entrance->stop();
  // Streams end by themselves, so that nobody waits for the grace; whoever does not read is cancelled
  // at its end. The pool must still run for them to finish.
  impl_->hub.end();
  impl_->server->Shutdown(std::chrono::system_clock::now() + kGrace);
  impl_->server->Wait();
  impl_->ticker.join();
  impl_->commits.stop();
  impl_->pool.stop();
}

}  // namespace kith::relay
