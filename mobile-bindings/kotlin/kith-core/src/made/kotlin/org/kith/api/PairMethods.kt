// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** From an invitation to two people who share a space, and its end. */
class PairMethods internal constructor(private val door: Door) {
    suspend fun invite(request: PairInviteRequest): PairInvitation = door.call(181, request, PairInvitation.Type)
    suspend fun invite(person: String = ""): PairInvitation =
        door.call(181, PairInviteRequest(person), PairInvitation.Type)

    suspend fun accept(request: PairAcceptRequest): Pair = door.call(182, request, Pair.Type)
    suspend fun accept(code: String = "", person: String = ""): Pair =
        door.call(182, PairAcceptRequest(code, person), Pair.Type)

    suspend fun confirm(request: PairConfirmRequest): Pair = door.call(183, request, Pair.Type)
    suspend fun confirm(id: String = "", code: String = "", passphrase: ByteArray = ByteArray(0)): Pair =
        door.call(183, PairConfirmRequest(id, code, passphrase), Pair.Type)

    suspend fun cancel(request: IdRequest): Changed = door.call(184, request, Changed.Type)
    suspend fun cancel(id: String = ""): Changed = door.call(184, IdRequest(id), Changed.Type)

    suspend fun list(): PairList = door.call(185, Empty(), PairList.Type)

    suspend fun end(request: PairEndRequest): PairEnded = door.call(186, request, PairEnded.Type)
    suspend fun end(person: String = "", passphrase: ByteArray = ByteArray(0)): PairEnded =
        door.call(186, PairEndRequest(person, passphrase), PairEnded.Type)

    /** As list, once the relay was asked whether somebody has accepted. */
    suspend fun refresh(): PairList = door.call(187, Empty(), PairList.Type)
}
