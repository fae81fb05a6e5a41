// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Mention(
    val how: String = "",
    val what: String = "",
    val begin: Double = 0.0,
    val end: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withHow(how: String): Mention = copy(how = how)
    fun withWhat(what: String): Mention = copy(what = what)
    fun withBegin(begin: Double): Mention = copy(begin = begin)
    fun withEnd(end: Double): Mention = copy(end = end)

    internal override fun write(output: Output) {
        output.string(1, how)
        output.string(2, what)
        output.double(3, begin)
        output.double(4, end)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Mention>() {
        internal override fun read(input: Input): Mention {
            var how: String = ""
            var what: String = ""
            var begin: Double = 0.0
            var end: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Mention(
                    how, what, begin, end, input.unknown())
                10 -> how = input.string()
                18 -> what = input.string()
                25 -> begin = input.double()
                33 -> end = input.double()
                else -> input.keep()
            }
        }
    }
}
