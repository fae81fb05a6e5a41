@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.foundation.layout

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier

interface PaddingValues
interface RowScope
interface ColumnScope

@Composable fun Column(modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) {}
fun Modifier.padding(values: PaddingValues): Modifier = this
fun Modifier.fillMaxWidth(): Modifier = this
fun Modifier.aspectRatio(ratio: Float): Modifier = this
