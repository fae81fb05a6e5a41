// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Passages that the partner may read. */
class ShareFutures internal constructor(private val door: Door) {
    fun add(request: ShareRequest): CompletableFuture<Changed> = door.future(201, request, Changed.Type)

    fun withdraw(request: IdRequest): CompletableFuture<Changed> = door.future(202, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<SharedList> = door.future(203, request, SharedList.Type)

    fun check(request: ShareCheckRequest): CompletableFuture<ShareCheckReply> =
        door.future(204, request, ShareCheckReply.Type)
}
