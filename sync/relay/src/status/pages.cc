#include "status/pages.h"

#include <httplib.h>

#include <atomic>
#include <charconv>
#include <thread>

#include "kith/relay/address.h"

namespace kith::relay {
namespace {

constexpr std::size_t kThreads = 2;
constexpr std::size_t kMostRequest = 4096;
constexpr int kPatienceSeconds = 5;
constexpr int kBadHost = 403;
constexpr int kUnwell = 503;

struct Place {
  std::string host;
  int port = 0;
};

// HOST:PORT, [HOST]:PORT
Result<Place> place_of(const std::string& address) {
  Place out;
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos || colon == 0) return fail(Code::INVALID_ARGUMENT, "the address of the status page is HOST:PORT");
  out.host = host_of(address);
  const char* end = address.data() + address.size();
  const auto [at, error] = std::from_chars(address.data() + colon + 1, end, out.port);
  if (error != std::errc() || at != end || out.port < 0 || out.port > 65'535) {
    return fail(Code::INVALID_ARGUMENT, "the address of the status page is HOST:PORT");
  }
  return out;
}

// Of a header: with its port or without.
bool is_asked_for_here(const std::string& header) {
  if (is_loopback(header)) return true;
  const auto place = place_of(header);
  return place && is_loopback(place->host);
}

}  // namespace

struct Pages::Impl {
  explicit Impl(PageParts p) : parts(std::move(p)) {
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_payload_max_length(kMostRequest);
    server.set_read_timeout(kPatienceSeconds);
    server.set_write_timeout(kPatienceSeconds);
    server.set_keep_alive_max_count(1);
    // The library would share the port with whoever else asks for it.
    server.set_socket_options([](socket_t socket) {
      const int yes = 1;
      (void)::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_default_headers({{"Cache-Control", "no-store"},
                                {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
                                {"X-Content-Type-Options", "nosniff"}});
    server.set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
      if (is_asked_for_here(request.get_header_value("Host"))) return httplib::Server::HandlerResponse::Unhandled;
      response.status = kBadHost;
      response.set_content("this page is for this machine\n", "text/plain");
      return httplib::Server::HandlerResponse::Handled;
    });
    server.Get("/", [this](const httplib::Request&, httplib::Response& response) {
      response.set_content(status_page(parts.status()), "text/html; charset=utf-8");
    });
    server.Get("/metrics", [this](const httplib::Request&, httplib::Response& response) {
      response.set_content(parts.metrics(), "text/plain; version=0.0.4");
    });
    server.Get("/health", [this](const httplib::Request&, httplib::Response& response) {
      const StatusView view = parts.status();
      if (!view.troubles.empty()) response.status = kUnwell;
      response.set_content(view.troubles.empty() ? "serves\n" : view.troubles.front() + "\n", "text/plain");
    });
  }

  const PageParts parts;
  httplib::Server server;
  std::string address;
  std::atomic<bool> ended{false};
  std::thread thread;
};

Pages::Pages(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pages::~Pages() { stop(); }

Result<std::unique_ptr<Pages>> Pages::start(const std::string& address, PageParts parts) {
  KITH_TRY(const Place place, place_of(address));
  if (!is_loopback(place.host)) {
    return fail(Code::INVALID_ARGUMENT, "the status page has no lock: its address is on this machine alone (127.0.0.1)");
  }
  auto impl = std::make_unique<Impl>(std::move(parts));
  int port = place.port;
  if (port == 0) {
    port = impl->server.bind_to_any_port(place.host);
  } else if (!impl->server.bind_to_port(place.host, port)) {
    port = -1;
  }
  if (port <= 0) return fail(Code::INVALID_ARGUMENT, worded("the status page cannot be on {0}", address));
  impl->address = (place.host.find(':') == std::string::npos ? place.host : "[" + place.host + "]") + ":" + std::to_string(port);
  impl->thread = std::thread([raw = impl.get()] {
    (void)raw->server.listen_after_bind();
    raw->ended = true;
  });
  // stop() before it listens would be forgotten.
  while (!impl->server.is_running() && !impl->ended) std::this_thread::yield();
  return std::unique_ptr<Pages>(new Pages(std::move(impl)));
}

const std::string& Pages::address() const { return impl_->address; }

void Pages::stop() {
  if (!impl_->thread.joinable()) return;
  impl_->server.stop();
  impl_->thread.join();
}

}  // namespace kith::relay
