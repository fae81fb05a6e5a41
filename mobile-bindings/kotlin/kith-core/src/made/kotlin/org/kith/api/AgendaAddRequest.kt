// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class AgendaAddRequest(
    val text: String = "",
    val with: String = "",
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withText(text: String): AgendaAddRequest = copy(text = text)
    fun withWith(with: String): AgendaAddRequest = copy(with = with)
    fun withAnyway(anyway: Boolean): AgendaAddRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, text)
        output.string(2, with)
        output.bool(3, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<AgendaAddRequest>() {
        internal override fun read(input: Input): AgendaAddRequest {
            var text: String = ""
            var with: String = ""
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return AgendaAddRequest(
                    text, with, anyway, input.unknown())
                10 -> text = input.string()
                18 -> with = input.string()
                24 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
