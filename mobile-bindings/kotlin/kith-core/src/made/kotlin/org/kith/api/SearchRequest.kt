// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Of `kind`: person, relationship, conversation, note, goal, action, agenda, shared. */
data class SearchRequest(
    /** each must occur, as a word or the beginning of one; #word is a tag */
    val words: String = "",
    /** only what is about, or held with, this person */
    val person: String = "",
    /** with or without # */
    val tags: List<String> = emptyList(),
    /** none: all */
    val kinds: List<String> = emptyList(),
    /** a date, as far as it is known */
    val since: String = "",
    val until: String = "",
    /** 0: 20; at most 1,000 */
    val limit: Long = 0,
    /** so many are passed over */
    val from: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWords(words: String): SearchRequest = copy(words = words)
    fun withPerson(person: String): SearchRequest = copy(person = person)
    fun withTags(tags: List<String>): SearchRequest = copy(tags = tags)
    fun withKinds(kinds: List<String>): SearchRequest = copy(kinds = kinds)
    fun withSince(since: String): SearchRequest = copy(since = since)
    fun withUntil(until: String): SearchRequest = copy(until = until)
    fun withLimit(limit: Long): SearchRequest = copy(limit = limit)
    fun withFrom(from: Long): SearchRequest = copy(from = from)

    internal override fun write(output: Output) {
        output.string(1, words)
        output.string(2, person)
        output.strings(3, tags)
        output.strings(4, kinds)
        output.string(5, since)
        output.string(6, until)
        output.uint32(7, limit)
        output.uint32(8, from)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SearchRequest>() {
        internal override fun read(input: Input): SearchRequest {
            var words: String = ""
            var person: String = ""
            var tags: List<String> = emptyList()
            var kinds: List<String> = emptyList()
            var since: String = ""
            var until: String = ""
            var limit: Long = 0L
            var from: Long = 0L
            while (true) when (input.next()) {
                0 -> return SearchRequest(
                    words, person, tags, kinds, since, until, limit, from, input.unknown())
                10 -> words = input.string()
                18 -> person = input.string()
                26 -> tags = input.added(tags, input.string())
                34 -> kinds = input.added(kinds, input.string())
                42 -> since = input.string()
                50 -> until = input.string()
                56 -> limit = input.uint32()
                64 -> from = input.uint32()
                else -> input.keep()
            }
        }
    }
}
