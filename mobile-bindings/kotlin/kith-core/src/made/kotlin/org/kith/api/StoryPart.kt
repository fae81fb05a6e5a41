// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StoryPart(
    val number: Long = 0,
    val title: String = "",
    val question: String = "",
    val answer: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Long): StoryPart = copy(number = number)
    fun withTitle(title: String): StoryPart = copy(title = title)
    fun withQuestion(question: String): StoryPart = copy(question = question)
    fun withAnswer(answer: String): StoryPart = copy(answer = answer)

    internal override fun write(output: Output) {
        output.uint32(1, number)
        output.string(2, title)
        output.string(3, question)
        output.string(4, answer)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StoryPart>() {
        internal override fun read(input: Input): StoryPart {
            var number: Long = 0L
            var title: String = ""
            var question: String = ""
            var answer: String = ""
            while (true) when (input.next()) {
                0 -> return StoryPart(
                    number, title, question, answer, input.unknown())
                8 -> number = input.uint32()
                18 -> title = input.string()
                26 -> question = input.string()
                34 -> answer = input.string()
                else -> input.keep()
            }
        }
    }
}
