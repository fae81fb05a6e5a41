// Stand-ins for what the views use of Jetpack Compose, in the files of this folder: `check` compiles the views against
// them, so that a machine without an SDK finds what does not hold together. They paint nothing, and what they say of
// these types is from their documentation. @Composable is an annotation and no more: what its compiler demands beside
// the types is not seen here.
@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.runtime

import kotlin.reflect.KProperty
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.StateFlow

@Target(AnnotationTarget.FUNCTION, AnnotationTarget.TYPE, AnnotationTarget.PROPERTY_GETTER)
annotation class Composable

interface State<out T> {
    val value: T
}

interface MutableState<T> : State<T> {
    override var value: T
}

fun <T> mutableStateOf(value: T): MutableState<T> = TODO()
operator fun <T> State<T>.getValue(owner: Any?, property: KProperty<*>): T = value
operator fun <T> MutableState<T>.setValue(owner: Any?, property: KProperty<*>, value: T) {
    this.value = value
}

@Composable fun <T> remember(make: () -> T): T = make()
@Composable fun <T> remember(key: Any?, make: () -> T): T = make()
@Composable fun <T> StateFlow<T>.collectAsState(): State<T> = TODO()
@Composable fun LaunchedEffect(key: Any?, block: suspend CoroutineScope.() -> Unit) {}
@Composable fun rememberCoroutineScope(): CoroutineScope = TODO()

abstract class CompositionLocal<T> {
    val current: T @Composable get() = TODO()
}
