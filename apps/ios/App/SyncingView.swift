// What waits and why, when the next try is, what was noticed; and the lock.

import Kith
import KithModels
import SwiftUI

struct SyncingView: View {
  let syncing: Syncing
  let door: Door
  let go: (StepButton) -> Void
  @State private var address = ""
  @State private var certificate = ""

  var body: some View {
    NavigationStack {
      List {
        TroubleView(screen: syncing, go: go)
        Section(next) {
          LabeledContent("Waits", value: "\(syncing.status.pending)")
          ForEach(syncing.spaces.filter { !$0.why.isEmpty }, id: \.space) { space in
            LabeledContent(space.own ? "Your own" : space.person, value: space.why)
          }
          ForEach(syncing.buttons) { button in Button(button.title) { go(button) } }
          Button("Sync now") { Task { await syncing.sync() } }
        }
        Section("Noticed") {
          ForEach(syncing.alarms) { AlarmView(syncing: syncing, alarm: $0) }
          if syncing.status.renewalNeeded {
            PassphraseField(title: "Go on under new keys") { await syncing.renew(passphrase: $0) }
          }
        }
        Section("Relay") {
          Text(syncing.status.relay.isEmpty ? "None yet" : syncing.status.relay)
          TextField("Address and port", text: $address)
          TextField("Its certificate, where it has one of its own", text: $certificate)
          Button("Use this one") { Task { await syncing.join(relay: address, certificate: certificate) } }
        }
        Section("This phone") {
          PassphraseField(title: "Open by face or finger from now on") { await door.enrol(passphrase: $0) }
          Button("Lock") { Task { await door.lock() } }
        }
      }
      .navigationTitle("Sync")
      .task { await syncing.follow() }
      .task { await syncing.watch() }
    }
  }

  private var next: String {
    switch syncing.when {
    case .live: "Up to the minute"
    case .at(let date): "The relay is tried again at \(date.formatted(date: .omitted, time: .standard))"
    case .whenAsked: "When you ask, or when the system finds time"
    }
  }
}

private struct AlarmView: View {
  let syncing: Syncing
  let alarm: Alarm

  var body: some View {
    Text(alarm.meaning)
    if !alarm.toDo.isEmpty { Text(alarm.toDo) }
    if alarm.wantsPassphrase {
      PassphraseField(title: "Set it right") { await syncing.heal(alarm, passphrase: $0) }
    } else {
      Button("Seen") { Task { await syncing.dismiss(alarm) } }
    }
  }
}
