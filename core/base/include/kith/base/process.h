#pragma once
// What a program does once, at its start, so that what it knows does not leave it through the
// system: no core file, and no reading of its memory by other programs of the same user.
//
// The heap is the other half. RocksDB, Protocol Buffers and the standard library free memory that
// held decrypted rows, and freed memory is not wiped by itself. A program that links
// kith::wiping_heap has every block overwritten when it is given back, so that after lock() nothing
// of a vault is left in it: no key and no note.
//
// Threads: before others are started.
// Errors:  none; where the system refuses, the program goes on as it was.

namespace kith {

void keep_memory_private();

// Standard input, output and error that were closed by whoever started the program are held by /dev/null, so that
// no file of a vault is opened in their place and written to as if it were a terminal. Writing to them fails.
void hold_standard_files();

// Whether kith::wiping_heap is part of this program.
bool heap_is_wiped();

}  // namespace kith
