// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SearchMark(
    val begin: Long = 0,
    val length: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withBegin(begin: Long): SearchMark = copy(begin = begin)
    fun withLength(length: Long): SearchMark = copy(length = length)

    internal override fun write(output: Output) {
        output.uint32(1, begin)
        output.uint32(2, length)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SearchMark>() {
        internal override fun read(input: Input): SearchMark {
            var begin: Long = 0L
            var length: Long = 0L
            while (true) when (input.next()) {
                0 -> return SearchMark(
                    begin, length, input.unknown())
                8 -> begin = input.uint32()
                16 -> length = input.uint32()
                else -> input.keep()
            }
        }
    }
}
