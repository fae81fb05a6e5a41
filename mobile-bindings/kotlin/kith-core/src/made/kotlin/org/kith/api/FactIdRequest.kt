// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FactIdRequest(
    val kind: String = "",
    val id: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKind(kind: String): FactIdRequest = copy(kind = kind)
    fun withId(id: String): FactIdRequest = copy(id = id)

    internal override fun write(output: Output) {
        output.string(1, kind)
        output.string(2, id)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FactIdRequest>() {
        internal override fun read(input: Input): FactIdRequest {
            var kind: String = ""
            var id: String = ""
            while (true) when (input.next()) {
                0 -> return FactIdRequest(
                    kind, id, input.unknown())
                10 -> kind = input.string()
                18 -> id = input.string()
                else -> input.keep()
            }
        }
    }
}
