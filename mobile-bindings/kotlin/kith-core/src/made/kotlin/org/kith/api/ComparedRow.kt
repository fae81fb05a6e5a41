// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ComparedRow(
    val what: String = "",
    val mine: String = "",
    val theirs: String = "",
    val gap: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWhat(what: String): ComparedRow = copy(what = what)
    fun withMine(mine: String): ComparedRow = copy(mine = mine)
    fun withTheirs(theirs: String): ComparedRow = copy(theirs = theirs)
    fun withGap(gap: Long): ComparedRow = copy(gap = gap)

    internal override fun write(output: Output) {
        output.string(1, what)
        output.string(2, mine)
        output.string(3, theirs)
        output.uint32(4, gap)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ComparedRow>() {
        internal override fun read(input: Input): ComparedRow {
            var what: String = ""
            var mine: String = ""
            var theirs: String = ""
            var gap: Long = 0L
            while (true) when (input.next()) {
                0 -> return ComparedRow(
                    what, mine, theirs, gap, input.unknown())
                10 -> what = input.string()
                18 -> mine = input.string()
                26 -> theirs = input.string()
                32 -> gap = input.uint32()
                else -> input.keep()
            }
        }
    }
}
