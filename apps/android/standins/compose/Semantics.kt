@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.ui.semantics

import androidx.compose.ui.Modifier

interface SemanticsPropertyReceiver

var SemanticsPropertyReceiver.contentDescription: String
    get() = TODO()
    set(value) {}

fun Modifier.semantics(properties: SemanticsPropertyReceiver.() -> Unit): Modifier = this
