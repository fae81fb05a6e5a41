// Why a relay cannot be reached: each cause by itself, against a real relay with a real certificate, and against what
// is none.

#include "reach.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ctime>
#include <thread>

#include "served_relay.h"

namespace kith::grpc {
namespace {

using ::testing::HasSubstr;
using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::ServedRelay;

constexpr std::int64_t kYear = 365LL * 24 * 3600;

std::int64_t now() { return std::time(nullptr); }

void expect(const Error& error, Code code, const std::string& says) {
  EXPECT_EQ(error.code, code) << error.message.text();
  EXPECT_THAT(error.message.text(), HasSubstr(says));
}

// A server that answers every connection with these words, which are no TLS; or ends it when there are none.
class Talker {
 public:
  enum class Hears { nothing, first };  // before it talks
  explicit Talker(std::string words, Hears hears = Hears::nothing) : hears_(hears), words_(std::move(words)), fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    EXPECT_EQ(::bind(fd_, reinterpret_cast<sockaddr*>(&at), size), 0);
    EXPECT_EQ(::listen(fd_, 4), 0);
    EXPECT_EQ(::getsockname(fd_, reinterpret_cast<sockaddr*>(&at), &size), 0);
    address_ = "127.0.0.1:" + std::to_string(::ntohs(at.sin_port));
    thread_ = std::thread([this] {
      const int other = ::accept(fd_, nullptr, nullptr);
      if (other < 0) return;
      char begin[4096];
      if (hears_ == Hears::first) {
        EXPECT_GT(::recv(other, begin, sizeof begin, 0), 0);
      }
      if (!words_.empty()) {
        EXPECT_GT(::send(other, words_.data(), words_.size(), MSG_NOSIGNAL), 0);
        char heard[4096];
        while (::recv(other, heard, sizeof heard, 0) > 0) continue;  // until the other side has had enough
      }
      ::close(other);
    });
  }
  ~Talker() {
    ::shutdown(fd_, SHUT_RDWR);
    thread_.join();
    ::close(fd_);
  }
  const std::string& address() const { return address_; }

 private:
  const Hears hears_;
  const std::string words_;
  const int fd_;
  std::string address_;
  std::thread thread_;
};

TEST(Reach, AnAddressIsAHostAndAPort) {
  EXPECT_EQ(host_port_of("relay.example:7443")->host, "relay.example");
  EXPECT_EQ(host_port_of("[::1]:7443")->host, "::1");
  EXPECT_EQ(host_port_of("[::1]:7443")->port, "7443");
  for (const char* none : {"", "host", ":1", "host:", "host:1x"}) EXPECT_FALSE(host_port_of(none)) << none;
}

TEST(Reach, NobodyListensOrNobodyIsThere) {
  const ServedRelay relay;
  expect(why_unreachable("127.0.0.1:1", relay.ca(), now()), Code::OFFLINE, "nothing listens at port 1");
  expect(why_unreachable("nobody.invalid:7443", relay.ca(), now()), Code::OFFLINE, "nobody.invalid");
}

TEST(Reach, ACertificateThatHoldsIsNoReason) {
  const ServedRelay relay;
  expect(why_unreachable(relay.address(), relay.ca(), now()), Code::OFFLINE, "takes no calls");
}

TEST(Reach, AWrongClockAndAnOldCertificateAreSaidWithBothDays) {
  const ServedRelay relay;
  const Error early = why_unreachable(relay.address(), relay.ca(), now() - kYear);
  expect(early, Code::RELAY_UNTRUSTED, "set the clock");
  const std::time_t today = now() - 3600;
  char day[16];
  std::strftime(day, sizeof day, "%Y-%m-%d", std::gmtime(&today));
  EXPECT_THAT(early.message.text(), HasSubstr(std::string("good from ") + day));
  expect(why_unreachable(relay.address(), relay.ca(), now() + 11 * kYear), Code::RELAY_UNTRUSTED,
         "was good until " + std::to_string(std::gmtime(&today)->tm_year + 1900 + 10));
}

TEST(Reach, AForeignCertificateIsSaid) {
  const ServedRelay relay;
  const auto other = relay::make_development_certificate("").value();
  expect(why_unreachable(relay.address(), other.ca_pem, now()), Code::RELAY_UNTRUSTED, "does not vouch for");
  expect(why_unreachable(relay.address(), "", now()), Code::RELAY_UNTRUSTED, "does not vouch for");
}

TEST(Reach, ACertificateForAnotherNameIsSaid) {
  const ServedRelay relay(ServedRelay::open_to_all(), "127.0.0.2:0");
  expect(why_unreachable(relay.address(), relay.ca(), now()), Code::RELAY_UNTRUSTED, "another name than 127.0.0.2");
}

TEST(Reach, WhatSpeaksNoTlsIsNoRelay) {
  const ServedRelay relay;
  const Talker web("HTTP/1.1 400 Bad Request\r\n\r\n");
  expect(why_unreachable(web.address(), relay.ca(), now()), Code::RELAY_UNTRUSTED, "does not speak TLS");
}

// A proxy whose relay is down ends the connection, before or after it heard us, or says so in TLS.
TEST(Reach, WhoEndsTheConnectionOrRefusesIsOffline) {
  const ServedRelay relay;
  const Talker deaf("");
  expect(why_unreachable(deaf.address(), relay.ca(), now()), Code::OFFLINE, "ended the connection");
  const Talker silent("", Talker::Hears::first);
  expect(why_unreachable(silent.address(), relay.ca(), now()), Code::OFFLINE, "ended the connection");
  const Talker refuses(std::string("\x15\x03\x03\x00\x02\x02\x28", 7), Talker::Hears::first);  // handshake_failure
  expect(why_unreachable(refuses.address(), relay.ca(), now()), Code::OFFLINE, "refuses the handshake");
}

// One that accepts and says nothing is given up after a while, and not waited for.
TEST(Reach, WhoSaysNothingIsGivenUp) {
  const ServedRelay relay;
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  ASSERT_EQ(::bind(fd, reinterpret_cast<sockaddr*>(&at), size), 0);
  ASSERT_EQ(::listen(fd, 4), 0);
  ASSERT_EQ(::getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size), 0);
  expect(why_unreachable("127.0.0.1:" + std::to_string(::ntohs(at.sin_port)), relay.ca(), now()), Code::OFFLINE,
         "does not answer");
  ::close(fd);
}

TEST(Reach, AFileThatIsNoCertificateIsRefusedBeforeAnybodyIsAsked) {
  const auto good = relay::make_development_certificate("").value();
  EXPECT_THAT(check_ca(""), IsOk());
  EXPECT_THAT(check_ca(good.ca_pem), IsOk());
  for (const std::string& none : {std::string("\n"), std::string("hello"), good.key_pem,
                                  good.ca_pem.substr(0, good.ca_pem.size() / 2)}) {
    EXPECT_THAT(check_ca(none), Fails(Code::INVALID_ARGUMENT)) << none;
    EXPECT_THAT(make_grpc_transport({"127.0.0.1:1", none, 1'000}), Fails(Code::INVALID_ARGUMENT)) << none;
  }
}

}  // namespace
}  // namespace kith::grpc
