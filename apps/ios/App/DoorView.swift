// A face, a finger, or the passphrase, which always opens it.

import Kith
import KithModels
import SwiftUI

struct DoorView: View {
  let door: Door
  @State private var name = ""

  var body: some View {
    Form {
      TroubleView(screen: door)
      if door.isNew {
        Text("There is no vault yet. Choose a passphrase of several words; nobody can give it back to you.")
        TextField("Your name", text: $name)
        PassphraseField(title: "Make it") { await door.make(passphrase: $0, name: name) }
      } else {
        PassphraseField(title: "Open") { await door.open(passphrase: $0) }
      }
      if door.isBusy { ProgressView() }
    }
    .task { _ = await door.openByDevice() }
  }
}
