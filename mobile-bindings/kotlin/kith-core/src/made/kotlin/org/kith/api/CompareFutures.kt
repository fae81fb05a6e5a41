// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Answers that both sides seal before they see them. */
class CompareFutures internal constructor(private val door: Door) {
    fun seal(request: CompareSealRequest): CompletableFuture<Changed> = door.future(561, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<ComparedList> = door.future(562, request, ComparedList.Type)
}
