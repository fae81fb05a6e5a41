package org.kith.sample.app

import androidx.compose.foundation.layout.Column
import androidx.compose.material3.Button
import androidx.compose.material3.FilterChip
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.text.input.PasswordVisualTransformation
import kotlinx.coroutines.launch
import org.kith.Secret
import org.kith.sample.Screen
import org.kith.sample.StepButton

/** What went wrong, with a button for each next step of the engine. */
@Composable
fun TroubleView(screen: Screen, go: (StepButton) -> Unit = {}) {
    val trouble by screen.trouble.collectAsState()
    trouble?.let { shown ->
        Column {
            Text(shown.says)
            for (button in shown.buttons) {
                TextButton(onClick = {
                    screen.forgetTrouble()
                    go(button)
                }) { Text(button.title) }
            }
            TextButton(onClick = { screen.forgetTrouble() }) { Text("Understood") }
        }
    }
}

/** A button for something that takes a while. */
@Composable
fun Act(title: String, enabled: Boolean = true, act: suspend () -> Unit) {
    val scope = rememberCoroutineScope()
    Button(onClick = { scope.launch { act() } }, enabled = enabled) { Text(title) }
}

/** A passphrase, asked for once more where something is decided for good. It is wiped when that is done. */
@Composable
fun PassphraseField(title: String, use: suspend (Secret) -> Unit) {
    var typed by remember { mutableStateOf("") }
    OutlinedTextField(
        value = typed, onValueChange = { typed = it }, label = { Text("Your passphrase") },
        visualTransformation = PasswordVisualTransformation()
    )
    Act(title, typed.isNotEmpty()) {
        val secret = Secret.of(typed)
        typed = ""
        secret.use { use(it) }
    }
}

@Composable
fun Field(title: String, value: String, changed: (String) -> Unit) {
    OutlinedTextField(value = value, onValueChange = changed, label = { Text(title) })
}

/** One of several names. */
@Composable
fun Choice(names: List<String>, chosen: String, choose: (String) -> Unit) {
    for (name in names) FilterChip(selected = name == chosen, onClick = { choose(name) }, label = { Text(name) })
}
