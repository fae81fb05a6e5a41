#pragma once
// Until what was written outlives a power cut. RocksDB does as much for the files that it writes itself.
//
// Threads: safe from any thread.
// Owns:    nothing.
// Errors:  false, and errno says why.

namespace kith {

// What was written to an open file, or the names in an open folder, is on the disk when it returns, and not merely in
// a memory of the disk's own.
[[nodiscard]] bool make_durable(int fd);

}  // namespace kith
