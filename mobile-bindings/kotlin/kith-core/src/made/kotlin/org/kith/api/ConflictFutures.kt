// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Values that were written at the same time. */
class ConflictFutures internal constructor(private val door: Door) {
    fun list(): CompletableFuture<ConflictList> = door.future(221, Empty(), ConflictList.Type)

    fun keep(request: IdRequest): CompletableFuture<Changed> = door.future(222, request, Changed.Type)

    fun dismiss(request: IdRequest): CompletableFuture<Changed> = door.future(223, request, Changed.Type)
}
