// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Who of a pair does what until when. */
class ActionFutures internal constructor(private val door: Door) {
    fun add(request: ActionAddRequest): CompletableFuture<Changed> = door.future(161, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<ActionList> = door.future(162, request, ActionList.Type)

    fun edit(request: ActionEditRequest): CompletableFuture<Changed> = door.future(163, request, Changed.Type)

    fun done(request: IdRequest): CompletableFuture<Changed> = door.future(164, request, Changed.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(165, request, Changed.Type)
}
