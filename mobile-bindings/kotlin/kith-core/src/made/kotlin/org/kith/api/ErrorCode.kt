// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

/** The same numbers and names as core/base/codes.def; a test compares the two. */
class ErrorCode private constructor(number: Int, name: String) : OpenEnum(number, name) {
    companion object {
        @JvmField val UNSPECIFIED_ERROR: ErrorCode = ErrorCode(0, "UNSPECIFIED_ERROR")
        @JvmField val INVALID_ARGUMENT: ErrorCode = ErrorCode(1, "INVALID_ARGUMENT")
        @JvmField val NOT_FOUND: ErrorCode = ErrorCode(2, "NOT_FOUND")
        @JvmField val ALREADY_EXISTS: ErrorCode = ErrorCode(3, "ALREADY_EXISTS")
        @JvmField val CLOSED: ErrorCode = ErrorCode(4, "CLOSED")
        @JvmField val CANCELLED: ErrorCode = ErrorCode(5, "CANCELLED")
        @JvmField val UNSUPPORTED: ErrorCode = ErrorCode(6, "UNSUPPORTED")
        @JvmField val AMBIGUOUS: ErrorCode = ErrorCode(7, "AMBIGUOUS")
        @JvmField val STORE_LOCKED: ErrorCode = ErrorCode(10, "STORE_LOCKED")
        @JvmField val STORE_CORRUPT: ErrorCode = ErrorCode(11, "STORE_CORRUPT")
        @JvmField val STORE_TOO_NEW: ErrorCode = ErrorCode(12, "STORE_TOO_NEW")
        @JvmField val STORE_TOO_OLD: ErrorCode = ErrorCode(13, "STORE_TOO_OLD")
        @JvmField val STORE_IO: ErrorCode = ErrorCode(14, "STORE_IO")
        @JvmField val STORE_IN_USE: ErrorCode = ErrorCode(15, "STORE_IN_USE")
        @JvmField val NO_SPACE: ErrorCode = ErrorCode(16, "NO_SPACE")
        @JvmField val VAULT_LOCKED: ErrorCode = ErrorCode(17, "VAULT_LOCKED")
        @JvmField val STORE_ROLLED_BACK: ErrorCode = ErrorCode(18, "STORE_ROLLED_BACK")
        @JvmField val VAULT_SUSPENDED: ErrorCode = ErrorCode(19, "VAULT_SUSPENDED")
        @JvmField val OFFLINE: ErrorCode = ErrorCode(20, "OFFLINE")
        @JvmField val TIMEOUT: ErrorCode = ErrorCode(21, "TIMEOUT")
        @JvmField val CONFLICT: ErrorCode = ErrorCode(22, "CONFLICT")
        @JvmField val RATE_LIMITED: ErrorCode = ErrorCode(23, "RATE_LIMITED")
        @JvmField val UNAUTHENTICATED: ErrorCode = ErrorCode(24, "UNAUTHENTICATED")
        @JvmField val PERMISSION_DENIED: ErrorCode = ErrorCode(25, "PERMISSION_DENIED")
        @JvmField val MALFORMED: ErrorCode = ErrorCode(26, "MALFORMED")
        @JvmField val TOO_LARGE: ErrorCode = ErrorCode(27, "TOO_LARGE")
        @JvmField val TRUNCATED: ErrorCode = ErrorCode(28, "TRUNCATED")
        @JvmField val QUOTA_EXCEEDED: ErrorCode = ErrorCode(29, "QUOTA_EXCEEDED")
        @JvmField val BAD_CIPHERTEXT: ErrorCode = ErrorCode(30, "BAD_CIPHERTEXT")
        @JvmField val BAD_SIGNATURE: ErrorCode = ErrorCode(31, "BAD_SIGNATURE")
        @JvmField val UNVERIFIED_KEY: ErrorCode = ErrorCode(32, "UNVERIFIED_KEY")
        @JvmField val KEY_CHANGED: ErrorCode = ErrorCode(33, "KEY_CHANGED")
        @JvmField val WEAK_KEY: ErrorCode = ErrorCode(34, "WEAK_KEY")
        @JvmField val KDF_BELOW_FLOOR: ErrorCode = ErrorCode(35, "KDF_BELOW_FLOOR")
        @JvmField val KDF_ABOVE_CEILING: ErrorCode = ErrorCode(36, "KDF_ABOVE_CEILING")
        @JvmField val WRONG_CONTEXT: ErrorCode = ErrorCode(37, "WRONG_CONTEXT")
        @JvmField val WRONG_TYPE: ErrorCode = ErrorCode(38, "WRONG_TYPE")
        @JvmField val UNKNOWN_SUITE: ErrorCode = ErrorCode(40, "UNKNOWN_SUITE")
        @JvmField val DOWNGRADE: ErrorCode = ErrorCode(41, "DOWNGRADE")
        @JvmField val REPLAY: ErrorCode = ErrorCode(50, "REPLAY")
        @JvmField val GAP: ErrorCode = ErrorCode(51, "GAP")
        @JvmField val ROLLBACK: ErrorCode = ErrorCode(52, "ROLLBACK")
        @JvmField val FORK: ErrorCode = ErrorCode(53, "FORK")
        @JvmField val STALE: ErrorCode = ErrorCode(54, "STALE")
        @JvmField val UNKNOWN_DEVICE: ErrorCode = ErrorCode(55, "UNKNOWN_DEVICE")
        @JvmField val REVOKED_DEVICE: ErrorCode = ErrorCode(56, "REVOKED_DEVICE")
        @JvmField val WRONG_EPOCH: ErrorCode = ErrorCode(57, "WRONG_EPOCH")
        @JvmField val BAD_MEMBERSHIP: ErrorCode = ErrorCode(58, "BAD_MEMBERSHIP")
        @JvmField val CLONED_DEVICE: ErrorCode = ErrorCode(59, "CLONED_DEVICE")
        @JvmField val UPGRADE_NEEDED: ErrorCode = ErrorCode(60, "UPGRADE_NEEDED")
        @JvmField val STORE_READ_ONLY: ErrorCode = ErrorCode(70, "STORE_READ_ONLY")
        @JvmField val RELAY_UNTRUSTED: ErrorCode = ErrorCode(80, "RELAY_UNTRUSTED")
        @JvmField val OUT_OF_MEMORY: ErrorCode = ErrorCode(100, "OUT_OF_MEMORY")
        @JvmField val INTERNAL: ErrorCode = ErrorCode(101, "INTERNAL")

        /** All that this version has a name for. */
        @JvmField val KNOWN: List<ErrorCode> = listOf(
            UNSPECIFIED_ERROR, INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, CLOSED, CANCELLED, UNSUPPORTED,
            AMBIGUOUS, STORE_LOCKED, STORE_CORRUPT, STORE_TOO_NEW, STORE_TOO_OLD, STORE_IO, STORE_IN_USE,
            NO_SPACE, VAULT_LOCKED, STORE_ROLLED_BACK, VAULT_SUSPENDED, OFFLINE, TIMEOUT, CONFLICT,
            RATE_LIMITED, UNAUTHENTICATED, PERMISSION_DENIED, MALFORMED, TOO_LARGE, TRUNCATED, QUOTA_EXCEEDED,
            BAD_CIPHERTEXT, BAD_SIGNATURE, UNVERIFIED_KEY, KEY_CHANGED, WEAK_KEY, KDF_BELOW_FLOOR,
            KDF_ABOVE_CEILING, WRONG_CONTEXT, WRONG_TYPE, UNKNOWN_SUITE, DOWNGRADE, REPLAY, GAP, ROLLBACK, FORK,
            STALE, UNKNOWN_DEVICE, REVOKED_DEVICE, WRONG_EPOCH, BAD_MEMBERSHIP, CLONED_DEVICE, UPGRADE_NEEDED,
            STORE_READ_ONLY, RELAY_UNTRUSTED, OUT_OF_MEMORY, INTERNAL)

        private val byNumber = KNOWN.associateBy { it.number }

        /** The one of that number, also where this version has no name for it. */
        @JvmStatic fun of(number: Int): ErrorCode = byNumber[number] ?: ErrorCode(number, "")
    }
}
