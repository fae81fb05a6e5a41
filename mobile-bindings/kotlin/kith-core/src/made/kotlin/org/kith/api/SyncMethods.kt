// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import kotlinx.coroutines.flow.Flow
import org.kith.internal.Door

/** Everything that goes to a relay and comes from there. */
class SyncMethods internal constructor(private val door: Door) {
    suspend fun once(request: SyncRequest): SyncResult = door.call(241, request, SyncResult.Type)
    /** 0: until all is done. After that many milliseconds it stops between two calls, or in the middle of one. */
    suspend fun once(deadlineMs: Double = 0.0): SyncResult =
        door.call(241, SyncRequest(deadlineMs), SyncResult.Type)

    fun watch(): Flow<SyncResult> = door.stream(242, Empty(), SyncResult.Type)
}
