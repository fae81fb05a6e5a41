#pragma once
// Other processes, and what a process has used.
//
// Threads: start() and run() fork and so come before threads are started, where that is possible.
// Owns:    a Relay owns its process and ends it.
// Units:   memory in MiB (of 1,048,576 bytes), time in microseconds.
// Errors:  INTERNAL, with what the system said.

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kith/base/result.h"

namespace kith::bench {

// The highest resident memory of a process since it began, or since reset_peak_memory() in it.
Result<double> peak_memory_mb(pid_t process);
Result<void> reset_peak_memory();
// What is resident of it now.
Result<double> memory_mb(pid_t process);
// What this process alone has written and holds, and all that is resident, now.
struct MemoryNow {
  double dirty_mb = 0;  // Private_Dirty: what a phone counts against an app
  double rss_mb = 0;
};
Result<MemoryNow> memory_now();

// Processor time so far, on all cores.
Result<double> cpu_us(pid_t process);

std::filesystem::path this_program();

// Runs to its end; INTERNAL when that is not 0.
Result<void> run(const std::vector<std::string>& command);

Result<std::string> whole_file(const std::filesystem::path& path);

// The figures of a hidden suite of this program over `vault`, in a new process that does nothing else.
Result<std::map<std::string, double>> measured_apart(const std::string& suite, const std::filesystem::path& vault,
                                                     bool small);

// The real kith-relay that lies beside this program, in development mode, on a free port.
class RelayProcess {
 public:
  static Result<RelayProcess> start(const std::filesystem::path& folder);
  RelayProcess(RelayProcess&& other) noexcept;
  RelayProcess& operator=(RelayProcess&&) = delete;
  ~RelayProcess();

  pid_t process() const { return process_; }
  const std::string& address() const { return address_; }
  const std::string& ca_pem() const { return ca_pem_; }

 private:
  explicit RelayProcess(pid_t process) : process_(process) {}
  pid_t process_ = 0;
  std::string address_;
  std::string ca_pem_;
};

}  // namespace kith::bench
