// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** A relationship as I tell it. */
class StoryFutures internal constructor(private val door: Door) {
    fun show(request: StoryRequest): CompletableFuture<StoryReply> = door.future(501, request, StoryReply.Type)

    fun answer(request: StoryRequest): CompletableFuture<StoryReply> = door.future(502, request, StoryReply.Type)

    fun finish(request: StoryRequest): CompletableFuture<Changed> = door.future(503, request, Changed.Type)

    fun list(): CompletableFuture<StoryList> = door.future(504, Empty(), StoryList.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(505, request, Changed.Type)
}
