@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.ui.graphics.drawscope

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.unit.TextUnit

sealed class DrawStyle
object Fill : DrawStyle()
class Stroke(width: Float, cap: StrokeCap = StrokeCap.Butt, pathEffect: PathEffect? = null) : DrawStyle()

interface DrawScope {
    val size: Size
    fun drawRect(color: Color, topLeft: Offset = Offset.Zero, size: Size = this.size)
    fun drawPath(path: Path, color: Color, style: DrawStyle = Fill)
    fun Float.toSp(): TextUnit
}

fun DrawScope.scale(scaleX: Float, scaleY: Float, pivot: Offset, block: DrawScope.() -> Unit) {}
fun DrawScope.clipPath(path: Path, block: DrawScope.() -> Unit) {}
