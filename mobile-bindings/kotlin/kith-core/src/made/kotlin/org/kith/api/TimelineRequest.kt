// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** The same without words: everything, newest first. */
data class TimelineRequest(
    val person: String = "",
    val tags: List<String> = emptyList(),
    val kinds: List<String> = emptyList(),
    val since: String = "",
    val until: String = "",
    val limit: Long = 0,
    val from: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): TimelineRequest = copy(person = person)
    fun withTags(tags: List<String>): TimelineRequest = copy(tags = tags)
    fun withKinds(kinds: List<String>): TimelineRequest = copy(kinds = kinds)
    fun withSince(since: String): TimelineRequest = copy(since = since)
    fun withUntil(until: String): TimelineRequest = copy(until = until)
    fun withLimit(limit: Long): TimelineRequest = copy(limit = limit)
    fun withFrom(from: Long): TimelineRequest = copy(from = from)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.strings(2, tags)
        output.strings(3, kinds)
        output.string(4, since)
        output.string(5, until)
        output.uint32(6, limit)
        output.uint32(7, from)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TimelineRequest>() {
        internal override fun read(input: Input): TimelineRequest {
            var person: String = ""
            var tags: List<String> = emptyList()
            var kinds: List<String> = emptyList()
            var since: String = ""
            var until: String = ""
            var limit: Long = 0L
            var from: Long = 0L
            while (true) when (input.next()) {
                0 -> return TimelineRequest(
                    person, tags, kinds, since, until, limit, from, input.unknown())
                10 -> person = input.string()
                18 -> tags = input.added(tags, input.string())
                26 -> kinds = input.added(kinds, input.string())
                34 -> since = input.string()
                42 -> until = input.string()
                48 -> limit = input.uint32()
                56 -> from = input.uint32()
                else -> input.keep()
            }
        }
    }
}
