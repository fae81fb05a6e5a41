#include "sealed/raw_file.h"

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

bool all_zero(BytesView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](Byte b) { return b == 0; });
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

namespace {
// Cut, or its sector did not arrive, whatever lies behind it: a file that anybody counts on is in the
// inventory, which knows what it begins with.
IOStatus header_is_missing(const RawFile& raw, bool* missing) {
  Bytes sector;
  const IOStatus done = read_raw(*raw.file, 0, kSectorBytes, IOOptions(), nullptr, sector);
  *missing = done.ok() && (raw.size < kHeaderBytes || all_zero(sector));
  return done;
}
}  // namespace

IOStatus read_seal(const RawFile& raw, const Secret& file_system_key, const NameRules& rules,
                   std::optional<FileSeal>* out) {
  Bytes header;
  const IOStatus done = read_raw(*raw.file, 0, kHeaderBytes, IOOptions(), nullptr, header);
  if (!done.ok()) return done;
  *out = FileSeal::of_header(file_system_key, rules, header);
  if (out->has_value()) return IOStatus::OK();
  bool missing = false;
  const IOStatus looked = rules.may_be_torn ? header_is_missing(raw, &missing) : IOStatus::OK();
  if (!looked.ok()) return looked;
  return missing ? IOStatus::OK() : corrupt(rules.kind, "does not open: its header");
}

}  // namespace kith::vault
