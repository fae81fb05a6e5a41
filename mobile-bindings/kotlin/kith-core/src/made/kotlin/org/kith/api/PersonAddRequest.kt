// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PersonAddRequest(
    val name: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withName(name: String): PersonAddRequest = copy(name = name)

    internal override fun write(output: Output) {
        output.string(1, name)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PersonAddRequest>() {
        internal override fun read(input: Input): PersonAddRequest {
            var name: String = ""
            while (true) when (input.next()) {
                0 -> return PersonAddRequest(
                    name, input.unknown())
                10 -> name = input.string()
                else -> input.keep()
            }
        }
    }
}
