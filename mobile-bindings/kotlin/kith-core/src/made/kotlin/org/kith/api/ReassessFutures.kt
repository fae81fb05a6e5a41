// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Snapshots of the network and what is decided. */
class ReassessFutures internal constructor(private val door: Door) {
    fun save(request: SnapshotRequest): CompletableFuture<SnapshotSaved> =
        door.future(521, request, SnapshotSaved.Type)

    fun list(): CompletableFuture<SnapshotList> = door.future(522, Empty(), SnapshotList.Type)

    fun compare(request: SnapshotCompareRequest): CompletableFuture<SnapshotComparison> =
        door.future(523, request, SnapshotComparison.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(524, request, Changed.Type)
}
