// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** The relay of this vault, and another one. */
class RelayFutures internal constructor(private val door: Door) {
    fun view(request: RelayViewRequest): CompletableFuture<RelayView> = door.future(321, request, RelayView.Type)

    fun show(): CompletableFuture<RelayInfo> = door.future(322, Empty(), RelayInfo.Type)

    fun move(request: RelayMoveRequest): CompletableFuture<SyncResult> = door.future(323, request, SyncResult.Type)

    fun follow(request: RelayFollowRequest): CompletableFuture<SyncResult> =
        door.future(324, request, SyncResult.Type)
}
