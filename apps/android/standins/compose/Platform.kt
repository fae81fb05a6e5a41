package androidx.compose.ui.platform

import androidx.compose.runtime.CompositionLocal
import androidx.compose.ui.unit.LayoutDirection

val LocalLayoutDirection: CompositionLocal<LayoutDirection> = TODO()
