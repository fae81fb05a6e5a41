#pragma once
// Start-up of libsodium with known answers, once per process. A library that does not give
// the known answers stops the process: there is nothing sensible to go on with.

namespace kith::verify {

void start();

// Stops the process when `ok` is false: for return codes that can only mean a broken library.
void require(bool ok, const char* what);

}  // namespace kith::verify
