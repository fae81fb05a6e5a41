#include "agent/agent.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "agent/order.h"
#include "agent/place.h"
#include "agent/serve.h"
#include "kith/base/clock.h"
#include "kith/base/wire.h"
#include "kith/engine/limits.h"

namespace kith::cli {
namespace {

std::optional<Socket> ask_at(const AgentPlace& place, Ask what) {
  auto agent = connect_to(place.socket);
  const auto letter = static_cast<Byte>(what);
  if (!agent || !send_all(agent->get(), {&letter, 1})) return std::nullopt;
  return agent;
}

std::optional<Socket> ask(const std::string& vault, Ask what) {
  const auto places = agent_places(vault);
  if (!places) return std::nullopt;
  for (const AgentPlace& place : *places) {
    if (auto agent = ask_at(place, what)) return agent;
  }
  return std::nullopt;
}

struct Pipe {
  Socket out_of;
  Socket into;
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Socket(ends[0]), Socket(ends[1])};
}

// In the child, between fork() and exec(): only what is safe there. An empty environment, since what a person put into
// it, a passphrase for one, would stay in the agent's memory.
[[noreturn]] void become_agent(const Pipe& orders, const Pipe& answers) {
  ::setsid();
  ::dup2(orders.out_of.get(), STDIN_FILENO);
  ::dup2(answers.into.get(), STDOUT_FILENO);
  ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);  // what the shell had open is not the agent's
  std::array<char*, 3> arguments{const_cast<char*>("kith-agent"), const_cast<char*>(kServeAgent), nullptr};
  std::array<char*, 1> environment{nullptr};
  ::execve("/proc/self/exe", arguments.data(), environment.data());
  ::_exit(1);
}

Error did_not_start() { return fail(Code::STORE_IO, "the agent did not start"); }

}  // namespace

std::optional<Secret> key_of_agent(const std::string& vault) {
  const auto agent = ask(vault, Ask::key);
  if (!agent) return std::nullopt;
  Secret out(engine::kHeldKeyBytes);
  if (!receive_all(agent->get(), out.writable())) return std::nullopt;
  return out;
}

std::optional<std::int64_t> end_of_agent(const std::string& vault) {
  const auto agent = ask(vault, Ask::time);
  Bytes bytes(8);
  if (!agent || !receive_all(agent->get(), bytes)) return std::nullopt;
  Reader in(bytes);
  return static_cast<std::int64_t>(in.u64());
}

Result<bool> end_agent(const std::string& vault) {
  KITH_TRY(const std::vector<AgentPlace> places, agent_places(vault));
  bool ended = false;
  for (const AgentPlace& place : places) {
    const auto agent = ask_at(place, Ask::end);
    if (!agent) continue;
    // It closes the connection when it has wiped its key.
    if (!is_closed(agent->get())) {
      return fail(Code::TIMEOUT, "the agent does not answer and may still open the vault; it is called kith-agent");
    }
    ended = true;
  }
  return ended;
}

Result<std::int64_t> start_agent(const std::string& vault, Secret held, std::chrono::milliseconds live) {
  KITH_TRY(const AgentPlace place, new_agent_place(vault));
  // One at a time, else each would take away the socket of the other.
  const Socket folder(::open(place.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (::flock(folder.get(), LOCK_EX) != 0) return did_not_start();
  KITH_CHECK(end_agent(vault));
  const std::int64_t until = system_clock().wall_ms() + live.count();
  auto orders = make_pipe();
  auto answers = make_pipe();
  const ::pid_t child = orders && answers ? ::fork() : -1;
  if (child == 0) become_agent(*orders, *answers);
  if (child < 0) return did_not_start();
  orders->out_of = Socket();
  answers->into = Socket();
  std::signal(SIGPIPE, SIG_IGN);  // an agent that did not start reads nothing
  const bool told = send_order(orders->into.get(), {place.socket, vault, static_cast<std::uint64_t>(live.count()),
                                                    static_cast<std::uint64_t>(until), std::move(held)});
  std::array<Byte, 1> ready{};
  const bool answered = told && receive_all(answers->out_of.get(), ready);
  if (answered && ready.front() == kAgentIsThere) return until;
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  if (!answered) return did_not_start();
  return fail(Code::UNSUPPORTED, "this system lets the agent lock no memory, so a key could get to a disk (ulimit -l)");
}

}  // namespace kith::cli
