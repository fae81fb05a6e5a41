// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/**
 * One thing to paint, in a role and no colour. Points are x to the right and y down, in the picture's own measure;
 * angles are degrees, clockwise from the top.
 */
data class PictureShape(
    val form: PictureShape.Form = PictureShape.Form.UNSPECIFIED,
    /**
     * x, y, x, y: a centre; of a line its two ends; of a bow its begin, where it is drawn to, its end; of a box the
     * corner at the top left; of a polygon its corners; of a text where it stands on the base line.
     */
    val points: List<Double> = emptyList(),
    /** of a circle, of a slice its outer one */
    val radius: Double = 0.0,
    /** of a slice: 0 is a slice of a pie, more is one of a ring */
    val inner: Double = 0.0,
    /** of a slice */
    val from: Double = 0.0,
    val to: Double = 0.0,
    /** of a box */
    val width: Double = 0.0,
    val height: Double = 0.0,
    val corner: Double = 0.0,
    /** of a text */
    val words: String = "",
    val size: Double = 0.0,
    /** left, middle, right: where the point stands in the text */
    val anchor: String = "",
    val bold: Boolean = false,
    /** a role; empty: not filled */
    val fill: String = "",
    /** plain, stripes, dots, cross, bars, sparse */
    val pattern: String = "",
    /** a role; empty: no outline */
    val stroke: String = "",
    val strokeWidth: Double = 0.0,
    /** none, dashed, dotted */
    val dash: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withForm(form: PictureShape.Form): PictureShape = copy(form = form)
    fun withPoints(points: List<Double>): PictureShape = copy(points = points)
    fun withRadius(radius: Double): PictureShape = copy(radius = radius)
    fun withInner(inner: Double): PictureShape = copy(inner = inner)
    fun withFrom(from: Double): PictureShape = copy(from = from)
    fun withTo(to: Double): PictureShape = copy(to = to)
    fun withWidth(width: Double): PictureShape = copy(width = width)
    fun withHeight(height: Double): PictureShape = copy(height = height)
    fun withCorner(corner: Double): PictureShape = copy(corner = corner)
    fun withWords(words: String): PictureShape = copy(words = words)
    fun withSize(size: Double): PictureShape = copy(size = size)
    fun withAnchor(anchor: String): PictureShape = copy(anchor = anchor)
    fun withBold(bold: Boolean): PictureShape = copy(bold = bold)
    fun withFill(fill: String): PictureShape = copy(fill = fill)
    fun withPattern(pattern: String): PictureShape = copy(pattern = pattern)
    fun withStroke(stroke: String): PictureShape = copy(stroke = stroke)
    fun withStrokeWidth(strokeWidth: Double): PictureShape = copy(strokeWidth = strokeWidth)
    fun withDash(dash: String): PictureShape = copy(dash = dash)

    internal override fun write(output: Output) {
        output.enum(1, form)
        output.doubles(2, points)
        output.double(3, radius)
        output.double(4, inner)
        output.double(5, from)
        output.double(6, to)
        output.double(7, width)
        output.double(8, height)
        output.double(9, corner)
        output.string(10, words)
        output.double(11, size)
        output.string(12, anchor)
        output.bool(13, bold)
        output.string(14, fill)
        output.string(15, pattern)
        output.string(16, stroke)
        output.double(17, strokeWidth)
        output.string(18, dash)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PictureShape>() {
        internal override fun read(input: Input): PictureShape {
            var form: PictureShape.Form = PictureShape.Form.UNSPECIFIED
            var points: List<Double> = emptyList()
            var radius: Double = 0.0
            var inner: Double = 0.0
            var from: Double = 0.0
            var to: Double = 0.0
            var width: Double = 0.0
            var height: Double = 0.0
            var corner: Double = 0.0
            var words: String = ""
            var size: Double = 0.0
            var anchor: String = ""
            var bold: Boolean = false
            var fill: String = ""
            var pattern: String = ""
            var stroke: String = ""
            var strokeWidth: Double = 0.0
            var dash: String = ""
            while (true) when (input.next()) {
                0 -> return PictureShape(
                    form, points, radius, inner, from, to, width, height, corner, words, size, anchor, bold, fill,
                    pattern, stroke, strokeWidth, dash, input.unknown())
                8 -> form = PictureShape.Form.of(input.enum())
                17 -> points = input.added(points, input.double())
                18 -> points = input.packed(points) { it.double() }
                25 -> radius = input.double()
                33 -> inner = input.double()
                41 -> from = input.double()
                49 -> to = input.double()
                57 -> width = input.double()
                65 -> height = input.double()
                73 -> corner = input.double()
                82 -> words = input.string()
                89 -> size = input.double()
                98 -> anchor = input.string()
                104 -> bold = input.bool()
                114 -> fill = input.string()
                122 -> pattern = input.string()
                130 -> stroke = input.string()
                137 -> strokeWidth = input.double()
                146 -> dash = input.string()
                else -> input.keep()
            }
        }
    }

    class Form private constructor(number: Int, name: String) : OpenEnum(number, name) {
        companion object {
            @JvmField val UNSPECIFIED: Form = Form(0, "UNSPECIFIED")
            @JvmField val CIRCLE: Form = Form(1, "CIRCLE")
            @JvmField val SLICE: Form = Form(2, "SLICE")
            @JvmField val LINE: Form = Form(3, "LINE")
            @JvmField val BOW: Form = Form(4, "BOW")
            @JvmField val BOX: Form = Form(5, "BOX")
            @JvmField val POLYGON: Form = Form(6, "POLYGON")
            @JvmField val TEXT: Form = Form(7, "TEXT")

            /** All that this version has a name for. */
            @JvmField val KNOWN: List<Form> = listOf(
                UNSPECIFIED, CIRCLE, SLICE, LINE, BOW, BOX, POLYGON, TEXT)

            private val byNumber = KNOWN.associateBy { it.number }

            /** The one of that number, also where this version has no name for it. */
            @JvmStatic fun of(number: Int): Form = byNumber[number] ?: Form(number, "")
        }
    }
}
