package org.kith

import java.io.Closeable
import java.nio.ByteBuffer
import java.nio.CharBuffer
import java.nio.charset.CodingErrorAction
import java.security.SecureRandom

/**
 * A passphrase or a key, in memory until it is closed: `Secret.of(typed).use { vault.unlock(it) }`.
 *
 * The engine copies it into memory of its own before a call begins; this one is the app's to close. The garbage
 * collector may have moved the bytes before and left a copy behind: keep a secret as short as you can, and never in a
 * String where you have the choice.
 *
 * Threads: any.
 * Owns:    its bytes; close() wipes them.
 * Errors:  IllegalStateException on use after close.
 */
class Secret private constructor(private val bytes: ByteArray) : Closeable {
    private var wiped = false

    val size: Int get() = bytes.size

    @Synchronized
    override fun close() {
        bytes.fill(0)
        wiped = true
    }

    /** A copy, for a request that wants bytes or for a key store. The caller wipes it. */
    fun copy(): ByteArray = lend { it.copyOf() }

    @Synchronized
    internal fun <T> lend(block: (ByteArray) -> T): T {
        check(!wiped) { "a Secret that was closed is used" }
        return block(bytes)
    }

    override fun toString(): String = "Secret"

    companion object {
        private const val KEY_BYTES = 32
        private const val UTF8_MOST = 3 // bytes of a char; two chars that are one letter have four

        /** Takes what the array holds and wipes the array. */
        @JvmStatic
        fun take(bytes: ByteArray): Secret {
            val mine = Secret(bytes.copyOf())
            bytes.fill(0)
            return mine
        }

        /** What was typed, as UTF-8. The array stays the caller's to wipe. */
        @JvmStatic
        fun of(typed: CharArray): Secret {
            // Room for the longest that it can be: a buffer that grows would leave its first half behind.
            val encoded = ByteBuffer.allocate(typed.size * UTF8_MOST)
            val encoder = Charsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
            encoder.encode(CharBuffer.wrap(typed), encoded, true)
            val secret = Secret(encoded.array().copyOf(encoded.position()))
            encoded.array().fill(0)
            return secret
        }

        /** Of text that is no secret anywhere else: in a test, or typed into a field that gives only a String. */
        @JvmStatic
        fun of(typed: String): Secret = Secret(typed.toByteArray())

        /** A new key of a device. */
        @JvmStatic
        fun random(): Secret = Secret(ByteArray(KEY_BYTES).also { SecureRandom().nextBytes(it) })
    }
}
