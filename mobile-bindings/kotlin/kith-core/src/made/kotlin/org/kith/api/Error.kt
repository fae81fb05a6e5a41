// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Error(
    val code: ErrorCode = ErrorCode.UNSPECIFIED_ERROR,
    val message: String = "",
    /** one after the other */
    val next: List<Next> = emptyList(),
    /** the message */
    val sentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCode(code: ErrorCode): Error = copy(code = code)
    fun withMessage(message: String): Error = copy(message = message)
    fun withNext(next: List<Next>): Error = copy(next = next)
    fun withSentence(sentence: Sentence?): Error = copy(sentence = sentence)

    internal override fun write(output: Output) {
        output.enum(1, code)
        output.string(2, message)
        output.messages(3, next)
        output.messageOrNull(4, sentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Error>() {
        internal override fun read(input: Input): Error {
            var code: ErrorCode = ErrorCode.UNSPECIFIED_ERROR
            var message: String = ""
            var next: List<Next> = emptyList()
            var sentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return Error(
                    code, message, next, sentence, input.unknown())
                8 -> code = ErrorCode.of(input.enum())
                18 -> message = input.string()
                26 -> next = input.added(next, input.message(null, Next.Type))
                34 -> sentence = input.message(sentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
