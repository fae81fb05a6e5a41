package org.kith

import java.io.Closeable
import java.util.concurrent.CompletableFuture
import org.kith.api.Message
import org.kith.api.MessageType
import org.kith.internal.Handle
import org.kith.internal.Native
import org.kith.internal.Operations

/**
 * Results that arrive over time, for Java: one `next` at a time. In Kotlin the same is a Flow.
 *
 * Threads: any.
 * Owns:    the subscription; close() ends it, and a next that waits with KithException.Closed.
 * Errors:  as the future's. After one the next `next` begins anew; Offline and VaultSuspended are no ends.
 */
class Pull<T : Message> internal constructor(
    private val sub: Handle, private val operations: Operations, private val type: MessageType<T>
) : Closeable {
    /** The next result, as soon as there is one. */
    fun next(): CompletableFuture<T> =
        operations.future({ op, done -> sub.use { Native.subNext(it, op, done) } }, { type.decode(it) })

    override fun close() = sub.close()
}
