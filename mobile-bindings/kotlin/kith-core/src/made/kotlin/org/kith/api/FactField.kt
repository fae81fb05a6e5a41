// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** A field by its name: as it can be typed (ids in full), and as a person reads it. No values clear it. */
data class FactField(
    val name: String = "",
    val values: List<String> = emptyList(),
    val text: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withName(name: String): FactField = copy(name = name)
    fun withValues(values: List<String>): FactField = copy(values = values)
    fun withText(text: String): FactField = copy(text = text)

    internal override fun write(output: Output) {
        output.string(1, name)
        output.strings(2, values)
        output.string(3, text)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FactField>() {
        internal override fun read(input: Input): FactField {
            var name: String = ""
            var values: List<String> = emptyList()
            var text: String = ""
            while (true) when (input.next()) {
                0 -> return FactField(
                    name, values, text, input.unknown())
                10 -> name = input.string()
                18 -> values = input.added(values, input.string())
                26 -> text = input.string()
                else -> input.keep()
            }
        }
    }
}
