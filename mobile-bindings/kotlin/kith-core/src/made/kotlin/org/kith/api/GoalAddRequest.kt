// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class GoalAddRequest(
    val text: String = "",
    val with: String = "",
    val fields: List<FactField> = emptyList(),
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withText(text: String): GoalAddRequest = copy(text = text)
    fun withWith(with: String): GoalAddRequest = copy(with = with)
    fun withFields(fields: List<FactField>): GoalAddRequest = copy(fields = fields)
    fun withAnyway(anyway: Boolean): GoalAddRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, text)
        output.string(2, with)
        output.messages(3, fields)
        output.bool(4, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<GoalAddRequest>() {
        internal override fun read(input: Input): GoalAddRequest {
            var text: String = ""
            var with: String = ""
            var fields: List<FactField> = emptyList()
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return GoalAddRequest(
                    text, with, fields, anyway, input.unknown())
                10 -> text = input.string()
                18 -> with = input.string()
                26 -> fields = input.added(fields, input.message(null, FactField.Type))
                32 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
