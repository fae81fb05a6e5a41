// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** From an invitation to two people who share a space, and its end. */
class PairFutures internal constructor(private val door: Door) {
    fun invite(request: PairInviteRequest): CompletableFuture<PairInvitation> =
        door.future(181, request, PairInvitation.Type)

    fun accept(request: PairAcceptRequest): CompletableFuture<Pair> = door.future(182, request, Pair.Type)

    fun confirm(request: PairConfirmRequest): CompletableFuture<Pair> = door.future(183, request, Pair.Type)

    fun cancel(request: IdRequest): CompletableFuture<Changed> = door.future(184, request, Changed.Type)

    fun list(): CompletableFuture<PairList> = door.future(185, Empty(), PairList.Type)

    fun end(request: PairEndRequest): CompletableFuture<PairEnded> = door.future(186, request, PairEnded.Type)

    /** As list, once the relay was asked whether somebody has accepted. */
    fun refresh(): CompletableFuture<PairList> = door.future(187, Empty(), PairList.Type)
}
