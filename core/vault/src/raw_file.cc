#include "raw_file.h"

#include <algorithm>
#include <cstring>

namespace kith::vault {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

IOStatus corrupt(std::string_view kind, std::string_view what) {
  return IOStatus::Corruption("a " + std::string(kind) + " " + std::string(what));
}

IOStatus read_raw(const rocksdb::FSRandomAccessFile& file, std::uint64_t offset, std::size_t size,
                  const IOOptions& options, IODebugContext* debug, Bytes& out) {
  out.resize(size);
  auto* scratch = reinterpret_cast<char*>(out.data());
  Slice got;
  const IOStatus done = file.Read(offset, size, options, &got, scratch, debug);
  if (!done.ok()) return done;
  if (got.data() != scratch && !got.empty()) std::memmove(scratch, got.data(), got.size());
  out.resize(got.size());
  return IOStatus::OK();
}

IOStatus zeros_from(const RawFile& raw, std::uint64_t offset, bool* zeros) {
  constexpr std::size_t kStep = 64 * 1024;
  Bytes part;
  while (offset < raw.size) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(kStep, raw.size - offset));
    const IOStatus done = read_raw(*raw.file, offset, size, IOOptions(), nullptr, part);
    if (!done.ok()) return done;
    if (part.empty()) break;
    *zeros = std::all_of(part.begin(), part.end(), [](Byte b) { return b == 0; });
    if (!*zeros) return IOStatus::OK();
    offset += part.size();
  }
  *zeros = true;
  return IOStatus::OK();
}

IOStatus read_seal(const RawFile& raw, const Secret& file_system_key, const NameRules& rules,
                   std::optional<FileSeal>* out) {
  Bytes header;
  const IOStatus done = read_raw(*raw.file, 0, kHeaderBytes, IOOptions(), nullptr, header);
  if (!done.ok()) return done;
  *out = FileSeal::of_header(file_system_key, rules, header);
  if (out->has_value()) return IOStatus::OK();
  bool cut = rules.may_be_torn && raw.size < kHeaderBytes;
  if (rules.may_be_torn && !cut) {
    const IOStatus looked = zeros_from(raw, kHeaderBytes - 1, &cut);
    if (!looked.ok()) return looked;
  }
  return cut ? IOStatus::OK() : corrupt(rules.kind, "does not open: its header");
}

}  // namespace kith::vault
