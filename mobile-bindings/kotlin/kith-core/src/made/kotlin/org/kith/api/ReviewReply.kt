// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ReviewReply(
    val id: String = "",
    val step: String = "",
    val name: String = "",
    /** open, done */
    val state: String = "",
    val questions: List<ReviewQuestion> = emptyList(),
    /** the number of the first question without an answer; 0: none is left */
    val next: Long = 0,
    val createdMs: Double = 0.0,
    /** what the answer was made into */
    val made: String = "",
    val madeId: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): ReviewReply = copy(id = id)
    fun withStep(step: String): ReviewReply = copy(step = step)
    fun withName(name: String): ReviewReply = copy(name = name)
    fun withState(state: String): ReviewReply = copy(state = state)
    fun withQuestions(questions: List<ReviewQuestion>): ReviewReply = copy(questions = questions)
    fun withNext(next: Long): ReviewReply = copy(next = next)
    fun withCreatedMs(createdMs: Double): ReviewReply = copy(createdMs = createdMs)
    fun withMade(made: String): ReviewReply = copy(made = made)
    fun withMadeId(madeId: String): ReviewReply = copy(madeId = madeId)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, step)
        output.string(3, name)
        output.string(4, state)
        output.messages(5, questions)
        output.uint32(6, next)
        output.double(7, createdMs)
        output.string(8, made)
        output.string(9, madeId)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ReviewReply>() {
        internal override fun read(input: Input): ReviewReply {
            var id: String = ""
            var step: String = ""
            var name: String = ""
            var state: String = ""
            var questions: List<ReviewQuestion> = emptyList()
            var next: Long = 0L
            var createdMs: Double = 0.0
            var made: String = ""
            var madeId: String = ""
            while (true) when (input.next()) {
                0 -> return ReviewReply(
                    id, step, name, state, questions, next, createdMs, made, madeId, input.unknown())
                10 -> id = input.string()
                18 -> step = input.string()
                26 -> name = input.string()
                34 -> state = input.string()
                42 -> questions = input.added(questions, input.message(null, ReviewQuestion.Type))
                48 -> next = input.uint32()
                57 -> createdMs = input.double()
                66 -> made = input.string()
                74 -> madeId = input.string()
                else -> input.keep()
            }
        }
    }
}
