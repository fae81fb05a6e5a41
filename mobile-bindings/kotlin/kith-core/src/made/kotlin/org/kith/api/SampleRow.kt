// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SampleRow(
    val row: Long = 0,
    val cells: List<String> = emptyList(),
    val says: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withRow(row: Long): SampleRow = copy(row = row)
    fun withCells(cells: List<String>): SampleRow = copy(cells = cells)
    fun withSays(says: String): SampleRow = copy(says = says)

    internal override fun write(output: Output) {
        output.uint32(1, row)
        output.strings(2, cells)
        output.string(3, says)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SampleRow>() {
        internal override fun read(input: Input): SampleRow {
            var row: Long = 0L
            var cells: List<String> = emptyList()
            var says: String = ""
            while (true) when (input.next()) {
                0 -> return SampleRow(
                    row, cells, says, input.unknown())
                8 -> row = input.uint32()
                18 -> cells = input.added(cells, input.string())
                26 -> says = input.string()
                else -> input.keep()
            }
        }
    }
}
