// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What happened, by its day. */
class TimelineFutures internal constructor(private val door: Door) {
    fun list(request: TimelineRequest): CompletableFuture<SearchResult> =
        door.future(301, request, SearchResult.Type)
}
