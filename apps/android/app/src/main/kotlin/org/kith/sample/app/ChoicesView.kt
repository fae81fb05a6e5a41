package org.kith.sample.app

import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import org.kith.sample.Choices
import org.kith.sample.StepButton

/** Two wordings of one thing; a person chooses. */
@Composable
fun ChoicesView(choices: Choices, go: (StepButton) -> Unit) {
    val all by choices.state.collectAsState()
    LaunchedEffect(choices) { choices.follow() }
    LazyColumn {
        item { TroubleView(choices, go) }
        if (all.isEmpty()) item { Text("Nothing was written twice.") }
        items(all) { conflict ->
            Text(conflict.says)
            Act(if (conflict.removal) "Let it go" else conflict.shown) { choices.dismiss(conflict) }
            Act(if (conflict.removal) "Keep it whole" else conflict.kept) { choices.keep(conflict) }
        }
    }
}
