package org.kith.sample

import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.sin
import org.kith.api.Picture
import org.kith.api.PictureShape

/** x to the right, y down. */
data class Point(val x: Double, val y: Double)

/**
 * One thing of a picture as any canvas can paint it: an outline with colours, or words. To be filled by even and odd, so
 * that a ring has its hole.
 *
 * Units: points; angles in degrees, clockwise from the right, as the canvases of phones have it.
 */
data class Painted(
    val outline: List<Step>,
    /** In place of an outline. */
    val words: Words? = null,
    /** 0xRRGGBB; null: none. Where `marks` are to be painted over it, within the outline. */
    val fill: Int? = null,
    val marks: Marks? = null,
    val stroke: Int? = null,
    val strokeWidth: Double = 1.0,
    /** On, off; empty: a whole line. */
    val dash: List<Double> = emptyList()
) {
    sealed class Step {
        data class Move(val to: Point) : Step()
        data class Line(val to: Point) : Step()
        data class Bow(val by: Point, val to: Point) : Step()

        /** Joined by a line to what came before it. */
        data class Arc(val at: Point, val radius: Double, val from: Double, val sweep: Double) : Step()
        data class Box(val at: Point, val width: Double, val height: Double, val corner: Double) : Step()
        object Close : Step()
    }

    /** The point stands on the base line; anchor 0: at the left end of the words, 0.5: in the middle, 1: at the right end. */
    data class Words(val words: String, val at: Point, val size: Double, val isBold: Boolean, val anchor: Double)

    /** What says without a colour what a surface is: every 4 points. */
    data class Marks(val form: Form, val color: Int) {
        enum class Form { STRIPES, BARS, CROSS, DOTS, SPARSE }
    }
}

/** What to paint, one after the other. What this version does not know is left out. */
fun Picture.painted(): List<Painted> {
    val known = colors.associate { it.role to it.rgb.toInt() }
    return shapes.mapNotNull { it.painted(known) }
}

private fun PictureShape.painted(colors: Map<String, Int>): Painted? {
    val at = points.chunked(2).filter { it.size == 2 }.map { (x, y) -> Point(x, y) }
    val outline = outline(at) ?: return null
    val ink = colors[fill]
    val ground = colors["background"]
    val form = Painted.Marks.Form.values().firstOrNull { it.name.lowercase() == pattern }
    val marked = form != null && ink != null && ground != null
    // Cut out of the surface; `sparse` is the other way about, little ink on the ground.
    val isSparse = form == Painted.Marks.Form.SPARSE
    return Painted(
        outline = outline,
        words = if (this.form == PictureShape.Form.TEXT) Painted.Words(words, at[0], size, bold, anchors[anchor] ?: 0.0) else null,
        fill = if (marked && isSparse) ground else ink,
        marks = if (marked) Painted.Marks(form, if (isSparse) ink else ground) else null,
        stroke = colors[stroke],
        strokeWidth = strokeWidth,
        dash = dashes[dash].orEmpty()
    )
}

private val anchors = mapOf("middle" to 0.5, "right" to 1.0)
private val dashes = mapOf("dashed" to listOf(5.0, 4.0), "dotted" to listOf(0.1, 3.5))

/** Null for a form that is not known, or not whole. */
private fun PictureShape.outline(at: List<Point>): List<Painted.Step>? = when {
    at.isEmpty() -> null
    form == PictureShape.Form.CIRCLE -> ring(at[0], radius)
    form == PictureShape.Form.SLICE -> slice(at[0])
    form == PictureShape.Form.LINE && at.size >= 2 -> listOf(Painted.Step.Move(at[0]), Painted.Step.Line(at[1]))
    form == PictureShape.Form.BOW && at.size >= 3 -> listOf(Painted.Step.Move(at[0]), Painted.Step.Bow(at[1], at[2]))
    form == PictureShape.Form.BOX -> listOf(Painted.Step.Box(at[0], width, height, corner))
    form == PictureShape.Form.POLYGON ->
        listOf(Painted.Step.Move(at[0])) + at.drop(1).map { Painted.Step.Line(it) } + Painted.Step.Close
    form == PictureShape.Form.TEXT -> emptyList()
    else -> null
}

/** In two halves: a canvas takes an arc of 360 degrees for one of none. */
private fun ring(at: Point, radius: Double) = listOf(
    Painted.Step.Move(Point(at.x + radius, at.y)), Painted.Step.Arc(at, radius, 0.0, HALF),
    Painted.Step.Arc(at, radius, HALF, HALF), Painted.Step.Close
)

private fun PictureShape.slice(at: Point): List<Painted.Step> {
    if (to - from >= WHOLE) return ring(at, radius) + if (inner > 0) ring(at, inner) else emptyList()
    val begin = from - TOP
    val end = to - TOP
    val back = if (inner > 0) Painted.Step.Arc(at, inner, end, begin - end) else Painted.Step.Line(at)
    return listOf(
        Painted.Step.Move(on(at, radius, begin)), Painted.Step.Arc(at, radius, begin, end - begin), back, Painted.Step.Close
    )
}

private fun on(at: Point, radius: Double, degrees: Double): Point {
    val angle = degrees * PI / 180
    return Point(at.x + radius * cos(angle), at.y + radius * sin(angle))
}

private const val WHOLE = 359.99
private const val HALF = 180.0
private const val TOP = 90.0 // the engine counts from the top
