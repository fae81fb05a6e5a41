// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class MeasureChange(
    val term: String = "",
    val before: Double? = null,
    val after: Double? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withTerm(term: String): MeasureChange = copy(term = term)
    fun withBefore(before: Double?): MeasureChange = copy(before = before)
    fun withAfter(after: Double?): MeasureChange = copy(after = after)

    internal override fun write(output: Output) {
        output.string(1, term)
        output.doubleOrNull(2, before)
        output.doubleOrNull(3, after)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<MeasureChange>() {
        internal override fun read(input: Input): MeasureChange {
            var term: String = ""
            var before: Double? = null
            var after: Double? = null
            while (true) when (input.next()) {
                0 -> return MeasureChange(
                    term, before, after, input.unknown())
                10 -> term = input.string()
                17 -> before = input.double()
                25 -> after = input.double()
                else -> input.keep()
            }
        }
    }
}
