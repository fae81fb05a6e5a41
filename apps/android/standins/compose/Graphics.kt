@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.ui.graphics

import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.RoundRect

class Color(argb: Long) {
    companion object {
        val White = Color(0xFFFFFFFF)
        val Black = Color(0xFF000000)
    }
}

enum class PathFillType { NonZero, EvenOdd }
enum class StrokeCap { Butt, Round }

class PathEffect {
    companion object {
        fun dashPathEffect(intervals: FloatArray, phase: Float): PathEffect = TODO()
    }
}

class Path {
    var fillType = PathFillType.NonZero
    fun moveTo(x: Float, y: Float) {}
    fun lineTo(x: Float, y: Float) {}
    fun quadraticTo(x1: Float, y1: Float, x2: Float, y2: Float) {}
    fun arcTo(rect: Rect, startAngleDegrees: Float, sweepAngleDegrees: Float, forceMoveTo: Boolean) {}
    fun addRect(rect: Rect) {}
    fun addOval(oval: Rect) {}
    fun addRoundRect(roundRect: RoundRect) {}
    fun close() {}
    fun getBounds(): Rect = TODO()
}
