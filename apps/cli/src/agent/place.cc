#include "agent/place.h"

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>

namespace kith::cli {
namespace {

constexpr ::mode_t kForMeAlone = 0700;

// What the system offers, the best first.
std::vector<std::string> folders() {
  std::vector<std::string> out;
  const char* given = std::getenv("XDG_RUNTIME_DIR");
  const std::string usual = "/run/user/" + std::to_string(::geteuid());
  if (given != nullptr && *given == '/' && is_mine_alone(given)) out.push_back(std::string(given) + "/kith");
  if (is_mine_alone(usual)) out.push_back(usual + "/kith");
  out.push_back("/tmp/kith-" + std::to_string(::geteuid()));
  return out;
}

Result<std::string> name_of(const std::string& vault) {
  struct stat info {};
  if (::stat(vault.c_str(), &info) != 0) return fail(Code::NOT_FOUND, worded("there is no vault in {0}", vault));
  return std::to_string(info.st_dev) + "-" + std::to_string(info.st_ino);
}

}  // namespace

bool is_mine_alone(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return false;
  return S_ISDIR(info.st_mode) && info.st_uid == ::geteuid() && (info.st_mode & 077) == 0;
}

Result<AgentPlace> new_agent_place(const std::string& vault) {
  KITH_TRY(const std::string name, name_of(vault));
  AgentPlace out{folders().front(), {}};
  // Anybody can make a folder of this name in /tmp: one that is not ours alone is not used.
  if (::mkdir(out.folder.c_str(), kForMeAlone) != 0 && errno != EEXIST) {
    return fail(Code::STORE_IO, worded("the folder of the agent cannot be made: {0}", out.folder));
  }
  if (!is_mine_alone(out.folder)) {
    return fail(Code::INVALID_ARGUMENT, worded("the folder of the agent is not yours alone: {0}", out.folder));
  }
  out.socket = out.folder + "/" + name;
  if (out.socket.size() >= sizeof(sockaddr_un::sun_path)) {
    return fail(Code::INVALID_ARGUMENT, worded("XDG_RUNTIME_DIR is too long for a socket: {0}", out.folder));
  }
  return out;
}

Result<std::vector<AgentPlace>> agent_places(const std::string& vault) {
  KITH_TRY(const std::string name, name_of(vault));
  std::vector<AgentPlace> out;
  for (const std::string& folder : folders()) {
    const std::string socket = folder + "/" + name;
    if (is_mine_alone(folder) && socket.size() < sizeof(sockaddr_un::sun_path)) out.push_back({folder, socket});
  }
  return out;
}

}  // namespace kith::cli
