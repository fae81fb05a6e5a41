#include "reach.h"

#include <netdb.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <memory>
#include <utility>

#include "kith/base/freed.h"
#include "system/socket.h"

namespace kith::grpc {
namespace {

using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Freed<SSL_free>>;
using Shown = std::unique_ptr<X509, Freed<X509_free>>;
using Addresses = std::unique_ptr<addrinfo, Freed<freeaddrinfo>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;

class Opened {
 public:
  explicit Opened(int fd = -1) : fd_(fd) {}
  Opened(Opened&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Opened& operator=(Opened&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

constexpr int kLookMs = 50;  // how often a wait asks whether anybody wants it still

Error offline(Sentence why) { return fail(Code::OFFLINE, worded("the relay cannot be reached: {0}", std::move(why))); }
Error untrusted(Sentence why) { return fail(Code::RELAY_UNTRUSTED, std::move(why)); }

// How long a look may take in all, and whether anybody wants it still.
class Limit {
 public:
  explicit Limit(const StillWanted& wanted) : wanted_(wanted) {}

  bool over() const { return left_ms() == 0 || (wanted_ && !wanted_()); }
  int left_ms() const {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
  }

 private:
  const StillWanted& wanted_;
  const std::chrono::steady_clock::time_point until_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(kReachMs);
};

bool is_ready(int fd, short what, const Limit& limit) {
  pollfd one{fd, what, 0};
  while (!limit.over()) {
    if (const int ready = ::poll(&one, 1, std::min(limit.left_ms(), kLookMs)); ready != 0) return ready > 0;
  }
  return false;
}

// 0 once connected, or what stood in the way.
int connect_within(int fd, const addrinfo& to, const Limit& limit) {
  if (::connect(fd, to.ai_addr, to.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  if (!is_ready(fd, POLLOUT, limit)) return ETIMEDOUT;
  int error = 0;
  socklen_t size = sizeof error;
  return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

Sentence by_errno(int error, const HostPort& at) {
  switch (error) {
    case ECONNREFUSED: return worded("{0} is there, but nothing listens at port {1}", at.host, at.port);
    case ETIMEDOUT: return worded("{0} does not answer", at.host);
    case ENETUNREACH:
    case EHOSTUNREACH: return worded("no network leads to {0}", at.host);
    default: return Sentence::value(std::strerror(error));
  }
}

// To the first of the host's addresses that takes a connection, as gRPC does.
Result<Opened> connected(const HostPort& at, const Limit& limit) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int failed = ::getaddrinfo(at.host.c_str(), at.port.c_str(), &wanted, &found);
  const Addresses all(found);
  if (failed == EAI_AGAIN) return offline(worded("no network, or nobody who knows where {0} is", at.host));
  if (failed != 0) return offline(worded("nobody knows a host {0}", at.host));
  int last = 0;
  for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
    Opened out(open_stream(one->ai_family));
    last = out.get() < 0 ? errno : connect_within(out.get(), *one, limit);
    if (last == 0) return out;
  }
  return offline(by_errno(last, at));
}

Shown next_certificate(BIO* from) { return Shown(PEM_read_bio_X509(from, nullptr, nullptr, nullptr)); }

Bio reader_of(const std::string& text) { return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }

// Judges by `ca_pem`, or by what the system trusts, and lets every certificate through the handshake: what is wrong
// with it is asked afterwards.
Context context_of(const std::string& ca_pem, std::int64_t now) {
  Context out(SSL_CTX_new(TLS_client_method()));
  if (!out) return out;
  SSL_CTX_set_verify(out.get(), SSL_VERIFY_NONE, nullptr);
  if (ca_pem.empty()) {
    SSL_CTX_set_default_verify_paths(out.get());
  } else {
    const Bio text = reader_of(ca_pem);
    while (const Shown one = next_certificate(text.get())) X509_STORE_add_cert(SSL_CTX_get_cert_store(out.get()), one.get());
  }
  // As gRPC judges: one that is given counts, whether or not it signed itself.
  X509_STORE_set_flags(SSL_CTX_get_cert_store(out.get()), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST);
  X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(out.get()), static_cast<std::time_t>(now));
  constexpr unsigned char kHttp2[] = {2, 'h', '2'};
  SSL_CTX_set_alpn_protos(out.get(), kHttp2, sizeof kHttp2);
  return out;
}

std::string day_of(const std::tm& at) {
  char out[32];
  return std::strftime(out, sizeof out, "%Y-%m-%d", &at) == 0 ? std::string("?") : std::string(out);
}

std::string day_of(const ASN1_TIME* at) {
  std::tm out{};
  return ASN1_TIME_to_tm(at, &out) == 1 ? day_of(out) : "?";
}

std::string day_of(std::int64_t seconds) {
  const auto at = static_cast<std::time_t>(seconds);
  std::tm out{};
  ::gmtime_r(&at, &out);
  return day_of(out);
}

bool is_for(X509* certificate, const std::string& host) {
  return X509_check_ip_asc(certificate, host.c_str(), 0) == 1 ||
         X509_check_host(certificate, host.data(), host.size(), 0, nullptr) == 1;
}

// What is wrong with the certificate; nothing where it holds.
std::optional<Error> judged(long verdict, X509* shown, const std::string& host, std::int64_t now) {
  switch (verdict) {
    case X509_V_OK:
      if (is_for(shown, host)) return std::nullopt;
      return untrusted(worded("the relay's certificate is for another name than {0}: is that the relay's address?",
                              host));
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return untrusted(worded("the relay's certificate is good from {0} on, and the clock of this device says {1}: set "
                              "the clock",
                           day_of(X509_get0_notBefore(shown)), day_of(now)));
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return untrusted(worded("the relay's certificate was good until {0}, and the clock of this device says {1}: if "
                              "the clock is right, whoever hosts the relay has to renew it",
                           day_of(X509_get0_notAfter(shown)), day_of(now)));
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      return untrusted(worded("the relay shows a certificate that the one known here does not vouch for: somebody else "
                              "may answer in its place; ask whoever hosts it for its certificate"));
    default:
      return untrusted(worded("the relay's certificate does not hold: {0}",
                              std::string(X509_verify_cert_error_string(verdict))));
  }
}

}  // namespace

std::optional<HostPort> host_port_of(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == address.size()) return std::nullopt;
  if (address.find_first_not_of("0123456789", colon + 1) != std::string::npos) return std::nullopt;
  HostPort out{address.substr(0, colon), address.substr(colon + 1)};
  if (out.host.front() == '[' && out.host.back() == ']') out.host = out.host.substr(1, out.host.size() - 2);
  return out;
}

Result<void> check_ca(const std::string& ca_pem) {
  if (ca_pem.empty()) return {};
  const bool is_one = next_certificate(reader_of(ca_pem).get()) != nullptr;
  ERR_clear_error();
  if (is_one) return {};
  return fail(Code::INVALID_ARGUMENT, "what was given as the relay's certificate is none: it begins with "
                                      "-----BEGIN CERTIFICATE-----");
}

namespace {

enum class Shook { hands, nothing_more, refused, no_tls, no_time };

bool send_what_waits(SSL* session, int fd, const Limit& limit) {
  char buffer[4096];
  int size = 0;
  while ((size = BIO_read(SSL_get_wbio(session), buffer, sizeof buffer)) > 0) {
    if (!is_ready(fd, POLLOUT, limit)) return false;
    if (send_quietly(fd, buffer, static_cast<std::size_t>(size)) != size) return false;
  }
  return true;
}

// The handshake, over memory: what goes over the network is sent and read here, within the limit.
Shook shake_hands(SSL* session, int fd, const Limit& limit) {
  while (true) {
    const int done = SSL_connect(session);
    const int kind = done == 1 ? SSL_ERROR_NONE : SSL_get_error(session, done);
    const int reason = ERR_GET_REASON(ERR_peek_last_error());
    ERR_clear_error();
    const bool sent = send_what_waits(session, fd, limit);
    if (kind == SSL_ERROR_NONE) return Shook::hands;
    // An alert is a word of TLS: somebody who speaks it and does not want to.
    if (kind != SSL_ERROR_WANT_READ) return reason >= SSL_AD_REASON_OFFSET ? Shook::refused : Shook::no_tls;
    if (!sent) return Shook::nothing_more;
    if (!is_ready(fd, POLLIN, limit)) return Shook::no_time;
    char buffer[4096];
    const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
    if (got <= 0) return Shook::nothing_more;
    BIO_write(SSL_get_rbio(session), buffer, static_cast<int>(got));
  }
}

}  // namespace

Error why_unreachable(const std::string& address, const std::string& ca_pem, std::int64_t now,
                      const StillWanted& wanted) {
  const auto at = host_port_of(address);
  if (!at) return offline(worded("its address is none"));
  const Context context = context_of(ca_pem, now);
  const Session session(context ? SSL_new(context.get()) : nullptr);
  if (!session) return offline(worded("this device cannot speak TLS"));
  const Limit limit(wanted);
  if (limit.over()) return offline(worded("it did not answer in time"));
  const auto socket = connected(*at, limit);
  if (!socket) return socket.error();
  SSL_set_bio(session.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
  // The name that is wanted, as gRPC sends it. SSL_set_tlsext_host_name() is a macro with a cast of the old style.
  SSL_ctrl(session.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(at->host.c_str()));
  const Shook done = shake_hands(session.get(), socket->get(), limit);
  const Shown shown(SSL_get1_peer_certificate(session.get()));
  if (shown) {
    if (const auto wrong = judged(SSL_get_verify_result(session.get()), shown.get(), at->host, now)) return *wrong;
  }
  switch (done) {
    case Shook::hands: return offline(worded("it is there, and takes no calls"));
    case Shook::refused: return offline(worded("it refuses the handshake of TLS"));
    case Shook::no_time: return offline(worded("it does not answer"));
    case Shook::nothing_more: break;
    case Shook::no_tls:
      if (!shown) return untrusted(worded("what answers at {0} does not speak TLS: it is no relay", address));
  }
  return offline(worded("it ended the connection"));
}

}  // namespace kith::grpc
