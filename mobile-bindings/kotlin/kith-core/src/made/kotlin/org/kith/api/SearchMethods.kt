// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Every text of the vault. */
class SearchMethods internal constructor(private val door: Door) {
    suspend fun find(request: SearchRequest): SearchResult = door.call(281, request, SearchResult.Type)
    /**
     * Of `kind`: person, relationship, conversation, note, goal, action, agenda, shared.
     * @param words each must occur, as a word or the beginning of one; #word is a tag
     * @param person only what is about, or held with, this person
     * @param tags with or without #
     * @param kinds none: all
     * @param since a date, as far as it is known
     * @param limit 0: 20; at most 1,000
     * @param from so many are passed over
     */
    suspend fun find(
        words: String = "", person: String = "", tags: List<String> = emptyList(),
        kinds: List<String> = emptyList(), since: String = "", until: String = "", limit: Long = 0, from: Long = 0
    ): SearchResult =
        door.call(281, SearchRequest(words, person, tags, kinds, since, until, limit, from), SearchResult.Type)
}
