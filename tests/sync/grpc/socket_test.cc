#include "system/socket.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace kith::grpc {
namespace {

TEST(Socket, WaitsForNobodyAndIsNotInherited) {
  const int fd = open_stream(AF_INET);
  ASSERT_GE(fd, 0);
  EXPECT_NE(::fcntl(fd, F_GETFL) & O_NONBLOCK, 0);
  EXPECT_NE(::fcntl(fd, F_GETFD) & FD_CLOEXEC, 0);
  ::close(fd);
}

TEST(Socket, WhoHasGoneIsAnErrorAndNoSignal) {
  const int fd = open_stream(AF_INET);
  ASSERT_GE(fd, 0);
  EXPECT_EQ(send_quietly(fd, "x", 1), -1);  // to nobody: the system's signal would end this program here
  EXPECT_EQ(errno, EPIPE);
  ::close(fd);
}

TEST(Socket, AFamilyThatIsNoneIsRefused) { EXPECT_EQ(open_stream(-1), -1); }

}  // namespace
}  // namespace kith::grpc
