// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Snapshots of the network and what is decided. */
class ReassessMethods internal constructor(private val door: Door) {
    suspend fun save(request: SnapshotRequest): SnapshotSaved = door.call(521, request, SnapshotSaved.Type)
    suspend fun save(`when`: String = "", decisions: List<PersonDecision> = emptyList()): SnapshotSaved =
        door.call(521, SnapshotRequest(`when`, decisions), SnapshotSaved.Type)

    suspend fun list(): SnapshotList = door.call(522, Empty(), SnapshotList.Type)

    suspend fun compare(request: SnapshotCompareRequest): SnapshotComparison =
        door.call(523, request, SnapshotComparison.Type)
    suspend fun compare(before: String = "", after: String = ""): SnapshotComparison =
        door.call(523, SnapshotCompareRequest(before, after), SnapshotComparison.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(524, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(524, IdRequest(id), Changed.Type)
}
