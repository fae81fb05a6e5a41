package org.kith.sample.app

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.NavigationBar
import androidx.compose.material3.NavigationBarItem
import androidx.compose.material3.Scaffold
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import org.kith.DeviceKeyStore
import org.kith.Vault
import org.kith.sample.Choices
import org.kith.sample.Door
import org.kith.sample.Log
import org.kith.sample.NetworkMap
import org.kith.sample.Pairing
import org.kith.sample.People
import org.kith.sample.StepButton
import org.kith.sample.StepButton.Place
import org.kith.sample.Syncing

/** The models of an open vault. */
class Models(vault: Vault) {
    val people = People(vault)
    val map = NetworkMap(vault)
    val log = Log(vault)
    val pairing = Pairing(vault)
    val choices = Choices(vault)
    val syncing = Syncing(vault)
}

/** The screens behind the door. A next step of the engine is a button, and leads to one of them. */
@Composable
fun Screens(vault: Vault, door: Door, keys: DeviceKeyStore) {
    val models = remember(vault) { Models(vault) }
    var place by remember(vault) { mutableStateOf(Place.PEOPLE) }
    val go: (StepButton) -> Unit = { place = it.place }
    LaunchedEffect(vault) { models.people.follow() }
    LaunchedEffect(vault) { models.syncing.watch() }
    Scaffold(bottomBar = {
        NavigationBar {
            for (one in Place.values()) {
                val title = one.name.lowercase().replaceFirstChar(Char::uppercase)
                NavigationBarItem(
                    selected = one == place, onClick = { place = one }, icon = { Text(title.take(1)) }, label = { Text(title) }
                )
            }
        }
    }) { padding ->
        Column(Modifier.padding(padding)) {
            when (place) {
                Place.PEOPLE -> PeopleView(models.people, models.map, go)
                Place.LOG -> LogView(models.log, models.people, go)
                Place.PAIRS -> PairingView(models.pairing, models.people, go)
                Place.CHOICES -> ChoicesView(models.choices, go)
                Place.SYNC -> SyncingView(models.syncing, door, keys, go)
            }
        }
    }
}
