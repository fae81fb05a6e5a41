// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ActionAddRequest(
    val text: String = "",
    val with: String = "",
    val owner: String = "",
    val due: String = "",
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withText(text: String): ActionAddRequest = copy(text = text)
    fun withWith(with: String): ActionAddRequest = copy(with = with)
    fun withOwner(owner: String): ActionAddRequest = copy(owner = owner)
    fun withDue(due: String): ActionAddRequest = copy(due = due)
    fun withAnyway(anyway: Boolean): ActionAddRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, text)
        output.string(2, with)
        output.string(3, owner)
        output.string(4, due)
        output.bool(5, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ActionAddRequest>() {
        internal override fun read(input: Input): ActionAddRequest {
            var text: String = ""
            var with: String = ""
            var owner: String = ""
            var due: String = ""
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return ActionAddRequest(
                    text, with, owner, due, anyway, input.unknown())
                10 -> text = input.string()
                18 -> with = input.string()
                26 -> owner = input.string()
                34 -> due = input.string()
                40 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
