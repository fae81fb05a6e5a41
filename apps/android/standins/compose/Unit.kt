package androidx.compose.ui.unit

class TextUnit
class IntSize(val width: Int, val height: Int)
enum class LayoutDirection { Ltr, Rtl }
