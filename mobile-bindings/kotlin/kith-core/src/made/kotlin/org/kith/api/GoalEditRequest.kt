// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class GoalEditRequest(
    val id: String = "",
    /** empty: stays */
    val text: String = "",
    val fields: List<FactField> = emptyList(),
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): GoalEditRequest = copy(id = id)
    fun withText(text: String): GoalEditRequest = copy(text = text)
    fun withFields(fields: List<FactField>): GoalEditRequest = copy(fields = fields)
    fun withAnyway(anyway: Boolean): GoalEditRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, text)
        output.messages(3, fields)
        output.bool(4, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<GoalEditRequest>() {
        internal override fun read(input: Input): GoalEditRequest {
            var id: String = ""
            var text: String = ""
            var fields: List<FactField> = emptyList()
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return GoalEditRequest(
                    id, text, fields, anyway, input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                26 -> fields = input.added(fields, input.message(null, FactField.Type))
                32 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
