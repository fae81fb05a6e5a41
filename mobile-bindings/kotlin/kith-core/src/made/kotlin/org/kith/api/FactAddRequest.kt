// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FactAddRequest(
    val kind: String = "",
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKind(kind: String): FactAddRequest = copy(kind = kind)
    fun withFields(fields: List<FactField>): FactAddRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, kind)
        output.messages(2, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FactAddRequest>() {
        internal override fun read(input: Input): FactAddRequest {
            var kind: String = ""
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return FactAddRequest(
                    kind, fields, input.unknown())
                10 -> kind = input.string()
                18 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
