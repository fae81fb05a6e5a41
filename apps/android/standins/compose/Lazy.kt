@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.foundation.lazy

import androidx.compose.runtime.Composable

interface LazyItemScope

interface LazyListScope {
    fun item(content: @Composable LazyItemScope.() -> Unit)
}

@Composable fun LazyColumn(content: LazyListScope.() -> Unit) {}
fun <T> LazyListScope.items(items: List<T>, content: @Composable LazyItemScope.(T) -> Unit) {}
