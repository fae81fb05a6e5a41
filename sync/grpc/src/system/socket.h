#pragma once
// What the systems do not share about connections: socket_linux.cc, Android's too, and socket_apple.cc.
//
// Threads: safe from any thread.
// Owns:    nothing: the caller closes what is opened.
// Errors:  -1, and errno says why.

#include <sys/types.h>

#include <cstddef>

namespace kith::grpc {

// A stream that waits for nobody, and that no program which this one starts inherits.
int open_stream(int family);

// As send(): who has gone is an error, and no signal that would end this program.
::ssize_t send_quietly(int fd, const void* data, std::size_t size);

}  // namespace kith::grpc
