@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.compose.material3

import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.RowScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.text.input.PasswordVisualTransformation

@Composable fun MaterialTheme(content: @Composable () -> Unit) {}
@Composable fun Text(text: String) {}
@Composable fun Button(onClick: () -> Unit, enabled: Boolean = true, content: @Composable RowScope.() -> Unit) {}
@Composable fun TextButton(onClick: () -> Unit, content: @Composable RowScope.() -> Unit) {}
@Composable fun FilterChip(selected: Boolean, onClick: () -> Unit, label: @Composable () -> Unit) {}
@Composable fun OutlinedTextField(
    value: String, onValueChange: (String) -> Unit, label: @Composable () -> Unit,
    visualTransformation: PasswordVisualTransformation? = null
) {}
@Composable fun Scaffold(bottomBar: @Composable () -> Unit, content: @Composable (PaddingValues) -> Unit) {}
@Composable fun NavigationBar(content: @Composable RowScope.() -> Unit) {}
@Composable fun RowScope.NavigationBarItem(
    selected: Boolean, onClick: () -> Unit, icon: @Composable () -> Unit, label: @Composable () -> Unit
) {}
