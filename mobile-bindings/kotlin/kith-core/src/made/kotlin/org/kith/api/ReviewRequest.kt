// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ReviewRequest(
    val step: String = "",
    val answer: String = "",
    val question: Long = 0,
    /** What the answer is made into at once: goal, need, candidate or note; empty: nothing. */
    val make: String = "",
    /** of what is made */
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withStep(step: String): ReviewRequest = copy(step = step)
    fun withAnswer(answer: String): ReviewRequest = copy(answer = answer)
    fun withQuestion(question: Long): ReviewRequest = copy(question = question)
    fun withMake(make: String): ReviewRequest = copy(make = make)
    fun withFields(fields: List<FactField>): ReviewRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, step)
        output.string(2, answer)
        output.uint32(3, question)
        output.string(4, make)
        output.messages(5, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ReviewRequest>() {
        internal override fun read(input: Input): ReviewRequest {
            var step: String = ""
            var answer: String = ""
            var question: Long = 0L
            var make: String = ""
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return ReviewRequest(
                    step, answer, question, make, fields, input.unknown())
                10 -> step = input.string()
                18 -> answer = input.string()
                24 -> question = input.uint32()
                34 -> make = input.string()
                42 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
