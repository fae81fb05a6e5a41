// The door, or behind it the screens.

import Kith
import KithModels
import SwiftUI

struct RootView: View {
  let door: Door

  var body: some View {
    if let vault = door.vault {
      Screens(vault: vault, door: door).id(ObjectIdentifier(vault))
    } else {
      DoorView(door: door)
    }
  }
}

/// The tabs. A next step of the core is a button, and its screen is one of them.
private struct Screens: View {
  let door: Door
  @State private var place = StepButton.Place.people
  @State private var people: People
  @State private var log: Log
  @State private var pairing: Pairing
  @State private var conflicts: Conflicts
  @State private var syncing: Syncing
  @State private var map: Map

  init(vault: Vault, door: Door) {
    self.door = door
    people = People(vault)
    log = Log(vault)
    pairing = Pairing(vault)
    conflicts = Conflicts(vault)
    syncing = Syncing(vault)
    map = Map(vault)
  }

  var body: some View {
    TabView(selection: $place) {
      PeopleView(people: people, map: map, go: go).tag(StepButton.Place.people).tabItem { Label("People", systemImage: "person.2") }
      LogView(log: log, people: people, go: go).tag(StepButton.Place.log).tabItem { Label("Log", systemImage: "text.bubble") }
      PairingView(pairing: pairing, people: people, go: go).tag(StepButton.Place.pair).tabItem { Label("Pairs", systemImage: "qrcode") }
      ConflictsView(conflicts: conflicts, go: go).tag(StepButton.Place.conflicts).tabItem { Label("Choices", systemImage: "arrow.triangle.branch") }
      SyncingView(syncing: syncing, door: door, go: go).tag(StepButton.Place.sync).tabItem { Label("Sync", systemImage: "arrow.2.circlepath") }
    }
  }

  private func go(_ button: StepButton) { place = button.place }
}
