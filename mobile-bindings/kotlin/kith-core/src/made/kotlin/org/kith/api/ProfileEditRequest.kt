// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ProfileEditRequest(
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFields(fields: List<FactField>): ProfileEditRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.messages(1, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ProfileEditRequest>() {
        internal override fun read(input: Input): ProfileEditRequest {
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return ProfileEditRequest(
                    fields, input.unknown())
                10 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
