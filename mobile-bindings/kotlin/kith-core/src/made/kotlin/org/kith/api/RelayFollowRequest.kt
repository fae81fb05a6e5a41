// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayFollowRequest(
    val person: String = "",
    val oldIsGone: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): RelayFollowRequest = copy(person = person)
    fun withOldIsGone(oldIsGone: Boolean): RelayFollowRequest = copy(oldIsGone = oldIsGone)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.bool(2, oldIsGone)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayFollowRequest>() {
        internal override fun read(input: Input): RelayFollowRequest {
            var person: String = ""
            var oldIsGone: Boolean = false
            while (true) when (input.next()) {
                0 -> return RelayFollowRequest(
                    person, oldIsGone, input.unknown())
                10 -> person = input.string()
                16 -> oldIsGone = input.bool()
                else -> input.keep()
            }
        }
    }
}
