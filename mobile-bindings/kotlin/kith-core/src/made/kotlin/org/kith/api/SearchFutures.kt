// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Every text of the vault. */
class SearchFutures internal constructor(private val door: Door) {
    fun find(request: SearchRequest): CompletableFuture<SearchResult> = door.future(281, request, SearchResult.Type)
}
