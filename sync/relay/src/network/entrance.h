#pragma once
// The entrance of a relay: it listens and takes connections, and turns away those that would use up the files
// of the process. gRPC 1.51 can do neither: its own listener never listens again once a connection found
// no file left (CVE-2023-4785), and it knows no greatest number.
//
// Threads: one of its own takes connections; open and stop from one thread.
// Owns:    the sockets that listen. A connection that was taken is its taker's.
// Units:   files; a connection is one.
// Errors:  INVALID_ARGUMENT for an address that is none, is in use, or is not this machine's.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kith/base/result.h"

namespace kith::relay {

struct Visitor {
  int listener = -1;
  int connection = -1;
};

class Entrance {
 public:
  // Listens at HOST:PORT from now on; port 0: any free one.
  static Result<std::unique_ptr<Entrance>> open(const std::string& address);
  ~Entrance();
  Entrance(const Entrance&) = delete;
  Entrance& operator=(const Entrance&) = delete;

  // HOST:PORT as it listens.
  const std::string& address() const { return address_; }

  // Begins to take. With `most_files` open in this process whoever comes is turned away, and `turned_away` hears of
  // it, once a minute at most.
  void start(int most_files, std::function<void(const Visitor&)> take, std::function<void()> turned_away);
  void stop();

 private:
  Entrance() = default;
  void run();
  void take_all(int listener);
  void turn_away(int connection);

  std::string address_;
  std::vector<int> listeners_;
  int wake_ = -1;  // readable once it is to stop
  int most_files_ = 0;
  std::function<void(const Visitor&)> take_;
  std::function<void()> turned_away_;
  std::optional<std::chrono::steady_clock::time_point> told_;  // the thread's own, as what it tells
  std::thread thread_;
};

// How many files may be open before connections are turned away: what is left is for the database and for what the
// process needs besides.
int files_for_connections();

}  // namespace kith::relay
