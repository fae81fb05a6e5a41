// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** The relay of this vault, and another one. */
class RelayMethods internal constructor(private val door: Door) {
    suspend fun view(request: RelayViewRequest): RelayView = door.call(321, request, RelayView.Type)
    suspend fun view(with: String = ""): RelayView = door.call(321, RelayViewRequest(with), RelayView.Type)

    suspend fun show(): RelayInfo = door.call(322, Empty(), RelayInfo.Type)

    suspend fun move(request: RelayMoveRequest): SyncResult = door.call(323, request, SyncResult.Type)
    /**
     * @param address HOST:PORT
     * @param certificate PEM; empty: the system's
     * @param oldIsGone nobody can be told through it any more
     * @param admission the token that whoever hosts the relay gave, where it wants one; remembered once it was used
     */
    suspend fun move(
        address: String = "", certificate: String = "", oldIsGone: Boolean = false, admission: String = ""
    ): SyncResult =
        door.call(323, RelayMoveRequest(address, certificate, oldIsGone, admission), SyncResult.Type)

    suspend fun follow(request: RelayFollowRequest): SyncResult = door.call(324, request, SyncResult.Type)
    suspend fun follow(person: String = "", oldIsGone: Boolean = false): SyncResult =
        door.call(324, RelayFollowRequest(person, oldIsGone), SyncResult.Type)
}
