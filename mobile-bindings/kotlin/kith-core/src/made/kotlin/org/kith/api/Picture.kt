// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Picture(
    val svg: String = "",
    val text: String = "",
    /** the same content for a screen reader, in reading order */
    val lines: List<String> = emptyList(),
    val width: Double = 0.0,
    val height: Double = 0.0,
    /** in the order in which they are painted; these three where they were asked for */
    val shapes: List<PictureShape> = emptyList(),
    val targets: List<PictureTarget> = emptyList(),
    val colors: List<PictureColor> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSvg(svg: String): Picture = copy(svg = svg)
    fun withText(text: String): Picture = copy(text = text)
    fun withLines(lines: List<String>): Picture = copy(lines = lines)
    fun withWidth(width: Double): Picture = copy(width = width)
    fun withHeight(height: Double): Picture = copy(height = height)
    fun withShapes(shapes: List<PictureShape>): Picture = copy(shapes = shapes)
    fun withTargets(targets: List<PictureTarget>): Picture = copy(targets = targets)
    fun withColors(colors: List<PictureColor>): Picture = copy(colors = colors)

    internal override fun write(output: Output) {
        output.string(1, svg)
        output.string(2, text)
        output.strings(3, lines)
        output.double(4, width)
        output.double(5, height)
        output.messages(6, shapes)
        output.messages(7, targets)
        output.messages(8, colors)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Picture>() {
        internal override fun read(input: Input): Picture {
            var svg: String = ""
            var text: String = ""
            var lines: List<String> = emptyList()
            var width: Double = 0.0
            var height: Double = 0.0
            var shapes: List<PictureShape> = emptyList()
            var targets: List<PictureTarget> = emptyList()
            var colors: List<PictureColor> = emptyList()
            while (true) when (input.next()) {
                0 -> return Picture(
                    svg, text, lines, width, height, shapes, targets, colors, input.unknown())
                10 -> svg = input.string()
                18 -> text = input.string()
                26 -> lines = input.added(lines, input.string())
                33 -> width = input.double()
                41 -> height = input.double()
                50 -> shapes = input.added(shapes, input.message(null, PictureShape.Type))
                58 -> targets = input.added(targets, input.message(null, PictureTarget.Type))
                66 -> colors = input.added(colors, input.message(null, PictureColor.Type))
                else -> input.keep()
            }
        }
    }
}
