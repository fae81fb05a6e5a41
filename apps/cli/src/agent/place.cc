#include "agent/place.h"

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>

namespace kith::cli {
namespace {

constexpr ::mode_t kForMeAlone = 0700;

// A folder, not a link to one, that belongs to this user and that nobody else can look into.
bool is_mine_alone(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return false;
  return S_ISDIR(info.st_mode) && info.st_uid == ::geteuid() && (info.st_mode & 077) == 0;
}

std::string base_folder() {
  const char* given = std::getenv("XDG_RUNTIME_DIR");
  if (given != nullptr && *given == '/' && is_mine_alone(given)) return given;
  const std::string usual = "/run/user/" + std::to_string(::geteuid());
  return is_mine_alone(usual) ? usual : "";
}

}  // namespace

Result<AgentPlace> agent_place(const std::string& vault) {
  struct stat info {};
  if (::stat(vault.c_str(), &info) != 0) return fail(Code::NOT_FOUND, "there is no vault in " + vault);
  const std::string base = base_folder();
  AgentPlace out;
  out.folder = base.empty() ? "/tmp/kith-" + std::to_string(::geteuid()) : base + "/kith";
  // Anybody can make a folder of this name in /tmp: one that is not ours alone is not used.
  if (::mkdir(out.folder.c_str(), kForMeAlone) != 0 && errno != EEXIST) {
    return fail(Code::STORE_IO, "the folder of the agent cannot be made: " + out.folder);
  }
  if (!is_mine_alone(out.folder)) {
    return fail(Code::INVALID_ARGUMENT, "the folder of the agent is not yours alone: " + out.folder);
  }
  out.socket = out.folder + "/" + std::to_string(info.st_dev) + "-" + std::to_string(info.st_ino);
  if (out.socket.size() >= sizeof(sockaddr_un::sun_path)) {
    return fail(Code::INVALID_ARGUMENT, "XDG_RUNTIME_DIR is too long for a socket: " + base);
  }
  return out;
}

}  // namespace kith::cli
