// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Picture(
    val svg: String = "",
    val text: String = "",
    val lines: List<String> = emptyList(),
    val width: Double = 0.0,
    val height: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSvg(svg: String): Picture = copy(svg = svg)
    fun withText(text: String): Picture = copy(text = text)
    fun withLines(lines: List<String>): Picture = copy(lines = lines)
    fun withWidth(width: Double): Picture = copy(width = width)
    fun withHeight(height: Double): Picture = copy(height = height)

    internal override fun write(output: Output) {
        output.string(1, svg)
        output.string(2, text)
        output.strings(3, lines)
        output.double(4, width)
        output.double(5, height)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Picture>() {
        internal override fun read(input: Input): Picture {
            var svg: String = ""
            var text: String = ""
            var lines: List<String> = emptyList()
            var width: Double = 0.0
            var height: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Picture(
                    svg, text, lines, width, height, input.unknown())
                10 -> svg = input.string()
                18 -> text = input.string()
                26 -> lines = input.added(lines, input.string())
                33 -> width = input.double()
                41 -> height = input.double()
                else -> input.keep()
            }
        }
    }
}
