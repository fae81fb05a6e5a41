// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairAcceptRequest(
    val code: String = "",
    val person: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCode(code: String): PairAcceptRequest = copy(code = code)
    fun withPerson(person: String): PairAcceptRequest = copy(person = person)

    internal override fun write(output: Output) {
        output.string(1, code)
        output.string(2, person)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairAcceptRequest>() {
        internal override fun read(input: Input): PairAcceptRequest {
            var code: String = ""
            var person: String = ""
            while (true) when (input.next()) {
                0 -> return PairAcceptRequest(
                    code, person, input.unknown())
                10 -> code = input.string()
                18 -> person = input.string()
                else -> input.keep()
            }
        }
    }
}
