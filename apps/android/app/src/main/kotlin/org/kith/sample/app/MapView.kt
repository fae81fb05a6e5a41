package org.kith.sample.app

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.RoundRect
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.PathFillType
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.clipPath
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.drawText
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.LayoutDirection
import org.kith.sample.Ground
import org.kith.sample.NetworkMap
import org.kith.sample.Painted
import org.kith.sample.painted

/** The map, painted from the display list of the engine. A voice reads its lines. */
@Composable
fun MapView(map: NetworkMap) {
    val picture by map.state.collectAsState()
    val measurer = rememberTextMeasurer()
    val painting = remember(picture) { picture.painted() }
    val ground = Ground(isDark = isSystemInDarkTheme(), rightToLeft = LocalLayoutDirection.current == LayoutDirection.Rtl)
    LaunchedEffect(ground) {
        map.ground = ground
        map.follow()
    }
    if (painting.isNotEmpty()) {
        Canvas(
            Modifier.fillMaxWidth().aspectRatio((picture.width / picture.height).toFloat())
                .semantics { contentDescription = picture.lines.joinToString(". ") }
        ) {
            val factor = size.width / picture.width.toFloat()
            scale(factor, factor, Offset.Zero) { for (one in painting) paint(one, measurer) }
        }
    }
    TroubleView(map)
}

private fun DrawScope.paint(one: Painted, measurer: TextMeasurer) {
    one.words?.let { return write(it, color(one.fill ?: 0), measurer) }
    val path = path(one.outline)
    one.fill?.let { drawPath(path, color(it)) }
    one.marks?.let { marks -> clipPath(path) { drawPath(path(marks, path.getBounds()), color(marks.color)) } }
    one.stroke?.let {
        val effect = one.dash.takeIf { it.isNotEmpty() }?.let { dash ->
            PathEffect.dashPathEffect(dash.map { part -> part.toFloat() }.toFloatArray(), 0f)
        }
        drawPath(path, color(it), style = Stroke(width = one.strokeWidth.toFloat(), cap = StrokeCap.Round, pathEffect = effect))
    }
}

/** On the base line, which is what the engine means; in points, whatever size of letters the person has chosen. */
private fun DrawScope.write(words: Painted.Words, color: Color, measurer: TextMeasurer) {
    val style = TextStyle(
        fontSize = words.size.toFloat().toSp(), fontWeight = if (words.isBold) FontWeight.Bold else FontWeight.Normal
    )
    val laid = measurer.measure(words.words, style)
    val left = words.at.x.toFloat() - words.anchor.toFloat() * laid.size.width
    drawText(laid, color, Offset(left, words.at.y.toFloat() - laid.firstBaseline))
}

private fun color(rgb: Int) = Color(0xFF000000L or rgb.toLong())

private fun path(steps: List<Painted.Step>) = Path().apply {
    fillType = PathFillType.EvenOdd
    for (step in steps) when (step) {
        is Painted.Step.Move -> moveTo(step.to.x.toFloat(), step.to.y.toFloat())
        is Painted.Step.Line -> lineTo(step.to.x.toFloat(), step.to.y.toFloat())
        is Painted.Step.Bow -> quadraticTo(step.by.x.toFloat(), step.by.y.toFloat(), step.to.x.toFloat(), step.to.y.toFloat())
        is Painted.Step.Arc -> {
            val around = Rect(Offset(step.at.x.toFloat(), step.at.y.toFloat()), step.radius.toFloat())
            arcTo(around, step.from.toFloat(), step.sweep.toFloat(), false)
        }
        is Painted.Step.Box -> {
            val left = step.at.x.toFloat()
            val top = step.at.y.toFloat()
            val box = Rect(left, top, left + step.width.toFloat(), top + step.height.toFloat())
            addRoundRect(RoundRect(box, CornerRadius(step.corner.toFloat())))
        }
        is Painted.Step.Close -> close()
    }
}

/** Small forms every four points. */
private fun path(marks: Painted.Marks, box: Rect) = Path().apply {
    var y = box.top
    while (y <= box.bottom) {
        var x = box.left
        while (x <= box.right) {
            mark(marks.form, x, y)
            x += 4
        }
        y += 4
    }
}

private fun Path.mark(form: Painted.Marks.Form, x: Float, y: Float) = when (form) {
    Painted.Marks.Form.DOTS, Painted.Marks.Form.SPARSE -> addOval(Rect(Offset(x + 2, y + 2), 0.8f))
    Painted.Marks.Form.BARS -> addRect(Rect(x, y, x + 4, y + 1))
    Painted.Marks.Form.CROSS -> {
        addRect(Rect(x, y, x + 4, y + 0.8f))
        addRect(Rect(x, y + 0.8f, x + 0.8f, y + 4))
    }
    Painted.Marks.Form.STRIPES -> {
        moveTo(x, y + 4)
        lineTo(x + 4, y)
        lineTo(x + 4, y + 1.4f)
        lineTo(x + 1.4f, y + 4)
        close()
    }
}
