#include "sealed/torn_end.h"

#include <algorithm>

namespace kith::vault {
namespace {

using rocksdb::IOOptions;
using rocksdb::IOStatus;

// Whether of a frame some sector is not there at all. It has bytes that are not zero in each of its
// own: its head in the first, and a whole sector of sealed bytes is never zero.
IOStatus misses_a_sector(const RawFile& raw, std::uint64_t begin, std::uint64_t end, bool* misses) {
  Bytes bytes;
  const IOStatus done =
      read_raw(*raw.file, begin, static_cast<std::size_t>(end - begin), IOOptions(), nullptr, bytes);
  *misses = false;
  for (BytesView rest = bytes; !rest.empty() && !*misses;) {
    const std::uint64_t at = begin + bytes.size() - rest.size();
    const std::size_t part = std::min(rest.size(), static_cast<std::size_t>(sector_from(at + 1) - at));
    *misses = all_zero(rest.first(part));
    rest = rest.subspan(part);
  }
  return done;
}

// More than anybody writes between two syncs: a file that somebody made long is not looked through.
constexpr std::uint64_t kLeftOverMost = std::uint64_t{1} << 30U;

// What was written fills its sectors, and sealed bytes are hardly ever zero: a sector of which less
// than half is not zero is one that somebody changed. Too little of one, where the file ends, does not
// tell.
bool nothing_or_sealed(BytesView sector) {
  if (sector.size() < 64) return true;
  const auto zeros = static_cast<std::size_t>(std::count(sector.begin(), sector.end(), Byte{0}));
  return zeros == sector.size() || 2 * zeros <= sector.size();
}

// Whether a sector may be what is left of the last thing that was written: it is nothing, or sealed,
// and no frame begins with it that was written when everything before it was on the disk.
bool may_be_left_over(const FileSeal& seal, std::uint64_t position, BytesView sector) {
  if (!nothing_or_sealed(sector)) return false;
  if (sector.size() < kFramePrefixBytes) return true;
  const auto head = seal.frame_head(position, sector.first(kFramePrefixBytes));
  return !head || !head->settled;
}

// The same of all sectors from `begin` on.
IOStatus are_left_over(const RawFile& raw, const FileSeal& seal, std::uint64_t begin, bool* left_over) {
  constexpr std::size_t kAtOnce = 128 * kSectorBytes;
  Bytes bytes;
  *left_over = begin >= raw.size || raw.size - begin <= kLeftOverMost;
  for (std::uint64_t at = begin; at < raw.size && *left_over; at += kAtOnce) {
    const IOStatus done = read_raw(*raw.file, at, kAtOnce, IOOptions(), nullptr, bytes);
    if (!done.ok()) return done;
    for (std::size_t i = 0; i < bytes.size() && *left_over; i += kSectorBytes) {
      const BytesView sector = BytesView(bytes).subspan(i);
      *left_over = may_be_left_over(seal, at + i, sector.first(std::min(sector.size(), kSectorBytes)));
    }
  }
  return IOStatus::OK();
}

}  // namespace

IOStatus is_torn_end(const RawFile& raw, const FileSeal& seal, std::uint64_t position,
                     const std::optional<FrameHead>& head, bool* torn) {
  *torn = false;
  // Of a frame whose head is not there nobody knows where it ends, but that sector is part of it.
  const std::uint64_t end = head ? head->end() : sector_from(position + 1);
  bool misses = raw.size < (head ? end : position + kFramePrefixBytes);
  const IOStatus done = misses ? IOStatus::OK() : misses_a_sector(raw, position, end, &misses);
  if (!done.ok() || !misses) return done;
  return are_left_over(raw, seal, sector_from(position + 1), torn);
}

}  // namespace kith::vault
