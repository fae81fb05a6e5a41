// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.KithException
import org.kith.Pull
import org.kith.internal.Door

/** Everything that goes to a relay and comes from there. */
class SyncFutures internal constructor(private val door: Door) {
    fun once(request: SyncRequest): CompletableFuture<SyncResult> = door.future(241, request, SyncResult.Type)

    @Throws(KithException::class)
    fun watch(): Pull<SyncResult> = door.pull(242, Empty(), SyncResult.Type)
}
