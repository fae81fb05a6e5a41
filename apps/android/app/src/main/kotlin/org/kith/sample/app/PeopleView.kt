package org.kith.sample.app

import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.kith.sample.NetworkMap
import org.kith.sample.People
import org.kith.sample.StepButton

/** The people, as a map and as a list, and what the words mean. */
@Composable
fun PeopleView(people: People, map: NetworkMap, go: (StepButton) -> Unit) {
    val all by people.state.collectAsState()
    var name by remember { mutableStateOf("") }
    var kind by remember { mutableStateOf("") }
    LazyColumn {
        item { TroubleView(people, go) }
        item { MapView(map) }
        items(all) { Text("${it.name}  ${it.kind}") }
        item {
            Field("Somebody new", name) { name = it }
            Choice(people.kinds.map { it.term }, kind) { kind = if (kind == it) "" else it }
            Act("Add", name.isNotEmpty()) {
                if (people.add(name, people.kinds.firstOrNull { it.term == kind })) name = ""
            }
        }
        for (list in people.terms) {
            item { Text(list.name) }
            items(list.items) { Text("${it.term}: ${it.meaning}") }
        }
    }
}
