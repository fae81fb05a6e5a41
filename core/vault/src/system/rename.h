#pragma once
// What the systems do not share about the names of files: rename_linux.cc, rename_android.cc and rename_apple.cc.
//
// Threads: pure functions over the disk.
// Errors:  the system's number of the error; 0: none.

namespace kith::vault {

// `to` is a new name of the file `from` and its only one; EEXIST where something is there already, ENOSYS where the
// system or the disk knows no renaming of this kind.
int rename_unless_taken(const char* from, const char* to);

}  // namespace kith::vault
