// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** The five steps, a question at a time. */
class ReviewFutures internal constructor(private val door: Door) {
    fun list(): CompletableFuture<ReviewList> = door.future(481, Empty(), ReviewList.Type)

    fun show(request: ReviewRequest): CompletableFuture<ReviewReply> = door.future(482, request, ReviewReply.Type)

    fun answer(request: ReviewRequest): CompletableFuture<ReviewReply> = door.future(483, request, ReviewReply.Type)

    fun finish(request: ReviewRequest): CompletableFuture<Changed> = door.future(484, request, Changed.Type)
}
