// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ImportCount(
    val what: String = "",
    val fate: String = "",
    val count: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWhat(what: String): ImportCount = copy(what = what)
    fun withFate(fate: String): ImportCount = copy(fate = fate)
    fun withCount(count: Long): ImportCount = copy(count = count)

    internal override fun write(output: Output) {
        output.string(1, what)
        output.string(2, fate)
        output.uint32(3, count)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ImportCount>() {
        internal override fun read(input: Input): ImportCount {
            var what: String = ""
            var fate: String = ""
            var count: Long = 0L
            while (true) when (input.next()) {
                0 -> return ImportCount(
                    what, fate, count, input.unknown())
                10 -> what = input.string()
                18 -> fate = input.string()
                24 -> count = input.uint32()
                else -> input.keep()
            }
        }
    }
}
