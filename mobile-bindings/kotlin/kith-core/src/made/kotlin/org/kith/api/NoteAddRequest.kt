// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class NoteAddRequest(
    val text: String = "",
    val about: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withText(text: String): NoteAddRequest = copy(text = text)
    fun withAbout(about: String): NoteAddRequest = copy(about = about)

    internal override fun write(output: Output) {
        output.string(1, text)
        output.string(2, about)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NoteAddRequest>() {
        internal override fun read(input: Input): NoteAddRequest {
            var text: String = ""
            var about: String = ""
            while (true) when (input.next()) {
                0 -> return NoteAddRequest(
                    text, about, input.unknown())
                10 -> text = input.string()
                18 -> about = input.string()
                else -> input.keep()
            }
        }
    }
}
