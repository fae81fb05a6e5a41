#include "frame/waiting.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include "kith/engine/door.h"

namespace kith::cli {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kBetweenTries = 50ms;
constexpr auto kKnockAgain = 1s;
constexpr auto kSilence = 1s;  // what takes longer is said

// "08:01:12345", as the kernel's list of locks names a file.
std::string name_in_locks(const struct stat& file) {
  char out[64];
  std::snprintf(out, sizeof out, "%02x:%02x:%llu", major(file.st_dev), minor(file.st_dev),
                static_cast<unsigned long long>(file.st_ino));
  return out;
}

// Its name and number; never its arguments, which may be what somebody writes in a note.
std::string program(const std::string& process) {
  std::string name;
  std::ifstream comm("/proc/" + process + "/comm");
  std::getline(comm, name);
  return (name.empty() ? "a program" : name) + ", process " + process;
}

// Who has the lock of the folder; empty where the system does not tell.
std::string holder(const std::string& folder) {
  struct stat file {};
  if (::stat((folder + "/lock").c_str(), &file) != 0) return {};
  const std::string wanted = name_in_locks(file);
  std::ifstream locks("/proc/locks");
  std::string line;
  while (std::getline(locks, line)) {
    // 1: FLOCK  ADVISORY  WRITE 4711 08:01:12345 0 EOF. Who only knocks has a lock of another sort.
    std::istringstream words(line);
    std::string number, sort, kind, mode, process, name;
    if (words >> number >> sort >> kind >> mode >> process >> name && name == wanted && sort == "FLOCK") {
      return program(process);
    }
  }
  return {};
}

}  // namespace

Result<void> when_free(const std::string& folder, int seconds, const std::function<Result<void>()>& open) {
  const auto began = Clock::now();
  bool said = false;
  std::optional<engine::Knock> at_the_door;  // who has it for long lets go then
  auto knocked = began;
  while (true) {
    Result<void> done = open();
    if (done || done.error().code != Code::STORE_IN_USE) return done;
    if (!at_the_door || Clock::now() - knocked > kKnockAgain) {
      at_the_door.emplace(folder);
      knocked = Clock::now();
    }
    const auto waited = Clock::now() - began;
    if (waited >= std::chrono::seconds(seconds)) break;
    if (!said && waited > kSilence && ::isatty(STDERR_FILENO) == 1) {
      std::fputs("kith: waiting for another program that has this vault open\n", stderr);
      said = true;
    }
    std::this_thread::sleep_for(kBetweenTries);
  }
  const std::string who = holder(folder);
  if (who.empty()) {
    return fail(Code::STORE_IN_USE, worded("the vault is open in another program; it was waited for {0} s", seconds));
  }
  return fail(Code::STORE_IN_USE,
              worded("the vault is open in another program ({0}); it was waited for {1} s", who, seconds));
}

}  // namespace kith::cli
