#pragma once
// What the systems do not share about a process: process_linux.cc, Android's too, and process_apple.cc.
//
// Threads: before others are started.
// Errors:  none; where the system refuses, the program goes on as it was.

namespace kith::system {

// Other programs of the same user do not read this one's memory.
void refuse_readers();

}  // namespace kith::system
