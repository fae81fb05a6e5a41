package org.kith

import org.kith.api.Error
import org.kith.api.ErrorCode
import org.kith.api.Next
import org.kith.api.Sentence

/** What an error says of itself, wherever it comes from. */
internal class Said(
    val code: ErrorCode, val message: String, val shown: String, val next: List<Next>,
    val sentence: Sentence? = null
)

/**
 * Why something could not be done. The classes are those that an app does something about; everything else is [Other],
 * also what a newer engine has and this version has no class for.
 *
 * [message] is for a log: the name of the code and nothing that a person wrote. [shown] is for the person. That an
 * operation was cancelled is no KithException but a CancellationException.
 */
sealed class KithException private constructor(said: Said) : Exception(said.message) {
    val code: ErrorCode = said.code

    /** One sentence for the person; the same as [message] where there is no better one. */
    val shown: String = said.shown

    /** The same for an app that speaks another language: `sentence.text(catalogue)`. */
    val sentence: Sentence = said.sentence ?: Sentence(english = said.shown)

    /** What can be done about it, one after the other. */
    val next: List<Next> = said.next

    /** The same call may succeed later without anything being changed. */
    val isRetryable: Boolean get() = code in RETRYABLE

    /** What was asked for cannot be; a mistake of the app, or of what a person typed. */
    class InvalidArgument internal constructor(said: Said) : KithException(said)
    class NotFound internal constructor(said: Said) : KithException(said)
    class AlreadyExists internal constructor(said: Said) : KithException(said)

    /** A name that several bear. */
    class Ambiguous internal constructor(said: Said) : KithException(said)

    /** The Kith, the vault or the subscription was closed. */
    class Closed internal constructor(said: Said) : KithException(said)

    /** A wrong passphrase or code, or this device's key opens the vault no more: ask for the passphrase. */
    class WrongSecret internal constructor(said: Said) : KithException(said)

    /** The vault wants to be unlocked first. */
    class VaultLocked internal constructor(said: Said) : KithException(said)

    /** The vault wants to be resumed first. */
    class VaultSuspended internal constructor(said: Said) : KithException(said)

    /** Another program, or another Vault of this one, has it open. */
    class VaultInUse internal constructor(said: Said) : KithException(said)

    /** The vault was written by a newer version of the app. */
    class VaultTooNew internal constructor(said: Said) : KithException(said)

    /** The vault was put back as it was before, by a backup for instance. See Place.acceptRolledBack. */
    class VaultRolledBack internal constructor(said: Said) : KithException(said)
    class VaultCorrupt internal constructor(said: Said) : KithException(said)
    class NoSpace internal constructor(said: Said) : KithException(said)
    class Offline internal constructor(said: Said) : KithException(said)
    class Timeout internal constructor(said: Said) : KithException(said)
    class Conflict internal constructor(said: Said) : KithException(said)
    class RateLimited internal constructor(said: Said) : KithException(said)
    class QuotaExceeded internal constructor(said: Said) : KithException(said)

    /** The relay does not prove who it is. */
    class RelayUntrusted internal constructor(said: Said) : KithException(said)

    /** Bytes that are not what they must be. */
    class Malformed internal constructor(said: Said) : KithException(said)
    class Unsupported internal constructor(said: Said) : KithException(said)
    class Other internal constructor(said: Said) : KithException(said)

    internal companion object {
        /** Those that core/base/codes.def calls transient; a test compares. */
        val RETRYABLE = setOf(
            ErrorCode.STORE_IN_USE, ErrorCode.NO_SPACE, ErrorCode.VAULT_SUSPENDED, ErrorCode.OFFLINE,
            ErrorCode.TIMEOUT, ErrorCode.CONFLICT, ErrorCode.RATE_LIMITED, ErrorCode.UNAUTHENTICATED,
            ErrorCode.QUOTA_EXCEEDED, ErrorCode.RELAY_UNTRUSTED, ErrorCode.OUT_OF_MEMORY
        )

        private val KINDS: Map<ErrorCode, (Said) -> KithException> = mapOf(
            ErrorCode.INVALID_ARGUMENT to ::InvalidArgument,
            ErrorCode.NOT_FOUND to ::NotFound,
            ErrorCode.ALREADY_EXISTS to ::AlreadyExists,
            ErrorCode.AMBIGUOUS to ::Ambiguous,
            ErrorCode.CLOSED to ::Closed,
            ErrorCode.STORE_LOCKED to ::WrongSecret,
            ErrorCode.VAULT_LOCKED to ::VaultLocked,
            ErrorCode.VAULT_SUSPENDED to ::VaultSuspended,
            ErrorCode.STORE_IN_USE to ::VaultInUse,
            ErrorCode.STORE_TOO_NEW to ::VaultTooNew,
            ErrorCode.STORE_ROLLED_BACK to ::VaultRolledBack,
            ErrorCode.STORE_CORRUPT to ::VaultCorrupt,
            ErrorCode.NO_SPACE to ::NoSpace,
            ErrorCode.OFFLINE to ::Offline,
            ErrorCode.TIMEOUT to ::Timeout,
            ErrorCode.CONFLICT to ::Conflict,
            ErrorCode.RATE_LIMITED to ::RateLimited,
            ErrorCode.QUOTA_EXCEEDED to ::QuotaExceeded,
            ErrorCode.RELAY_UNTRUSTED to ::RelayUntrusted,
            ErrorCode.MALFORMED to ::Malformed,
            ErrorCode.UNSUPPORTED to ::Unsupported
        )

        private fun of(said: Said): KithException = (KINDS[said.code] ?: ::Other)(said)

        /** Of a status and what its kith_error says, where there is one. */
        fun of(status: Int, message: ByteArray?, detail: ByteArray?): KithException {
            val code = ErrorCode.of(status)
            val log = message?.decodeToString() ?: code.toString()
            val error = detail?.let { readable(it) } ?: Error()
            return of(Said(code, log, error.message.ifEmpty { log }, error.next, error.sentence))
        }

        fun malformed(why: String): KithException = of(Said(ErrorCode.MALFORMED, why, why, emptyList()))
        fun closed(): KithException = of(ErrorCode.CLOSED.number, null, null)

        /** An error's error would hide the first one. */
        private fun readable(detail: ByteArray): Error? = try {
            Error.decode(detail)
        } catch (wrong: KithException) {
            null
        }
    }
}
