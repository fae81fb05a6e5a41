#pragma once
// A long list goes through the person's pager ($PAGER, else less) on a terminal, and straight out everywhere else.
//
// Less is told to keep no history of what was searched for, to start no other program and to write no file.
//
// Threads: one.
// Owns:    the pager, and standard output as long as it lives; who is done with the list ends it.

#include "frame/context.h"

namespace kith::cli {

class Pager {
 public:
  // Closes the vault where there is a pager: whoever reads for an hour keeps nobody out.
  explicit Pager(Context& context);
  // Waits until the person has read enough.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int before_ = -1;  // standard output as it was; -1: there is no pager
  int child_ = -1;
};

}  // namespace kith::cli
