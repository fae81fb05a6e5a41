// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ShareCheckRequest(
    val text: String = "",
    val with: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withText(text: String): ShareCheckRequest = copy(text = text)
    fun withWith(with: String): ShareCheckRequest = copy(with = with)

    internal override fun write(output: Output) {
        output.string(1, text)
        output.string(2, with)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ShareCheckRequest>() {
        internal override fun read(input: Input): ShareCheckRequest {
            var text: String = ""
            var with: String = ""
            while (true) when (input.next()) {
                0 -> return ShareCheckRequest(
                    text, with, input.unknown())
                10 -> text = input.string()
                18 -> with = input.string()
                else -> input.keep()
            }
        }
    }
}
