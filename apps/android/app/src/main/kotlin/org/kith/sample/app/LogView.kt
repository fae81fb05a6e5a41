package org.kith.sample.app

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.kith.sample.Entry
import org.kith.sample.Log
import org.kith.sample.People
import org.kith.sample.StepButton

/** Conversations. Below each stands who can read it. */
@Composable
fun LogView(log: Log, people: People, go: (StepButton) -> Unit) {
    val state by log.state.collectAsState()
    val names by people.state.collectAsState()
    var with by remember { mutableStateOf("") }
    var note by remember { mutableStateOf("") }
    var picked by remember { mutableStateOf("") }
    LaunchedEffect(log) { log.follow() }
    LazyColumn {
        item { TroubleView(log, go) }
        item { AskedView(log) }
        item {
            Choice(names.map { it.name }, with) { with = it }
            Field("What stays with you; only you can read it", note) { note = it }
            Act("Note it", with.isNotEmpty()) { if (log.write(listOf(with), note)) note = "" }
        }
        items(state.entries) { entry ->
            Text(entry.talk.with.joinToString(", ") + ", " + entry.talk.`when`)
            Text(entry.talk.note)
            TextButton(onClick = { picked = if (picked == entry.talk.id) "" else entry.talk.id }) { Text(entry.readers) }
            if (picked == entry.talk.id) EntryView(log, entry, state.partners)
        }
        if (state.older > 0) item { Text("${state.older} older ones") }
        items(state.theirs) { Text("${it.person} lets you read: ${it.text}") }
    }
}

/** Share a passage of an entry, or take one back. */
@Composable
private fun EntryView(log: Log, entry: Entry, partners: List<String>) {
    var passage by remember(entry.talk.id) { mutableStateOf(entry.talk.note) }
    Column {
        Field("A passage, word for word", passage) { passage = it }
        for (partner in partners) Act("$partner may read it", passage.isNotEmpty()) { log.share(passage, entry, partner) }
        for (shared in entry.shared) {
            Text("${shared.person} may have read: ${shared.text}")
            Act("Take it back") { log.withdraw(shared) }
        }
    }
}

/** Before a passage leaves that names somebody else. */
@Composable
private fun AskedView(log: Log) {
    val question by log.asked.collectAsState()
    question?.let { asked ->
        Column {
            Text(asked.warning)
            Text(asked.passage)
            Act("${asked.partner} may read it all the same") { log.answer(true) }
            Act("Keep it") { log.answer(false) }
        }
    }
}
