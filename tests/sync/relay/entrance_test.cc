// Who comes in, who is turned away, and that the entrance is open again afterwards.

#include "network/entrance.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "kith/base/sanitized.h"
#include "kith/testing/matchers.h"

namespace kith::relay {
namespace {

using testing::Fails;
using testing::IsOk;

constexpr int kMany = 1 << 20;

class Caller {
 public:
  explicit Caller(int port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(fd_, reinterpret_cast<const sockaddr*>(&at), sizeof at), 0);
    const timeval most{5, 0};
    (void)::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
  }
  Caller(Caller&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ~Caller() {
    if (fd_ >= 0) ::close(fd_);
  }
  // What the first byte is: 'y' from whoever takes it, nothing where it was closed.
  std::string heard() const {
    char byte = 0;
    return ::recv(fd_, &byte, 1, 0) == 1 ? std::string(1, byte) : std::string();
  }

 private:
  int fd_;
};

class EntranceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Entrance::open("127.0.0.1:0");
    ASSERT_THAT(opened, IsOk());
    entrance_ = *std::move(opened);
  }
  void TearDown() override {
    entrance_->stop();
    close_taken();
  }
  void start(int most_files) {
    entrance_->start(
        most_files,
        [this](const Visitor& visitor) {
          EXPECT_GE(visitor.listener, 0);
          EXPECT_EQ(::send(visitor.connection, "y", 1, 0), 1);
          const std::lock_guard lock(mu_);
          taken_.push_back(visitor.connection);
        },
        [this] { ++told_; });
  }
  Caller call() const { return Caller(port()); }
  int port() const { return std::stoi(entrance_->address().substr(entrance_->address().rfind(':') + 1)); }
  void close_taken() {
    const std::lock_guard lock(mu_);
    for (const int fd : taken_) ::close(fd);
    taken_.clear();
  }

  std::unique_ptr<Entrance> entrance_;
  std::mutex mu_;
  std::deque<int> taken_;
  std::atomic<int> told_{0};
};

TEST_F(EntranceTest, TakesWhoComes) {
  start(kMany);
  const Caller one = call();
  const Caller two = call();
  EXPECT_EQ(one.heard(), "y");
  EXPECT_EQ(two.heard(), "y");
  EXPECT_EQ(told_, 0);
}

TEST_F(EntranceTest, RS16_TurnsAwayWhoWouldUseTheFilesUpAndTakesAgainAfterwards) {
  std::vector<Caller> callers;
  for (int i = 0; i < 8; ++i) callers.push_back(call());
  // The callers' own are open already: from here on two more.
  const int next = ::dup(0);
  ::close(next);
  start(next + 2);
  int in = 0;
  for (const Caller& caller : callers) in += caller.heard() == "y" ? 1 : 0;
  EXPECT_EQ(in, 2) << "the others are closed at once, and do not wait";
  EXPECT_EQ(told_, 1) << "of six";
  close_taken();
  callers.clear();
  EXPECT_EQ(call().heard(), "y");
}

// What gRPC's own listener never comes back from.
TEST_F(EntranceTest, RS16_AConnectionThatFoundNoFileWaitsAndIsTakenLater) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer asks the system by way of files what memory there is";
  const Caller late = call();  // the system keeps it at the entrance
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const int next = ::dup(0);
  ::close(next);
  const rlimit none{static_cast<rlim_t>(next), before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  start(kMany);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));  // it is tried some times
  {
    const std::lock_guard lock(mu_);
    EXPECT_TRUE(taken_.empty());
  }
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_EQ(late.heard(), "y");
}

TEST_F(EntranceTest, StopsAndGivesTheAddressBack) {
  start(kMany);
  const std::string address = entrance_->address();
  EXPECT_THAT(Entrance::open(address), Fails(Code::INVALID_ARGUMENT)) << "it is in use";
  entrance_->stop();
  entrance_->stop();
  EXPECT_THAT(Entrance::open(address), IsOk());
}

TEST_F(EntranceTest, AnAddressThatIsNoneIsNamed) {
  for (const char* address : {"127.0.0.1", "no.such.host.invalid:1", "192.0.2.1:0", "127.0.0.1:x"}) {
    const auto opened = Entrance::open(address);
    ASSERT_THAT(opened, Fails(Code::INVALID_ARGUMENT)) << address;
    EXPECT_NE(opened.error().message.text().find(address), std::string::npos);
  }
}

TEST_F(EntranceTest, AName) {
  const auto opened = Entrance::open("localhost:0");
  ASSERT_THAT(opened, IsOk());
  EXPECT_EQ((*opened)->address().rfind("localhost:", 0), 0U);
  EXPECT_NE((*opened)->address(), "localhost:0");
}

TEST(FilesForConnections, AreFewerThanTheProcessMayOpen) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  for (const auto& [limit, most] : {std::pair<rlim_t, int>{4000, 3232}, {1024, 512}, {300, 150}}) {
    const rlimit now{limit, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &now), 0);
    EXPECT_EQ(files_for_connections(), most);
  }
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

}  // namespace
}  // namespace kith::relay
