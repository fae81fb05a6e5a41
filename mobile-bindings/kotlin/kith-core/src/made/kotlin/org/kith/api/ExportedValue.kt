// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** A record in full, for an import that makes it again. */
data class ExportedValue(
    /** text, integer, date (year/month/day/minute), id, bytes (hexadecimal) */
    val type: String = "",
    val value: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withType(type: String): ExportedValue = copy(type = type)
    fun withValue(value: String): ExportedValue = copy(value = value)

    internal override fun write(output: Output) {
        output.string(1, type)
        output.string(2, value)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ExportedValue>() {
        internal override fun read(input: Input): ExportedValue {
            var type: String = ""
            var value: String = ""
            while (true) when (input.next()) {
                0 -> return ExportedValue(
                    type, value, input.unknown())
                10 -> type = input.string()
                18 -> value = input.string()
                else -> input.keep()
            }
        }
    }
}
