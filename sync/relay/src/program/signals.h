#pragma once
// SIGTERM and SIGINT end the relay cleanly, SIGHUP has it read its settings again. They are blocked before any thread
// starts, so that only this waits for them.
//
// Threads: made before there are others.

#include <signal.h>

namespace kith::relay {

class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGHUP);
    (void)::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    (void)::signal(SIGPIPE, SIG_IGN);
  }
  int next() const {
    int got = 0;
    while (::sigwait(&set_, &got) != 0) {
    }
    return got;
  }

 private:
  sigset_t set_{};
};

}  // namespace kith::relay
