// Conversations. Below each stands who can read it.

import Kith
import KithModels
import SwiftUI

struct LogView: View {
  let log: Log
  let people: People
  let go: (StepButton) -> Void
  @State private var with = ""
  @State private var note = ""

  var body: some View {
    NavigationStack {
      List {
        TroubleView(screen: log, go: go)
        AskedView(log: log)
        Section("Note a conversation") {
          Picker("With", selection: $with) {
            Text("nobody yet").tag("")
            ForEach(people.people) { Text($0.name).tag($0.name) }
          }
          TextField("What stays with you; only you can read it", text: $note)
          Button("Note it") {
            Task { if await log.write(with: [with], note: note) { note = "" } }
          }.disabled(with.isEmpty)
        }
        Section("Conversations") {
          ForEach(log.entries) { entry in
            NavigationLink {
              EntryView(log: log, id: entry.id)
            } label: {
              VStack {
                Text(entry.talk.with.joined(separator: ", ") + ", " + entry.talk.when)
                Text(entry.talk.note)
                Label(entry.readers, systemImage: entry.shared.isEmpty ? "lock" : "person.2")
              }
            }
          }
          if log.older > 0 { Text("\(log.older) older ones") }
        }
        Section("What others let you read") {
          ForEach(log.theirs) { passage in LabeledContent(passage.person, value: passage.text) }
        }
      }
      .navigationTitle("Log")
      .task { await log.follow() }
    }
  }
}

/// One entry: share a passage of it, take one back.
private struct EntryView: View {
  let log: Log
  let id: String
  @State private var passage = ""

  var body: some View {
    List {
      TroubleView(screen: log)
      AskedView(log: log)
      if let entry = log.entries.first(where: { $0.id == id }) {
        Section(entry.readers) { Text(entry.talk.note) }
        Section("Share a passage, word for word") {
          TextField("Passage", text: $passage)
          ForEach(log.partners, id: \.self) { partner in
            Button("\(partner) may read it") {
              Task { await log.share(passage, of: entry, with: partner) }
            }.disabled(passage.isEmpty)
          }
        }
        Section("Shared; it may have been read") {
          ForEach(entry.shared) { shared in
            LabeledContent(shared.person, value: shared.text)
            Button("Take it back") { Task { await log.withdraw(shared) } }
          }
        }
      }
    }
    .task { passage = log.entries.first { $0.id == id }?.talk.note ?? "" }
  }
}

/// Before a passage leaves that names somebody else.
private struct AskedView: View {
  let log: Log

  var body: some View {
    if let asked = log.asked {
      Section(asked.warning) {
        Text(asked.passage)
        Button("\(asked.partner) may read it all the same") { Task { await log.answer(share: true) } }
        Button("Keep it") { Task { await log.answer(share: false) } }
      }
    }
  }
}
