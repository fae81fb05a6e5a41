// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What to speak about the next time; shared by a pair. */
class AgendaFutures internal constructor(private val door: Door) {
    fun add(request: AgendaAddRequest): CompletableFuture<Changed> = door.future(141, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<AgendaList> = door.future(142, request, AgendaList.Type)

    fun edit(request: TextEditRequest): CompletableFuture<Changed> = door.future(143, request, Changed.Type)

    fun done(request: IdRequest): CompletableFuture<Changed> = door.future(144, request, Changed.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(145, request, Changed.Type)
}
