// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ImportRequest(
    val content: ByteArray = ByteArray(0),
    /** of a table: "name=Full Name" */
    val mapping: List<String> = emptyList(),
    /** names; "*" takes them all */
    val pick: List<String> = emptyList(),
    /** of a table: day-first, month-first; empty: as its other dates tell */
    val dates: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withContent(content: ByteArray): ImportRequest = copy(content = content)
    fun withMapping(mapping: List<String>): ImportRequest = copy(mapping = mapping)
    fun withPick(pick: List<String>): ImportRequest = copy(pick = pick)
    fun withDates(dates: String): ImportRequest = copy(dates = dates)

    internal override fun write(output: Output) {
        output.bytes(1, content)
        output.strings(2, mapping)
        output.strings(3, pick)
        output.string(4, dates)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ImportRequest>() {
        internal override fun read(input: Input): ImportRequest {
            var content: ByteArray = ByteArray(0)
            var mapping: List<String> = emptyList()
            var pick: List<String> = emptyList()
            var dates: String = ""
            while (true) when (input.next()) {
                0 -> return ImportRequest(
                    content, mapping, pick, dates, input.unknown())
                10 -> content = input.bytes()
                18 -> mapping = input.added(mapping, input.string())
                26 -> pick = input.added(pick, input.string())
                34 -> dates = input.string()
                else -> input.keep()
            }
        }
    }
}
