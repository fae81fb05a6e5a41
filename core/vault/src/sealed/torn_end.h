#pragma once
// Whether a log may end where a frame does not open: what a crash leaves of what was written last,
// and not what somebody changed. FORMAT.md, "A torn end", has the rule and why it holds.
//
// Threads: pure functions over a file that is safe from any thread.
// Errors:  those of the file system beneath.

#include "sealed/raw_file.h"

namespace kith::vault {

// `head`: of the frame at `position`, if that much of it was written for it.
rocksdb::IOStatus is_torn_end(const RawFile& raw, const FileSeal& seal, std::uint64_t position,
                              const std::optional<FrameHead>& head, bool* torn);

}  // namespace kith::vault
