// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ActionEditRequest(
    val id: String = "",
    val text: String? = null,
    val owner: String? = null,
    val due: String? = null,
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): ActionEditRequest = copy(id = id)
    fun withText(text: String?): ActionEditRequest = copy(text = text)
    fun withOwner(owner: String?): ActionEditRequest = copy(owner = owner)
    fun withDue(due: String?): ActionEditRequest = copy(due = due)
    fun withAnyway(anyway: Boolean): ActionEditRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.stringOrNull(2, text)
        output.stringOrNull(3, owner)
        output.stringOrNull(4, due)
        output.bool(5, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ActionEditRequest>() {
        internal override fun read(input: Input): ActionEditRequest {
            var id: String = ""
            var text: String? = null
            var owner: String? = null
            var due: String? = null
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return ActionEditRequest(
                    id, text, owner, due, anyway, input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                26 -> owner = input.string()
                34 -> due = input.string()
                40 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
