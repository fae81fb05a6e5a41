@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.ui.text

import androidx.compose.runtime.Composable
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.IntSize
import androidx.compose.ui.unit.TextUnit

class TextStyle(fontSize: TextUnit, fontWeight: FontWeight)

class TextLayoutResult {
    val size: IntSize get() = TODO()
    val firstBaseline: Float get() = TODO()
}

class TextMeasurer {
    fun measure(text: String, style: TextStyle): TextLayoutResult = TODO()
}

@Composable fun rememberTextMeasurer(): TextMeasurer = TODO()
fun DrawScope.drawText(textLayoutResult: TextLayoutResult, color: Color, topLeft: Offset) {}
