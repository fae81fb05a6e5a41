package org.kith.sample.app

import androidx.compose.foundation.layout.Column
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.kith.DeviceKeyStore
import org.kith.sample.Door

/** A face, a finger, or the passphrase, which always opens it. */
@Composable
fun DoorView(door: Door, keys: DeviceKeyStore) {
    val isNew by door.isNew.collectAsState()
    val isBusy by door.isBusy.collectAsState()
    var name by remember { mutableStateOf("") }
    LaunchedEffect(Unit) { door.openByDevice(keys) }
    Column {
        TroubleView(door)
        if (isNew) {
            Text("There is no vault yet. Choose a passphrase of several words; nobody can give it back to you.")
            Field("Your name", name) { name = it }
            PassphraseField("Make it") { door.make(it, name) }
        } else {
            PassphraseField("Open") { door.open(it) }
        }
        if (isBusy) Text("One moment")
    }
}
