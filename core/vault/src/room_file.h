#pragma once
// A log on the disk that is made longer in steps, by zeros: a small commit then changes bytes that the
// file has, and syncing it writes these alone and not a new length each time. The zeros are what a
// crash may leave anyway (FORMAT.md, "A torn end"); closing cuts them off.
//
// Threads: one writer at a time.
// Owns:    the file beneath.
// Units:   GetFileSize() is what was appended, without the zeros behind it.
// Errors:  those of the file; after one of them the zeros stay, and whoever cuts off what was not
//          confirmed cuts them as well.

#include <rocksdb/file_system.h>

namespace kith::vault {

inline constexpr std::size_t kRoomStep = 64 * 1024;

// Of a new file, which is empty.
std::unique_ptr<rocksdb::FSWritableFile> make_room_file(std::unique_ptr<rocksdb::FSWritableFile> file);

}  // namespace kith::vault
