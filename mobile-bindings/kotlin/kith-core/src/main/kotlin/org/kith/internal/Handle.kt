package org.kith.internal

import org.kith.KithException

/**
 * Something that lives in native code. It is released once it is closed and nobody uses it any more, so that a call on
 * one thread never meets what another thread has just freed.
 *
 * Threads: any.
 * Owns:    `raw`, which `release` gives back, once.
 * Errors:  KithException.Closed on use after close.
 */
internal class Handle(private val raw: Long, private val release: (Long) -> Unit) {
    private var users = 1 // the owner is one
    private var closed = false

    val isClosed: Boolean get() = synchronized(this) { closed }

    inline fun <T> use(block: (Long) -> T): T {
        if (!enter()) throw KithException.closed()
        return used(block)
    }

    /** The same, and nothing at all where it is closed. */
    inline fun useIfOpen(block: (Long) -> Unit) {
        if (enter()) used(block)
    }

    fun close() {
        synchronized(this) {
            if (closed) return
            closed = true
        }
        leave()
    }

    private inline fun <T> used(block: (Long) -> T): T = try {
        block(raw)
    } finally {
        leave()
    }

    private fun enter(): Boolean = synchronized(this) {
        if (!closed) users++
        !closed
    }

    private fun leave() {
        val last = synchronized(this) { --users == 0 }
        if (last) release(raw)
    }
}

/** A runtime and how many want it: the app's Kith, and each vault, so that vaults work on when the Kith is closed. */
internal class Runtime(private val raw: Long) {
    private var owners = 0

    fun handle(): Handle {
        synchronized(this) { owners++ }
        return Handle(raw) {
            val last = synchronized(this) { --owners == 0 }
            if (last) Native.runtimeRelease(raw)
        }
    }
}
