// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What was removed in the last thirty days. */
class BinFutures internal constructor(private val door: Door) {
    fun list(): CompletableFuture<RemovedList> = door.future(601, Empty(), RemovedList.Type)

    fun restore(request: IdRequest): CompletableFuture<Changed> = door.future(602, request, Changed.Type)

    fun empty(): CompletableFuture<Empty> = door.future(603, Empty(), Empty.Type)
}
