// The people, as a list and as a map, and what the words mean.

import Kith
import KithModels
import SwiftUI

struct PeopleView: View {
  let people: People
  let map: Map
  let go: (StepButton) -> Void
  @State private var name = ""
  @State private var kind = ""

  var body: some View {
    NavigationStack {
      List {
        TroubleView(screen: people, go: go)
        MapView(map: map)
        Section("People") {
          ForEach(people.people) { person in
            LabeledContent(person.name, value: person.kind)
          }
        }
        Section("Somebody new") {
          TextField("Name", text: $name)
          Picker("Is to me", selection: $kind) {
            Text("not said yet").tag("")
            ForEach(people.kinds, id: \.code) { Text($0.term).tag($0.code) }
          }
          Button("Add") {
            Task { if await people.add(name, as: people.kinds.first { $0.code == kind }) { name = "" } }
          }.disabled(name.isEmpty)
        }
        Section("What the words mean") {
          ForEach(people.terms, id: \.name) { list in
            NavigationLink(list.name.capitalized) {
              List { ForEach(list.items, id: \.code) { word in LabeledContent(word.term, value: word.meaning) } }
            }
          }
        }
      }
      .navigationTitle("People")
      .task { await people.follow() }
    }
  }
}
