// What went wrong, with a button for each next step of the core.

import Kith
import KithModels
import SwiftUI

struct TroubleView: View {
  let screen: Screen
  var go: (StepButton) -> Void = { _ in }

  var body: some View {
    if let trouble = screen.trouble {
      Section {
        Text(trouble.says)
        ForEach(trouble.buttons) { button in
          Button(button.title) {
            screen.forgetTrouble()
            go(button)
          }
        }
        Button("Understood") { screen.forgetTrouble() }
      }
    }
  }
}

/// A passphrase, asked for once more where something is decided for good.
struct PassphraseField: View {
  let title: String
  let use: (Secret) async -> Void
  @State private var typed = ""

  var body: some View {
    SecureField("Your passphrase", text: $typed)
    Button(title) {
      let secret = Secret(typed)
      typed = ""
      Task { await use(secret) }
    }.disabled(typed.isEmpty)
  }
}
