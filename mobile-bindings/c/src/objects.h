#pragma once
// What crosses the boundary of C and who counts it: every handle, error and operation is counted while it lives, so
// that a test can ask whether all of them went.
//
// Threads: pure functions; the count is safe from any thread.
// Errors:  a C++ exception becomes OUT_OF_MEMORY or INTERNAL and never leaves.

#include <atomic>
#include <filesystem>
#include <memory>
#include <new>
#include <string>

#include "kith.h"
#include "kith/base/bytes.h"
#include "kith/base/result.h"

namespace kith::c {

// One of them is alive.
class Counted {
 public:
  Counted() noexcept { ++live_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --live_; }
  static std::uint64_t live() noexcept { return live_; }
  // Of what has no place for one of these: a kith_buf.
  static void begin() noexcept { ++live_; }
  static void end() noexcept { --live_; }

 private:
  static inline std::atomic<std::uint64_t> live_{0};
};

inline BytesView view(kith_slice slice) { return {slice.data, slice.size}; }
inline std::string_view text(kith_slice slice) { return as_text(view(slice)); }
inline kith_slice slice(BytesView bytes) { return {bytes.data(), bytes.size()}; }
// A caller's mistake: bytes that are said to be there, and no place of theirs.
inline bool is_nowhere(kith_slice slice) { return slice.data == nullptr && slice.size > 0; }
// A path is UTF-8 here, whatever the system takes it for.
inline std::filesystem::path path_of(std::string_view utf8) { return std::u8string(utf8.begin(), utf8.end()); }
inline kith_status status(Code code) { return static_cast<kith_status>(code); }

std::unique_ptr<kith_error> make_error(const Error& error);
// To a caller who may not have asked for it; the status.
kith_status give(const Error& error, kith_error** out);

// Runs a function that gives a status, at the boundary: nothing it throws gets through.
template <typename Function>
kith_status guarded(kith_error** error, const Function& function) noexcept {
  try {
    try {
      return function();
    } catch (const std::bad_alloc&) {
      return give(fail(Code::OUT_OF_MEMORY, "there is no memory left"), error);
    } catch (...) {
      return give(fail(Code::INTERNAL, "something went wrong in the core"), error);
    }
  } catch (...) {
    return status(Code::OUT_OF_MEMORY);  // not even for saying so
  }
}

// What has no way to say that it went wrong.
template <typename Function>
void quietly(const Function& function) noexcept {
  (void)guarded(nullptr, [&] {
    function();
    return kith_status{0};
  });
}

// The same for a Result.
template <typename Function>
auto caught(const Function& function) -> decltype(function()) {
  try {
    return function();
  } catch (const std::bad_alloc&) {
    return fail(Code::OUT_OF_MEMORY, "there is no memory left");
  } catch (...) {
    return fail(Code::INTERNAL, "something went wrong in the core");
  }
}

}  // namespace kith::c

struct kith_error {
  kith::c::Counted counted;
  kith_status status;
  std::string message;
  std::string detail;
};
