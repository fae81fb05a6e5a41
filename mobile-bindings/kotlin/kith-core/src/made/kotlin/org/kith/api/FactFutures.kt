// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What is noted of relationships by kinds: structure, turning points, marks, needs and others. */
class FactFutures internal constructor(private val door: Door) {
    fun add(request: FactAddRequest): CompletableFuture<Changed> = door.future(341, request, Changed.Type)

    fun edit(request: FactEditRequest): CompletableFuture<Changed> = door.future(342, request, Changed.Type)

    fun list(request: FactListRequest): CompletableFuture<FactList> = door.future(343, request, FactList.Type)

    fun show(request: FactIdRequest): CompletableFuture<Fact> = door.future(344, request, Fact.Type)

    fun remove(request: FactIdRequest): CompletableFuture<Changed> = door.future(345, request, Changed.Type)
}
