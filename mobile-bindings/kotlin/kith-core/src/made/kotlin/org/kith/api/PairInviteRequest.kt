// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairInviteRequest(
    val person: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PairInviteRequest = copy(person = person)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairInviteRequest>() {
        internal override fun read(input: Input): PairInviteRequest {
            var person: String = ""
            while (true) when (input.next()) {
                0 -> return PairInviteRequest(
                    person, input.unknown())
                10 -> person = input.string()
                else -> input.keep()
            }
        }
    }
}
