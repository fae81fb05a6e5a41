#include "kith/base/own_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace kith {

FolderState close_own_folder(const std::filesystem::path& dir) {
  struct stat info {};
  if (::lstat(dir.c_str(), &info) != 0) {
    return errno == ENOENT || errno == ENOTDIR ? FolderState::missing : FolderState::cannot_look;
  }
  if (S_ISLNK(info.st_mode)) return FolderState::link;
  if (!S_ISDIR(info.st_mode)) return FolderState::no_folder;
  if (info.st_uid != ::geteuid()) return FolderState::somebody_elses;
  const ::mode_t closed = info.st_mode & S_IRWXU;
  const bool open = (info.st_mode & 07777) != closed;
  if (open && ::chmod(dir.c_str(), closed) != 0 && errno != EROFS) return FolderState::cannot_close;
  return FolderState::own;
}

std::filesystem::path without_slash(const std::filesystem::path& dir) {
  return dir.has_filename() ? dir : dir.parent_path();
}

}  // namespace kith
