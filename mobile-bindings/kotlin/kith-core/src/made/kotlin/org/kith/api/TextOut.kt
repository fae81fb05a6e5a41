// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TextOut(
    val content: String = "",
    val leftOut: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withContent(content: String): TextOut = copy(content = content)
    fun withLeftOut(leftOut: Long): TextOut = copy(leftOut = leftOut)

    internal override fun write(output: Output) {
        output.string(1, content)
        output.uint32(2, leftOut)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TextOut>() {
        internal override fun read(input: Input): TextOut {
            var content: String = ""
            var leftOut: Long = 0L
            while (true) when (input.next()) {
                0 -> return TextOut(
                    content, leftOut, input.unknown())
                10 -> content = input.string()
                16 -> leftOut = input.uint32()
                else -> input.keep()
            }
        }
    }
}
