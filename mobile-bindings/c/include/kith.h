/* kith.h: the core of Kith for every language that can call C. Stable: what stands here keeps its meaning, new things
 * are added at the end. Valid C89 (with <stdint.h>) to C23, C++, Objective-C and Objective-C++.
 *
 * In short: a runtime (one a process) gives handles of vaults. A vault's life (create, unlock, lock, suspend) has
 * functions of its own; everything else is one door, kith_call(vault, method number, bytes): requests and results are
 * Protocol Buffers of proto/kith/api/v1, the numbers of methods and errors stand in kith_numbers.h. What arrives over
 * time is pulled from a kith_sub. People who write apps use the packages of Swift and Kotlin and never see this.
 *
 * Threads: every function from any thread, at any time, also from inside a callback.
 * Owns:    handles are counted; whoever got one releases it. A kith_slice is borrowed for the call; a kith_buf and a
 *          kith_error belong to whoever receives them. A secret that a function takes is copied into guarded memory
 *          before it returns; one inside a request lies in ordinary memory until its call ends. The caller wipes its
 *          own copies.
 * Units:   milliseconds, bytes.
 * Errors:  0 is success; every other kith_status is a number of kith_numbers.h, and a kith_error says more where one
 *          is given. An asynchronous function that returns 0 calls `done` exactly once, on a thread of the runtime and
 *          never from inside itself; one that returns something else never calls it. No exception leaves.
 */
#ifndef KITH_H
#define KITH_H

#include <stddef.h>
#include <stdint.h>

#include "kith_numbers.h"

#if defined(_WIN32)
#define KITH_API
#else
#define KITH_API __attribute__((visibility("default")))
#endif

#ifdef __has_feature
#if __has_feature(nullability)
#define KITH_NULLABLE _Nullable
/* -Wpedantic calls the words that Swift reads an extension, which they are. */
#define KITH_BEGIN_                                                                             \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wnullability-extension\"") \
      _Pragma("clang assume_nonnull begin")
#define KITH_END_ _Pragma("clang assume_nonnull end") _Pragma("clang diagnostic pop")
#endif
#endif
#ifndef KITH_BEGIN_
#define KITH_NULLABLE
#define KITH_BEGIN_
#define KITH_END_
#endif

#ifdef __cplusplus
#define KITH_NOEXCEPT noexcept
extern "C" {
#else
#define KITH_NOEXCEPT
#endif
KITH_BEGIN_

/* Grows only when a function or struct that stands here changes its meaning. */
#define KITH_ABI_VERSION 1u

/* ---- 1. Handles and values ---- */
typedef struct kith_runtime kith_runtime; /* threads, log, what is known of the network */
typedef struct kith_vault kith_vault;     /* one folder that has or will have a vault */
typedef struct kith_sub kith_sub;         /* results that arrive over time */
typedef struct kith_error kith_error;     /* never changes */

typedef int32_t kith_status; /* 0, or KITH_STATUS_* */
typedef uint64_t kith_op;    /* one asynchronous call; 0 is none; never given twice */

typedef struct kith_slice {
  const uint8_t *KITH_NULLABLE data;
  size_t size;
} kith_slice;
typedef struct kith_buf {
  uint8_t *KITH_NULLABLE data;
  size_t size;
} kith_buf;

/* `error` and `result` are gone when it returns. It must not wait for anything. */
typedef void (*kith_done_fn)(void *KITH_NULLABLE context, kith_status status, const kith_error *KITH_NULLABLE error,
                             kith_slice result);
/* `message` is UTF-8 without a zero at its end, and names no person. From any thread, more than one at a time. */
typedef void (*kith_log_fn)(void *KITH_NULLABLE context, int32_t level, const char *message, size_t size);

#define KITH_LOG_ERROR 1
#define KITH_LOG_WARNING 2
#define KITH_LOG_INFO 3

/* The caller sets struct_size = sizeof(kith_config) and everything it does not use to 0. */
typedef struct kith_config {
  uint32_t struct_size;
  uint32_t abi_version;     /* KITH_ABI_VERSION */
  kith_slice tls_roots_pem; /* whose certificates are good where a relay brings none of its own; empty: the system's */
  kith_log_fn KITH_NULLABLE log;
  void *KITH_NULLABLE log_context;
  int32_t log_level; /* the last KITH_LOG_* that is told; 0: none */
} kith_config;

/* Where a vault is and what this device keeps beside it. Same rule for struct_size. */
typedef struct kith_place {
  uint32_t struct_size;
  int32_t kdf;               /* what a try at the passphrase costs: 0: 256 MiB; 1: 64 MiB, for small phones */
  kith_slice folder;         /* UTF-8; made by kith_vault_create() and kith_vault_restore() */
  /* A folder apart from the vault that no backup of the device takes along: it remembers how far the vault had come,
   * so that one that was put back as it was before is noticed. Empty: nobody notices. */
  kith_slice counter_folder;
  /* 32 random bytes that the platform's key store keeps: with them the vault opens without its passphrase, once
   * keys.add has made a key of the kind key-store. Empty: it does not. Wants a counter_folder. */
  kith_slice device_key;
  int32_t accept_rolled_back; /* 1: opens a vault that was put back; it goes on under new keys */
} kith_place;

/* ---- 2. The library, errors, memory ---- */
KITH_API uint32_t kith_abi_version(void) KITH_NOEXCEPT;
KITH_API const char *kith_version(void) KITH_NOEXCEPT; /* "0.1.0" */
/* 1 for a feature that this build has: "grpc", "deadline", "live". */
KITH_API int32_t kith_has_feature(const char *name) KITH_NOEXCEPT;
/* Runtimes, vaults, subs, errors, bufs and operations that are not over: 0 at the end of every test. */
KITH_API uint64_t kith_live_objects(void) KITH_NOEXCEPT;
KITH_API kith_status kith_error_status(const kith_error *error) KITH_NOEXCEPT;
/* The name of its number, for a log: "STORE_LOCKED". */
KITH_API const char *kith_error_message(const kith_error *error) KITH_NOEXCEPT;
/* For a person: the message Error of the api, with what can be done next. */
KITH_API kith_slice kith_error_detail(const kith_error *error) KITH_NOEXCEPT;
KITH_API void kith_error_free(kith_error *KITH_NULLABLE error) KITH_NOEXCEPT;
KITH_API void kith_buf_free(kith_buf *buf) KITH_NOEXCEPT; /* wipes it first */

/* ---- 3. The runtime ---- */
/* UNSUPPORTED: the caller was compiled with another KITH_ABI_VERSION. `log` is told no more once it is released. */
KITH_API kith_status kith_runtime_new(const kith_config *config, kith_runtime *KITH_NULLABLE *KITH_NULLABLE out,
                                      kith_error *KITH_NULLABLE *KITH_NULLABLE error) KITH_NOEXCEPT;
/* Vaults that are not released keep working. */
KITH_API void kith_runtime_release(kith_runtime *KITH_NULLABLE runtime) KITH_NOEXCEPT;
/* An operation's id is taken before it begins, so that it can be ended from the first moment on. One that is never
 * begun costs some bytes until the runtime goes. */
KITH_API kith_op kith_op_new(kith_runtime *runtime) KITH_NOEXCEPT;
/* The operation ends with CANCELLED as soon as that is safe: what waits for a relay at once, what has not begun at
 * once, what works on the vault when that is done. An operation that is over is not touched. */
KITH_API void kith_cancel(kith_runtime *runtime, kith_op op) KITH_NOEXCEPT;

#define KITH_NETWORK_NONE 0  /* what wants the relay ends with OFFLINE until there is one again */
#define KITH_NETWORK_OTHER 1 /* another one, or the same after a while: connections are made anew */
/* Until it is called there is a network. What waits for a relay ends with OFFLINE and may be begun again. */
KITH_API void kith_network_changed(kith_runtime *runtime, int32_t kind) KITH_NOEXCEPT;
/* The system wants memory back: what is only kept to be quick goes. Nothing is lost. */
KITH_API void kith_memory_pressure(kith_runtime *runtime) KITH_NOEXCEPT;

/* ---- 4. A vault's life ---- */
#define KITH_VAULT_CLOSED 0    /* no vault, or one that wants to be unlocked */
#define KITH_VAULT_OPENING 1   /* create, restore or unlock is under way */
#define KITH_VAULT_OPEN 2
#define KITH_VAULT_SUSPENDED 3 /* no file and no lock is held; resume needs no secret */

#define KITH_SECRET_PASSPHRASE 1
#define KITH_SECRET_RECOVERY_CODE 2 /* as it was written down */
#define KITH_SECRET_DEVICE_KEY 3    /* the one of kith_place; the secret is empty */

/* A handle; nothing is read or written. INVALID_ARGUMENT for a place that cannot be. */
KITH_API kith_status kith_vault_new(kith_runtime *runtime, const kith_place *place,
                                    kith_vault *KITH_NULLABLE *KITH_NULLABLE out,
                                    kith_error *KITH_NULLABLE *KITH_NULLABLE error) KITH_NOEXCEPT;
KITH_API kith_vault *kith_vault_retain(kith_vault *vault) KITH_NOEXCEPT;
/* The last one ends what is under way with CANCELLED, waits for its end and closes the vault: milliseconds, or until
 * an unlock that is under way is done. From inside a callback it does not wait, and the vault closes soon after. */
KITH_API void kith_vault_release(kith_vault *KITH_NULLABLE vault) KITH_NOEXCEPT;
KITH_API int32_t kith_vault_state(const kith_vault *vault) KITH_NOEXCEPT;
/* A new vault in an empty or missing folder, with a profile of that name; open when it is done.
 * Errors: ALREADY_EXISTS, INVALID_ARGUMENT, NO_SPACE, STORE_IO. */
KITH_API kith_status kith_vault_create(kith_vault *vault, kith_op op, kith_slice passphrase, kith_slice name,
                                       kith_done_fn done, void *KITH_NULLABLE context) KITH_NOEXCEPT;
/* The same from a backup that vault.backup wrote; `kind` is KITH_SECRET_PASSPHRASE or KITH_SECRET_RECOVERY_CODE and
 * `secret` the backup's own. Errors: NOT_FOUND, MALFORMED, STORE_LOCKED and those of create. */
KITH_API kith_status kith_vault_restore(kith_vault *vault, kith_op op, kith_slice file, int32_t kind, kith_slice secret,
                                        kith_slice passphrase, kith_done_fn done,
                                        void *KITH_NULLABLE context) KITH_NOEXCEPT;
/* Errors: NOT_FOUND no vault; STORE_LOCKED a wrong secret, or this device's key opens it no more;
 * STORE_IN_USE, STORE_CORRUPT, STORE_TOO_NEW, STORE_ROLLED_BACK. */
KITH_API kith_status kith_vault_unlock(kith_vault *vault, kith_op op, int32_t kind, kith_slice secret,
                                       kith_done_fn done, void *KITH_NULLABLE context) KITH_NOEXCEPT;
/* Ends what waits for a relay and wipes the keys. From then on calls end with VAULT_LOCKED. */
KITH_API kith_status kith_vault_lock(kith_vault *vault, kith_op op, kith_done_fn done,
                                     void *KITH_NULLABLE context) KITH_NOEXCEPT;
/* Ends what waits for a relay, lets writes end, and gives every file lock back: what a phone wants before it puts a
 * program to sleep. Waits at most `timeout_ms` (0: five seconds); TIMEOUT: something is still held, and the vault
 * works on. Calls that take longer than half of that end with VAULT_SUSPENDED, as all do until resume. A vault that is
 * opening is waited for; one that is closed holds nothing, and that is success. VAULT_SUSPENDED: it is so already. */
KITH_API kith_status kith_vault_suspend(kith_vault *vault, uint32_t timeout_ms) KITH_NOEXCEPT;
/* STORE_IN_USE: another program has it now; resume may be called again. Nothing to resume is success. */
KITH_API kith_status kith_vault_resume(kith_vault *vault, kith_error *KITH_NULLABLE *KITH_NULLABLE error) KITH_NOEXCEPT;
/* Destroys the vault for good, its keys first, and asks for none: the app has asked twice. STORE_IN_USE while open. */
KITH_API kith_status kith_vault_erase(kith_vault *vault, kith_op op, kith_done_fn done,
                                      void *KITH_NULLABLE context) KITH_NOEXCEPT;

/* ---- 5. The door ---- */
/* `method`: KITH_METHOD_* of kith_numbers.h. Calls of one vault run one after another; those that want the relay wait
 * for each other and for nobody else. */
KITH_API kith_status kith_call(kith_vault *vault, kith_op op, uint32_t method, kith_slice request, kith_done_fn done,
                               void *KITH_NULLABLE context) KITH_NOEXCEPT;
/* `method` is one whose results stream. Nothing is asked of anybody before the first next. */
KITH_API kith_status kith_sub_open(kith_vault *vault, uint32_t method, kith_slice request,
                                   kith_sub *KITH_NULLABLE *KITH_NULLABLE out,
                                   kith_error *KITH_NULLABLE *KITH_NULLABLE error) KITH_NOEXCEPT;
/* The next result, as soon as there is one. One next at a time: a second one is CONFLICT. After an error the next one
 * begins anew, so OFFLINE and VAULT_SUSPENDED are no ends; CANCELLED ends this next, CLOSED all. */
KITH_API kith_status kith_sub_next(kith_sub *sub, kith_op op, kith_done_fn done,
                                   void *KITH_NULLABLE context) KITH_NOEXCEPT;
/* A next that waits ends with CLOSED, and that end is waited for but for inside a callback. */
KITH_API void kith_sub_close(kith_sub *KITH_NULLABLE sub) KITH_NOEXCEPT;

/* ---- 6. Without a vault ---- */
#define KITH_ABOUT_WORDS 1 /* nothing -> Vocabulary: every word that a person meets, with a sentence */
#define KITH_ABOUT_FACTS 2 /* nothing -> Dictionary: the facts that can be kept, with their fields */
#define KITH_ABOUT_FIELDS 3 /* a noun, UTF-8 -> KindDescription: the fields of profile, person, relationship ... */
KITH_API kith_status kith_about(int32_t what, kith_slice of, kith_buf *out,
                                kith_error *KITH_NULLABLE *KITH_NULLABLE error) KITH_NOEXCEPT;

KITH_END_
#ifdef __cplusplus
}
#endif
#endif
