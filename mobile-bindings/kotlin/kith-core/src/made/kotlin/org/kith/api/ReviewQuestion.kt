// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ReviewQuestion(
    val number: Long = 0,
    val question: String = "",
    val answer: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Long): ReviewQuestion = copy(number = number)
    fun withQuestion(question: String): ReviewQuestion = copy(question = question)
    fun withAnswer(answer: String): ReviewQuestion = copy(answer = answer)

    internal override fun write(output: Output) {
        output.uint32(1, number)
        output.string(2, question)
        output.string(3, answer)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ReviewQuestion>() {
        internal override fun read(input: Input): ReviewQuestion {
            var number: Long = 0L
            var question: String = ""
            var answer: String = ""
            while (true) when (input.next()) {
                0 -> return ReviewQuestion(
                    number, question, answer, input.unknown())
                8 -> number = input.uint32()
                18 -> question = input.string()
                26 -> answer = input.string()
                else -> input.keep()
            }
        }
    }
}
