// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SampleReply(
    val set: String = "",
    val loaded: Boolean = false,
    val columns: List<String> = emptyList(),
    val rows: List<SampleRow> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSet(set: String): SampleReply = copy(set = set)
    fun withLoaded(loaded: Boolean): SampleReply = copy(loaded = loaded)
    fun withColumns(columns: List<String>): SampleReply = copy(columns = columns)
    fun withRows(rows: List<SampleRow>): SampleReply = copy(rows = rows)

    internal override fun write(output: Output) {
        output.string(1, set)
        output.bool(2, loaded)
        output.strings(3, columns)
        output.messages(4, rows)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SampleReply>() {
        internal override fun read(input: Input): SampleReply {
            var set: String = ""
            var loaded: Boolean = false
            var columns: List<String> = emptyList()
            var rows: List<SampleRow> = emptyList()
            while (true) when (input.next()) {
                0 -> return SampleReply(
                    set, loaded, columns, rows, input.unknown())
                10 -> set = input.string()
                16 -> loaded = input.bool()
                26 -> columns = input.added(columns, input.string())
                34 -> rows = input.added(rows, input.message(null, SampleRow.Type))
                else -> input.keep()
            }
        }
    }
}
