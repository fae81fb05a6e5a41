#include "database/rocks_error.h"

namespace kith::vault {
namespace {

Code code_of(const rocksdb::Status& status) {
  if (status.IsNoSpace()) return Code::NO_SPACE;
  if (status.IsMemoryLimit()) return Code::OUT_OF_MEMORY;
  // A missing file of a database that was whole is damage as well.
  if (status.IsCorruption() || status.IsPathNotFound() || status.IsInvalidArgument()) return Code::STORE_CORRUPT;
  if (status.IsNotSupported()) return Code::INTERNAL;
  return Code::STORE_IO;
}

// File names stay, folders go: a message may end in a log that somebody else reads.
std::string without_folders(const std::string& text) {
  std::string out;
  std::size_t word = 0;  // where the word begins that may be a path
  for (const char c : text) {
    if (c == '/' && out.size() >= word) {
      out.resize(word);
      continue;
    }
    out.push_back(c);
    if (c == ' ' || c == ':' || c == '"' || c == '\'' || c == '(') word = out.size();
  }
  return out;
}

}  // namespace

Error error_of(const rocksdb::Status& status) {
  return fail(code_of(status), worded("the database of the vault: {0}", without_folders(status.ToString())));
}

}  // namespace kith::vault
