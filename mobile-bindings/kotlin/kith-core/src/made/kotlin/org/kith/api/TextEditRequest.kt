// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** `anyway`: although the text names somebody of my network, or a private tag, and leaves this device. */
data class TextEditRequest(
    val id: String = "",
    val text: String = "",
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): TextEditRequest = copy(id = id)
    fun withText(text: String): TextEditRequest = copy(text = text)
    fun withAnyway(anyway: Boolean): TextEditRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, text)
        output.bool(3, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TextEditRequest>() {
        internal override fun read(input: Input): TextEditRequest {
            var id: String = ""
            var text: String = ""
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return TextEditRequest(
                    id, text, anyway, input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                24 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
