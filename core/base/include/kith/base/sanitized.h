#pragma once
// Whether a sanitizer watches this build. What it keeps of freed memory cannot be wiped, it locks no page,
// its leak checker reads its own process, and the same work takes some ten times as long.
//
// KITH_SANITIZED is 0 or 1 and is the compiler's answer: nothing that one passes on a command line sets it.

#undef KITH_SANITIZED
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define KITH_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define KITH_SANITIZED 1
#endif
#endif
#ifndef KITH_SANITIZED
#define KITH_SANITIZED 0
#endif

namespace kith {

inline constexpr bool kSanitized = KITH_SANITIZED == 1;

}  // namespace kith
