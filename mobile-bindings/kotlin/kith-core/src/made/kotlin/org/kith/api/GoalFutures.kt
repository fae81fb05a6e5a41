// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Goals. */
class GoalFutures internal constructor(private val door: Door) {
    fun add(request: GoalAddRequest): CompletableFuture<Changed> = door.future(121, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<GoalList> = door.future(122, request, GoalList.Type)

    fun edit(request: GoalEditRequest): CompletableFuture<Changed> = door.future(123, request, Changed.Type)

    fun done(request: IdRequest): CompletableFuture<Changed> = door.future(124, request, Changed.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(125, request, Changed.Type)
}
