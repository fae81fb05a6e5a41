#include "agent/serve.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "agent/order.h"
#include "kith/base/wire.h"

namespace kith::cli {
namespace {

constexpr const char* kKeyFile = "keys";  // of a vault; see core/vault/FORMAT.md
constexpr int kServeLookMs = 5000;             // how often it looks whether the machine has slept
constexpr std::int64_t kSleptMs = 2000;
constexpr std::int64_t kMsASecond = 1000;
constexpr std::int64_t kNsAMs = 1'000'000;

std::int64_t now_ms(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return now.tv_sec * kMsASecond + now.tv_nsec / kNsAMs;
}

// One clock stands still while the machine sleeps and the other does not.
std::int64_t asleep_ms() { return now_ms(CLOCK_BOOTTIME) - now_ms(CLOCK_MONOTONIC); }

Socket timer_of(std::uint64_t live_ms) {
  Socket out(::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK));
  const auto ms = static_cast<std::int64_t>(live_ms);
  const itimerspec at{{0, 0}, {ms / kMsASecond, ms % kMsASecond * kNsAMs}};
  if (!out.ok() || ::timerfd_settime(out.get(), 0, &at, nullptr) != 0) return Socket();
  return out;
}

Socket signals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int one : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&set, one);
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return Socket(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

// What happens to two names: the vault's key file and the socket.
class Names {
 public:
  explicit Names(const Order& order) : fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    const std::filesystem::path socket(order.socket);
    socket_name_ = socket.filename();
    vault_ = watch(order.vault);
    folder_ = watch(socket.parent_path());
  }
  bool ok() const { return vault_ >= 0 && folder_ >= 0; }
  int fd() const { return fd_.get(); }

  // Whether one of them changed, or went, among what came in.
  bool have_changed() {
    alignas(inotify_event) std::array<char, 4096> buffer;
    bool out = false;
    ssize_t got = 0;
    while ((got = ::read(fd_.get(), buffer.data(), buffer.size())) > 0) {
      for (ssize_t at = 0; at < got;) {
        inotify_event event;
        std::memcpy(&event, &buffer[static_cast<std::size_t>(at)], sizeof event);
        const char* name = event.len > 0 ? &buffer[static_cast<std::size_t>(at) + sizeof event] : "";
        out = out || is_about_us(event, name);
        at += static_cast<ssize_t>(sizeof event + event.len);
      }
    }
    return out;
  }

 private:
  int watch(const std::filesystem::path& folder) {
    constexpr std::uint32_t kChanges = IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                       IN_DELETE_SELF | IN_UNMOUNT | IN_ONLYDIR;
    return ::inotify_add_watch(fd_.get(), folder.c_str(), kChanges);
  }

  bool is_about_us(const inotify_event& event, const char* name) const {
    if ((event.mask & (IN_DELETE_SELF | IN_IGNORED | IN_UNMOUNT | IN_Q_OVERFLOW)) != 0) return true;
    return event.wd == vault_ ? std::strcmp(name, kKeyFile) == 0 : name == socket_name_;
  }

  Socket fd_;
  std::string socket_name_;
  int vault_ = -1;
  int folder_ = -1;
};

// Answers one who came. Somebody slow holds it up for kTalkSeconds, and a stranger not at all. Who tells it to end is
// given back: he is answered by closing, when there is nothing left to wipe.
Socket answer(const Socket& listener, const Order& order) {
  Socket other(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
  std::array<Byte, 1> asked{};
  if (!other.ok() || !is_my_own(other) || !receive_all(other.get(), asked)) return Socket();
  switch (static_cast<Ask>(asked.front())) {
    case Ask::key:
      send_all(other.get(), order.key.reveal());
      break;
    case Ask::time: {
      Writer out;
      out.u64(order.until_ms);
      send_all(other.get(), out.bytes());
      break;
    }
    case Ask::end:
      return other;
  }
  return Socket();
}

// Until one of the reasons to end; who told it to, if somebody did.
Socket serve(const Order& order, const Socket& listener, Names& names, const Socket& timer, const Socket& signal) {
  const std::int64_t slept_before = asleep_ms();
  std::array<pollfd, 4> all{{{listener.get(), POLLIN, 0}, {names.fd(), POLLIN, 0}, {timer.get(), POLLIN, 0},
                             {signal.get(), POLLIN, 0}}};
  while (true) {
    const int ready = ::poll(all.data(), all.size(), kServeLookMs);
    if (ready < 0 && errno != EINTR) return Socket();
    if (asleep_ms() - slept_before > kSleptMs) return Socket();
    if (ready <= 0) continue;
    if (all[2].revents != 0 || all[3].revents != 0) return Socket();
    if (all[1].revents != 0 && names.have_changed()) return Socket();
    if (all[0].revents == 0) continue;
    if (Socket told = answer(listener, order); told.ok()) return told;
  }
}

// Nothing of the terminal, and of the folder it was started in, is held on to.
void let_go() {
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, fd);
  if (nothing > STDERR_FILENO) ::close(nothing);
  if (::chdir("/") != 0) return;
}

}  // namespace

int serve_agent() {
  auto order = receive_order(STDIN_FILENO);
  if (!order) return 1;
  const Socket signal = signals();
  const Socket timer = timer_of(order->live_ms);
  const auto listener = listen_at(order->socket);
  if (!listener || !timer.ok() || !signal.ok()) return 1;
  const auto own = file_at(order->socket);
  // After the socket is there: its own making is no change. What happened before the watch began is seen by its file.
  Names names(*order);
  const Byte word = secret_memory_is_locked() ? kAgentIsThere : kNoLockedMemory;
  const bool mine = names.ok() && own && file_at(order->socket) == own;
  // Taken away before it is said: whoever hears that there is no agent may end this process at once.
  if (mine && word != kAgentIsThere) ::unlink(order->socket.c_str());
  const bool good = mine && send_all(STDOUT_FILENO, {&word, 1});
  Socket told;
  if (good && word == kAgentIsThere) {
    let_go();
    told = serve(*order, *listener, names, timer, signal);
  }
  if (file_at(order->socket) == own) ::unlink(order->socket.c_str());
  order.reset();  // the key is wiped
  return good ? 0 : 1;
}

}  // namespace kith::cli
