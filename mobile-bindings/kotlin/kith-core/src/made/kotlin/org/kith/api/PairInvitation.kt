// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairInvitation(
    val id: String = "",
    val code: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): PairInvitation = copy(id = id)
    fun withCode(code: String): PairInvitation = copy(code = code)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, code)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairInvitation>() {
        internal override fun read(input: Input): PairInvitation {
            var id: String = ""
            var code: String = ""
            while (true) when (input.next()) {
                0 -> return PairInvitation(
                    id, code, input.unknown())
                10 -> id = input.string()
                18 -> code = input.string()
                else -> input.keep()
            }
        }
    }
}
