// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StoryRequest(
    val person: String = "",
    val part: Long = 0,
    val answer: String = "",
    val feelingsThen: List<String> = emptyList(),
    val feelingsNow: List<String> = emptyList(),
    val setFeelings: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): StoryRequest = copy(person = person)
    fun withPart(part: Long): StoryRequest = copy(part = part)
    fun withAnswer(answer: String): StoryRequest = copy(answer = answer)
    fun withFeelingsThen(feelingsThen: List<String>): StoryRequest = copy(feelingsThen = feelingsThen)
    fun withFeelingsNow(feelingsNow: List<String>): StoryRequest = copy(feelingsNow = feelingsNow)
    fun withSetFeelings(setFeelings: Boolean): StoryRequest = copy(setFeelings = setFeelings)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.uint32(2, part)
        output.string(3, answer)
        output.strings(4, feelingsThen)
        output.strings(5, feelingsNow)
        output.bool(6, setFeelings)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StoryRequest>() {
        internal override fun read(input: Input): StoryRequest {
            var person: String = ""
            var part: Long = 0L
            var answer: String = ""
            var feelingsThen: List<String> = emptyList()
            var feelingsNow: List<String> = emptyList()
            var setFeelings: Boolean = false
            while (true) when (input.next()) {
                0 -> return StoryRequest(
                    person, part, answer, feelingsThen, feelingsNow, setFeelings, input.unknown())
                10 -> person = input.string()
                16 -> part = input.uint32()
                26 -> answer = input.string()
                34 -> feelingsThen = input.added(feelingsThen, input.string())
                42 -> feelingsNow = input.added(feelingsNow, input.string())
                48 -> setFeelings = input.bool()
                else -> input.keep()
            }
        }
    }
}
