// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class NoteEditRequest(
    val id: String = "",
    val text: String? = null,
    val about: String? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): NoteEditRequest = copy(id = id)
    fun withText(text: String?): NoteEditRequest = copy(text = text)
    fun withAbout(about: String?): NoteEditRequest = copy(about = about)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.stringOrNull(2, text)
        output.stringOrNull(3, about)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NoteEditRequest>() {
        internal override fun read(input: Input): NoteEditRequest {
            var id: String = ""
            var text: String? = null
            var about: String? = null
            while (true) when (input.next()) {
                0 -> return NoteEditRequest(
                    id, text, about, input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                26 -> about = input.string()
                else -> input.keep()
            }
        }
    }
}
