// Two wordings of one thing; a person chooses.

import Kith
import KithModels
import SwiftUI

struct ConflictsView: View {
  let conflicts: Conflicts
  let go: (StepButton) -> Void

  var body: some View {
    NavigationStack {
      List {
        TroubleView(screen: conflicts, go: go)
        if conflicts.conflicts.isEmpty { Text("Nothing was written twice.") }
        ForEach(conflicts.conflicts) { conflict in
          Section(conflict.text) {
            Text(conflict.says)
            if conflict.removal {
              Button("Keep it whole") { Task { await conflicts.keep(conflict) } }
              Button("Let it go") { Task { await conflicts.dismiss(conflict) } }
            } else {
              Button(conflict.shown) { Task { await conflicts.dismiss(conflict) } }
              Button(conflict.kept) { Task { await conflicts.keep(conflict) } }
            }
          }
        }
      }
      .navigationTitle("Choices")
      .task { await conflicts.follow() }
    }
  }
}
