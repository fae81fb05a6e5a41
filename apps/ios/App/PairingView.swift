// Invite by a QR, or scan one; then read twelve digits to each other.

import Kith
import KithModels
import SwiftUI

struct PairingView: View {
  let pairing: Pairing
  let people: People
  let go: (StepButton) -> Void
  @State private var person = ""
  @State private var code = ""
  @State private var isScanning = false

  var body: some View {
    NavigationStack {
      List {
        TroubleView(screen: pairing, go: go)
        ForEach(pairing.pairs) { PairView(pairing: pairing, pair: $0) }
        Button("Has somebody accepted?") { Task { await pairing.refresh() } }
        Section("Somebody new") {
          Picker("Who", selection: $person) {
            Text("nobody yet").tag("")
            ForEach(people.people) { Text($0.name).tag($0.name) }
          }
          Button("Invite") { Task { await pairing.invite(person) } }.disabled(person.isEmpty)
          Button("Scan an invitation") { isScanning = true }.disabled(person.isEmpty)
          TextField("or type its code", text: $code)
          Button("Accept") { Task { await pairing.accept(code, of: person) } }.disabled(code.isEmpty || person.isEmpty)
        }
      }
      .navigationTitle("Pairs")
      .task { await pairing.follow() }
      .sheet(isPresented: $isScanning) {
        QRScanner { seen in
          isScanning = false
          Task { await pairing.accept(seen, of: person) }
        }
      }
    }
  }
}

private struct PairView: View {
  let pairing: Pairing
  let pair: Pair
  @State private var heard = ""

  var body: some View {
    Section(pair.person) {
      if let code = pairing.code(of: pair) {
        QRPicture(text: code)
        Text(code)
      } else if pair.state == "paired" {
        Label("Paired", systemImage: "checkmark.seal")
      } else if pair.confirmed {
        Text("Waits until the digits are confirmed over there.")
      } else if !pair.digits.isEmpty {
        Text("Read these to each other, not by message:")
        Text(pair.digits)
        TextField("The digits that you heard", text: $heard)
        PassphraseField(title: "They are the same") { await pairing.confirm(pair, heard: heard, passphrase: $0) }
        Button("They are not: end it") { Task { await pairing.cancel(pair) } }
      }
    }
  }
}
