// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Theme(
    val text: String = "",
    val touched: Boolean = false,
    val meaning: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withText(text: String): Theme = copy(text = text)
    fun withTouched(touched: Boolean): Theme = copy(touched = touched)
    fun withMeaning(meaning: String): Theme = copy(meaning = meaning)

    internal override fun write(output: Output) {
        output.string(1, text)
        output.bool(2, touched)
        output.string(3, meaning)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Theme>() {
        internal override fun read(input: Input): Theme {
            var text: String = ""
            var touched: Boolean = false
            var meaning: String = ""
            while (true) when (input.next()) {
                0 -> return Theme(
                    text, touched, meaning, input.unknown())
                10 -> text = input.string()
                16 -> touched = input.bool()
                26 -> meaning = input.string()
                else -> input.keep()
            }
        }
    }
}
