// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What happened, by its day. */
class TimelineMethods internal constructor(private val door: Door) {
    suspend fun list(request: TimelineRequest): SearchResult = door.call(301, request, SearchResult.Type)
    /** The same without words: everything, newest first. */
    suspend fun list(
        person: String = "", tags: List<String> = emptyList(), kinds: List<String> = emptyList(),
        since: String = "", until: String = "", limit: Long = 0, from: Long = 0
    ): SearchResult =
        door.call(301, TimelineRequest(person, tags, kinds, since, until, limit, from), SearchResult.Type)
}
