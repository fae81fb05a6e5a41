// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class AgreementRequest(
    val with: String = "",
    val fields: List<FactField> = emptyList(),
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWith(with: String): AgreementRequest = copy(with = with)
    fun withFields(fields: List<FactField>): AgreementRequest = copy(fields = fields)
    fun withAnyway(anyway: Boolean): AgreementRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, with)
        output.messages(2, fields)
        output.bool(3, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<AgreementRequest>() {
        internal override fun read(input: Input): AgreementRequest {
            var with: String = ""
            var fields: List<FactField> = emptyList()
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return AgreementRequest(
                    with, fields, anyway, input.unknown())
                10 -> with = input.string()
                18 -> fields = input.added(fields, input.message(null, FactField.Type))
                24 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
