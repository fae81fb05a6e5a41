#include "process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "kith/testing/temporary_folder.h"

namespace kith::bench {
namespace {

Error of_system(const std::string& what) {
  return fail(Code::INTERNAL, worded("{0}: {1}", what, std::string(std::strerror(errno))));
}

std::string proc(pid_t process, const char* file) { return "/proc/" + std::to_string(process) + "/" + file; }

// A child that dies with this process; its standard output goes to `output`, where that is given.
Result<pid_t> spawn(const std::vector<std::string>& command, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return of_system("fork");
  if (child > 0) return child;
  (void)::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (output >= 0) (void)::dup2(output, STDOUT_FILENO);
  (void)::execv(arguments[0], arguments.data());
  ::_exit(127);
}

Result<std::string> first_line(int from) {
  std::string line;
  for (char c = 0; ::read(from, &c, 1) == 1;) {
    if (c == '\n') return line;
    line += c;
  }
  return fail(Code::INTERNAL, "kith-relay did not start");
}

}  // namespace

Result<std::string> whole_file(const std::filesystem::path& path) {
  std::ifstream from(path, std::ios::binary);
  std::ostringstream out;
  out << from.rdbuf();
  if (!from) return of_system("reading " + path.string());
  return out.str();
}

Result<std::map<std::string, double>> measured_apart(const std::string& suite, const std::filesystem::path& vault,
                                                     bool small) {
  const testing::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "figures.json";
  std::vector<std::string> command{this_program().string(), suite, "--vault", vault.string(), "--json", file.string()};
  if (small) command.push_back("--small");
  KITH_CHECK(run(command));
  KITH_TRY(const std::string text, whole_file(file));
  const auto got = nlohmann::json::parse(text, nullptr, false);
  if (!got.is_object()) return fail(Code::INTERNAL, worded("measuring {0} in a new process gave no figures", suite));
  return got.get<std::map<std::string, double>>();
}

namespace {

Result<double> status_mb(pid_t process, const std::string& field) {
  std::ifstream from(proc(process, "status"));
  for (std::string line; std::getline(from, line);) {
    if (line.rfind(field, 0) == 0) return std::stod(line.substr(field.size())) / 1024.0;
  }
  return fail(Code::INTERNAL, "this system does not tell the memory of a process");
}

}  // namespace

Result<double> peak_memory_mb(pid_t process) { return status_mb(process, "VmHWM:"); }

Result<double> memory_mb(pid_t process) { return status_mb(process, "VmRSS:"); }

Result<MemoryNow> memory_now() {
  MemoryNow out;
  std::ifstream from("/proc/self/smaps_rollup");
  for (std::string line; std::getline(from, line);) {
    if (line.rfind("Rss:", 0) == 0) out.rss_mb = std::stod(line.substr(4)) / 1024.0;
    if (line.rfind("Private_Dirty:", 0) == 0) out.dirty_mb = std::stod(line.substr(14)) / 1024.0;
  }
  if (out.rss_mb > 0) return out;
  return fail(Code::INTERNAL, "this system does not tell the memory of a process");
}

Result<void> reset_peak_memory() {
  std::ofstream to("/proc/self/clear_refs");
  to << "5" << std::flush;
  if (!to) return of_system("resetting the peak of the memory");
  return {};
}

Result<double> cpu_us(pid_t process) {
  KITH_TRY(const std::string line, whole_file(proc(process, "stat")));
  const std::size_t name_end = line.rfind(')');
  if (name_end == std::string::npos)
    return fail(Code::INTERNAL, "this system does not tell the time of a process");
  std::istringstream in(line.substr(name_end + 1));
  std::string ignored;
  for (int field = 3; field < 14; ++field) in >> ignored;
  double user = 0;
  double kernel = 0;
  in >> user >> kernel;
  return (user + kernel) * 1e6 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::filesystem::path this_program() { return std::filesystem::read_symlink("/proc/self/exe"); }

Result<void> run(const std::vector<std::string>& command) {
  KITH_TRY(const pid_t child, spawn(command, -1));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return of_system("waiting for " + command.front());
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return fail(Code::INTERNAL, worded("{0} failed", command.front()));
  return {};
}

Result<RelayProcess> RelayProcess::start(const std::filesystem::path& folder) {
  const std::filesystem::path program = this_program().parent_path() / "kith-relay";
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return of_system("pipe");
  auto child =
      spawn({program.string(), "--dev", "--data", folder.string(), "--listen", "127.0.0.1:0"}, ends[1]);
  (void)::close(ends[1]);
  if (!child) {
    (void)::close(ends[0]);
    return child.error();
  }
  RelayProcess out(*child);
  auto line = first_line(ends[0]);
  (void)::close(ends[0]);  // it says nothing more there
  KITH_CHECK(line);
  out.address_ = line->substr(line->rfind(' ') + 1);
  KITH_TRY(out.ca_pem_, whole_file(folder / "ca.pem"));
  return out;
}

RelayProcess::RelayProcess(RelayProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)),
      address_(std::move(other.address_)),
      ca_pem_(std::move(other.ca_pem_)) {}

RelayProcess::~RelayProcess() {
  if (process_ == 0) return;
  (void)::kill(process_, SIGTERM);
  (void)::waitpid(process_, nullptr, 0);
}

}  // namespace kith::bench
