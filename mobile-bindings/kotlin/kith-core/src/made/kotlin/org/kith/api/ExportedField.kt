// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ExportedField(
    val number: Long = 0,
    /** for people */
    val name: String = "",
    val list: Boolean = false,
    val values: List<ExportedValue> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Long): ExportedField = copy(number = number)
    fun withName(name: String): ExportedField = copy(name = name)
    fun withList(list: Boolean): ExportedField = copy(list = list)
    fun withValues(values: List<ExportedValue>): ExportedField = copy(values = values)

    internal override fun write(output: Output) {
        output.uint32(1, number)
        output.string(2, name)
        output.bool(3, list)
        output.messages(4, values)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ExportedField>() {
        internal override fun read(input: Input): ExportedField {
            var number: Long = 0L
            var name: String = ""
            var list: Boolean = false
            var values: List<ExportedValue> = emptyList()
            while (true) when (input.next()) {
                0 -> return ExportedField(
                    number, name, list, values, input.unknown())
                8 -> number = input.uint32()
                18 -> name = input.string()
                24 -> list = input.bool()
                34 -> values = input.added(values, input.message(null, ExportedValue.Type))
                else -> input.keep()
            }
        }
    }
}
