#pragma once
// A second port, on this machine alone, where an operator and his Prometheus look: / for people, /metrics for
// Prometheus, /health for whatever restarts things. It is read alone, and has no lock: so it is never on another
// address than loopback, and answers nobody who asks for it by another name (a page in a browser could, by a name
// that it makes lead here).
//
// Threads: two of its own; the functions are called on them.
// Owns:    the port, until stop() or the end.
// Errors:  INVALID_ARGUMENT for an address that is not on loopback or cannot be had.

#include <functional>
#include <memory>
#include <string>

#include "kith/base/result.h"
#include "status/status_page.h"

namespace kith::relay {

struct PageParts {
  std::function<StatusView()> status;
  std::function<std::string()> metrics;
};

class Pages {
 public:
  static Result<std::unique_ptr<Pages>> start(const std::string& address, PageParts parts);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  // HOST:PORT as it is served.
  const std::string& address() const;
  void stop();

 private:
  struct Impl;
  explicit Pages(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kith::relay
