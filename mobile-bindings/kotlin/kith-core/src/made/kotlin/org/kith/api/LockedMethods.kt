// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/**
 * What may go on while the vault is locked: sealed entries come in and go out, and nobody can read them meanwhile.
 */
class LockedMethods internal constructor(private val door: Door) {
    /** From now on, under a new key; one that was given before opens nothing any more. */
    suspend fun allow(): LockedKey = door.call(701, Empty(), LockedKey.Type)

    suspend fun forbid(): Empty = door.call(702, Empty(), Empty.Type)

    suspend fun show(): LockedState = door.call(703, Empty(), LockedState.Type)

    /** For a vault that is locked or suspended. What it fetches is taken in when the vault opens. */
    suspend fun sync(request: LockedSyncRequest): LockedSyncResult = door.call(704, request, LockedSyncResult.Type)
    /**
     * For a vault that is locked or suspended. What it fetches is taken in when the vault opens.
     * @param deadlineMs as of SyncRequest
     */
    suspend fun sync(key: ByteArray = ByteArray(0), deadlineMs: Double = 0.0): LockedSyncResult =
        door.call(704, LockedSyncRequest(key, deadlineMs), LockedSyncResult.Type)

    /**
     * What waits now is sealed, and goes out too. It is done after each sync.once, and before a vault is locked or
     * suspended.
     */
    suspend fun prepare(): LockedState = door.call(705, Empty(), LockedState.Type)
}
