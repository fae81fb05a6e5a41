// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class IdRequest(
    val id: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): IdRequest = copy(id = id)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<IdRequest>() {
        internal override fun read(input: Input): IdRequest {
            var id: String = ""
            while (true) when (input.next()) {
                0 -> return IdRequest(
                    id, input.unknown())
                10 -> id = input.string()
                else -> input.keep()
            }
        }
    }
}
