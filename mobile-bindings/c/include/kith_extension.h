/* kith_extension.h: what an app's extension needs of Kith, and nothing more. A share extension puts what a person
 * shared into a tray, sealed to the vault; the app takes it in with tray.take once the vault is open. There is no
 * database in this library, no network and no key that opens anything. Valid C89 (with <stdint.h>) to C23, C++,
 * Objective-C and Objective-C++.
 *
 * Threads: from any thread and process, several at once too.
 * Owns:    nothing; what is handed over is copied before the call returns.
 * Units:   bytes of UTF-8; milliseconds since 1970.
 * Errors:  0, or a number of kith_numbers.h: NOT_FOUND where no app has laid out this tray (tray.lay); INVALID_ARGUMENT
 *          for nothing to share, for what is no UTF-8, for a folder that is not given from the root, is a link or is
 *          somebody else's, and for a time that cannot be; TOO_LARGE for more than a note holds, 64 KiB;
 *          QUOTA_EXCEEDED for a tray that is full; NO_SPACE, STORE_IO, STORE_READ_ONLY, STORE_CORRUPT, STORE_TOO_NEW,
 *          OUT_OF_MEMORY. Nothing was put in then, but for STORE_IO of a disk that failed at the very end. No exception
 *          leaves.
 */
#ifndef KITH_EXTENSION_H
#define KITH_EXTENSION_H

#include <stddef.h>
#include <stdint.h>

#include "kith_numbers.h"

#if defined(_WIN32)
#define KITH_EXTENSION_API
#else
#define KITH_EXTENSION_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define KITH_EXTENSION_NOEXCEPT noexcept
extern "C" {
#else
#define KITH_EXTENSION_NOEXCEPT
#endif

/* Grows only when a function that stands here changes its meaning. */
#define KITH_EXTENSION_ABI_VERSION 1u

KITH_EXTENSION_API uint32_t kith_extension_abi_version(void) KITH_EXTENSION_NOEXCEPT;

/* On the disk when it returns 0. `folder` ends with a zero; `text` and `source` need not, and one of them may be empty
 * (0 where its size is 0). `source` is an address or a title. `shared_ms` 0: now. */
KITH_EXTENSION_API int32_t kith_tray_put(const char *folder, const char *text, size_t text_size, const char *source,
                                         size_t source_size, int64_t shared_ms) KITH_EXTENSION_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
