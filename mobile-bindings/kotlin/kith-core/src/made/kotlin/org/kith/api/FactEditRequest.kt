// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FactEditRequest(
    val kind: String = "",
    val id: String = "",
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKind(kind: String): FactEditRequest = copy(kind = kind)
    fun withId(id: String): FactEditRequest = copy(id = id)
    fun withFields(fields: List<FactField>): FactEditRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, kind)
        output.string(2, id)
        output.messages(3, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FactEditRequest>() {
        internal override fun read(input: Input): FactEditRequest {
            var kind: String = ""
            var id: String = ""
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return FactEditRequest(
                    kind, id, fields, input.unknown())
                10 -> kind = input.string()
                18 -> id = input.string()
                26 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
