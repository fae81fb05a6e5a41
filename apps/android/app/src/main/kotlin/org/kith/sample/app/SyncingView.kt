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
import java.text.DateFormat
import java.util.Date
import org.kith.DeviceKeyStore
import org.kith.api.Alarm
import org.kith.sample.Door
import org.kith.sample.StepButton
import org.kith.sample.Syncing
import org.kith.sample.When

/** What waits and why, when the next try is, what was noticed; and the lock. */
@Composable
fun SyncingView(syncing: Syncing, door: Door, keys: DeviceKeyStore, go: (StepButton) -> Unit) {
    val state by syncing.state.collectAsState()
    val result by syncing.result.collectAsState()
    val next by syncing.nextTry.collectAsState()
    var address by remember { mutableStateOf("") }
    var certificate by remember { mutableStateOf("") }
    LaunchedEffect(syncing) { syncing.follow() }
    LazyColumn {
        item { TroubleView(syncing, go) }
        item { Text(words(next)) }
        item { Text("Waits: ${state.status.pending}") }
        items(result.spaces.filter { it.why.isNotEmpty() }) { Text((if (it.own) "Your own" else it.person) + ": " + it.why) }
        items(state.buttons) { TextButton(onClick = { go(it) }) { Text(it.title) } }
        item { Act("Sync now") { syncing.sync() } }
        items(state.alarms) { AlarmView(syncing, it) }
        if (state.status.renewalNeeded) item { PassphraseField("Go on under new keys") { syncing.renew(it) } }
        item {
            Text("Relay: " + state.status.relay.ifEmpty { "none yet" })
            Field("Address and port", address) { address = it }
            Field("Its certificate, where it has one of its own", certificate) { certificate = it }
            Act("Use this one", address.isNotEmpty()) { syncing.join(address, certificate) }
        }
        item {
            PassphraseField("Open by face or finger from now on") { door.enrol(keys, it) }
            Act("Lock") { door.lock() }
        }
    }
}

private fun words(next: When): String = when (next) {
    is When.Live -> "Up to the minute"
    is When.At -> "The relay is tried again at " + DateFormat.getTimeInstance().format(Date(next.ms))
    is When.Asked -> "When you ask, or when the system finds time"
}

@Composable
private fun AlarmView(syncing: Syncing, alarm: Alarm) {
    Column {
        Text(alarm.meaning)
        if (alarm.toDo.isNotEmpty()) Text(alarm.toDo)
        if (alarm.wantsPassphrase) PassphraseField("Set it right") { syncing.heal(alarm, it) }
        else Act("Seen") { syncing.dismiss(alarm) }
    }
}
