// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/**
 * What may go on while the vault is locked: sealed entries come in and go out, and nobody can read them meanwhile.
 */
class LockedFutures internal constructor(private val door: Door) {
    /** From now on, under a new key; one that was given before opens nothing any more. */
    fun allow(): CompletableFuture<LockedKey> = door.future(701, Empty(), LockedKey.Type)

    fun forbid(): CompletableFuture<Empty> = door.future(702, Empty(), Empty.Type)

    fun show(): CompletableFuture<LockedState> = door.future(703, Empty(), LockedState.Type)

    /** For a vault that is locked or suspended. What it fetches is taken in when the vault opens. */
    fun sync(request: LockedSyncRequest): CompletableFuture<LockedSyncResult> =
        door.future(704, request, LockedSyncResult.Type)

    /**
     * What waits now is sealed, and goes out too. It is done after each sync.once, and before a vault is locked or
     * suspended.
     */
    fun prepare(): CompletableFuture<LockedState> = door.future(705, Empty(), LockedState.Type)
}
