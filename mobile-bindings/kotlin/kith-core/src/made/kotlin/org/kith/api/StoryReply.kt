// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StoryReply(
    /** empty: nothing is told yet */
    val id: String = "",
    val person: String = "",
    val personId: String = "",
    /** open, done */
    val state: String = "",
    val parts: List<StoryPart> = emptyList(),
    /** the first part without an answer; 0: none is left */
    val next: Long = 0,
    val feelingsThen: List<String> = emptyList(),
    val feelingsNow: List<String> = emptyList(),
    val createdMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): StoryReply = copy(id = id)
    fun withPerson(person: String): StoryReply = copy(person = person)
    fun withPersonId(personId: String): StoryReply = copy(personId = personId)
    fun withState(state: String): StoryReply = copy(state = state)
    fun withParts(parts: List<StoryPart>): StoryReply = copy(parts = parts)
    fun withNext(next: Long): StoryReply = copy(next = next)
    fun withFeelingsThen(feelingsThen: List<String>): StoryReply = copy(feelingsThen = feelingsThen)
    fun withFeelingsNow(feelingsNow: List<String>): StoryReply = copy(feelingsNow = feelingsNow)
    fun withCreatedMs(createdMs: Double): StoryReply = copy(createdMs = createdMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, person)
        output.string(3, personId)
        output.string(4, state)
        output.messages(5, parts)
        output.uint32(6, next)
        output.strings(7, feelingsThen)
        output.strings(8, feelingsNow)
        output.double(9, createdMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StoryReply>() {
        internal override fun read(input: Input): StoryReply {
            var id: String = ""
            var person: String = ""
            var personId: String = ""
            var state: String = ""
            var parts: List<StoryPart> = emptyList()
            var next: Long = 0L
            var feelingsThen: List<String> = emptyList()
            var feelingsNow: List<String> = emptyList()
            var createdMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return StoryReply(
                    id, person, personId, state, parts, next, feelingsThen, feelingsNow, createdMs, input.unknown())
                10 -> id = input.string()
                18 -> person = input.string()
                26 -> personId = input.string()
                34 -> state = input.string()
                42 -> parts = input.added(parts, input.message(null, StoryPart.Type))
                48 -> next = input.uint32()
                58 -> feelingsThen = input.added(feelingsThen, input.string())
                66 -> feelingsNow = input.added(feelingsNow, input.string())
                73 -> createdMs = input.double()
                else -> input.keep()
            }
        }
    }
}
