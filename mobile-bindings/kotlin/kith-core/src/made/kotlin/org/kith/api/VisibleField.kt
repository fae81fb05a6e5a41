// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class VisibleField(
    val name: String = "",
    val value: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withName(name: String): VisibleField = copy(name = name)
    fun withValue(value: String): VisibleField = copy(value = value)

    internal override fun write(output: Output) {
        output.string(1, name)
        output.string(2, value)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<VisibleField>() {
        internal override fun read(input: Input): VisibleField {
            var name: String = ""
            var value: String = ""
            while (true) when (input.next()) {
                0 -> return VisibleField(
                    name, value, input.unknown())
                10 -> name = input.string()
                18 -> value = input.string()
                else -> input.keep()
            }
        }
    }
}
