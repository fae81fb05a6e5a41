#pragma once
// Known answers of what this module asks of libsodium beyond kith/verify, once per process and before
// the first use. A library that does not give them stops the process.
//
// Threads: safe from any thread.

namespace kith::crypto {

void start();

}  // namespace kith::crypto
