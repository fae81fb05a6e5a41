// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ErrorReply(
    val error: Error? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withError(error: Error?): ErrorReply = copy(error = error)

    internal override fun write(output: Output) {
        output.messageOrNull(1, error)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ErrorReply>() {
        internal override fun read(input: Input): ErrorReply {
            var error: Error? = null
            while (true) when (input.next()) {
                0 -> return ErrorReply(
                    error, input.unknown())
                10 -> error = input.message(error, Error.Type)
                else -> input.keep()
            }
        }
    }
}
