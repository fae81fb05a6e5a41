package androidx.compose.ui.text.font

enum class FontWeight { Normal, Bold }
