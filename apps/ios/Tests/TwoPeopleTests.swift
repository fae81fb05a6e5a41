// Two people, each with the screens of an app, and a real relay between them.

import Foundation
import Kith
import KithModels
import Testing

/// The screens of one of them.
@MainActor private struct App {
  let vault: Vault
  let people: People, log: Log, pairing: Pairing, conflicts: Conflicts, syncing: Syncing

  init(_ kith: Kith, _ name: String, _ folder: URL, sleep: @escaping @Sendable (Duration) async throws -> Void) async throws {
    vault = try await kith.newVault(of: name, in: folder)
    (people, log, pairing, conflicts) = (People(vault), Log(vault), Pairing(vault), Conflicts(vault))
    syncing = Syncing(vault, now: { Date(timeIntervalSince1970: 1000) }, sleep: sleep)
  }

  var troubles: [String] { [people, log, pairing, conflicts, syncing].compactMap(\.trouble?.says) }
}

/// Waits for as long as the test says, so that nobody waits for a clock.
private actor Pause {
  private var waiting: [CheckedContinuation<Void, Never>] = []
  func wait() async { await withCheckedContinuation { waiting.append($0) } }
  func end() {
    waiting.forEach { $0.resume() }
    waiting = []
  }
  var someone: Bool { !waiting.isEmpty }
}

@MainActor private func soon(_ what: () async -> Bool) async throws {
  for _ in 0..<1000 {
    if await what() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  Issue.record("it did not happen")
}

extension Core {
  @MainActor @Suite struct TwoPeopleTests {
    @Test func allTheScreens() async throws {
      try await withCore { kith, folder in
        let relay = try Relay(in: folder)
        defer { relay.stop() }
        let pause = Pause()
        let ada = try await App(kith, "Ada", folder) { _ in await pause.wait() }
        let noor = try await App(kith, "Noor", folder) { _ in await pause.wait() }
        try await meet(ada, noor, relay)
        try await shareAPassage(ada, noor)
        try await chooseAWording(ada, noor)
        try await watch(kith, ada, noor, relay, pause)
        #expect(ada.troubles.isEmpty && noor.troubles.isEmpty)
      }
    }

    private func settle(_ ada: App, _ noor: App) async {
      for _ in 0..<2 { for one in [ada, noor, ada] { await one.syncing.sync() } }
      #expect(ada.syncing.trouble == nil && ada.syncing.status.pending == 0)
    }

    private func meet(_ ada: App, _ noor: App, _ relay: Relay) async throws {
      await ada.syncing.sync()
      #expect(ada.syncing.trouble?.buttons.map(\.title) == ["Name your relay"])
      let mentor = try #require(ada.people.kinds.first { $0.code == "mentor" })
      #expect(!mentor.meaning.isEmpty && ada.people.terms.contains { $0.name == "functions" })
      #expect(await noor.people.add("Ada", as: mentor))
      #expect(noor.people.people.map(\.kind) == ["mentor"])
      #expect(await ada.people.add("Noor"))
      #expect(await ada.people.add("") == false && ada.people.trouble != nil)
      ada.people.forgetTrouble()
      for one in [ada, noor] { await one.syncing.join(relay: relay.address, certificate: try relay.certificate) }

      await ada.pairing.invite("Noor")
      let shown = try #require(ada.pairing.pairs.first.flatMap(ada.pairing.code(of:)))
      await noor.pairing.accept("\(shown)\n", of: "Ada")
      await ada.pairing.refresh()
      let (hers, theirs) = (try #require(ada.pairing.pairs.first), try #require(noor.pairing.pairs.first))
      #expect(hers.digits == theirs.digits && hers.digits.count == 12 && ada.pairing.code(of: hers) == nil)
      await ada.pairing.confirm(hers, heard: "000000000000", passphrase: passphrase)
      #expect(ada.pairing.trouble != nil)
      await ada.pairing.confirm(hers, heard: "\(hers.digits.prefix(4)) \(hers.digits.dropFirst(4))", passphrase: passphrase)
      await noor.pairing.confirm(theirs, heard: hers.digits, passphrase: passphrase)
      await settle(ada, noor)
      await ada.pairing.load()
      #expect(ada.pairing.pairs.map(\.state) == ["paired"] && ada.pairing.trouble == nil)
    }

    private func shareAPassage(_ ada: App, _ noor: App) async throws {
      let note = "She avoids conflict. She explains hard things simply. Ilse could help her."
      _ = await ada.people.add("Ilse")
      #expect(await ada.log.write(with: ["Noor"], note: note))
      let entry = try #require(ada.log.entries.first)
      #expect(entry.readers == "Only you" && ada.log.partners == ["Noor"])
      await ada.log.share("Ilse could help her.", of: entry, with: "Noor")
      #expect(ada.log.asked?.warning.contains("Ilse") == true && ada.log.entries.first?.shared.isEmpty == true)
      await ada.log.answer(share: false)
      #expect(ada.log.asked == nil && ada.log.entries.first?.shared.isEmpty == true)
      await ada.log.share("Ilse could help her.", of: entry, with: "Noor")
      await ada.log.answer(share: true)
      await ada.log.share("She explains hard things simply.", of: entry, with: "Noor")
      let shared = try #require(ada.log.entries.first?.shared)
      #expect(shared.count == 2 && ada.log.entries.first?.readers == "You; a passage: Noor")
      await ada.log.withdraw(try #require(shared.first { $0.text.contains("Ilse") }))
      await settle(ada, noor)
      await noor.log.load()
      #expect(noor.log.theirs.map(\.text) == ["She explains hard things simply."] && noor.log.entries.isEmpty)
      await ada.log.share("She never said this.", of: entry, with: "Noor")
      #expect(ada.log.trouble != nil)
      ada.log.forgetTrouble()
    }

    private func chooseAWording(_ ada: App, _ noor: App) async throws {
      let goals = ["Run a workshop", "Read one book"]
      for text in goals { try await ada.vault.goal.add(text: text, with: "Noor") }
      await settle(ada, noor)
      for goal in try await ada.vault.goal.list().items {
        try await ada.vault.goal.edit(id: goal.id, text: goal.text + " in May")
        try await noor.vault.goal.edit(id: goal.id, text: goal.text + " in June")
      }
      await settle(ada, noor)
      await ada.conflicts.load()
      #expect(ada.conflicts.conflicts.count == 2 && ada.syncing.status.conflicts == 2)
      let kept = try #require(ada.conflicts.conflicts.first)
      await ada.conflicts.keep(kept)
      await ada.conflicts.dismiss(try #require(ada.conflicts.conflicts.first))
      #expect(ada.conflicts.conflicts.isEmpty)
      #expect(try await ada.vault.goal.list().items.contains { $0.text == kept.kept })
      await settle(ada, noor)
    }

    private func watch(_ kith: Kith, _ ada: App, _ noor: App, _ relay: Relay, _ pause: Pause) async throws {
      let watching = Task { await noor.syncing.watch() }
      let following = Task { await noor.log.follow() }
      try await soon { noor.syncing.when == .live }
      await ada.log.share("She avoids conflict.", of: try #require(ada.log.entries.first), with: "Noor")
      await ada.syncing.sync()
      try await soon { noor.log.theirs.count == 2 }

      relay.stop()
      try await soon { await pause.someone }
      #expect(noor.syncing.when == .at(Date(timeIntervalSince1970: 1015)) && noor.syncing.trouble?.isRetryable == true)
      await ada.syncing.sync(within: .seconds(5))
      #expect((ada.syncing.trouble?.error as? KithError)?.code == .offline)
      try relay.start()
      kith.networkChanged(.other)
      await pause.end()
      try await soon { noor.syncing.when == .live }

      try noor.vault.suspend()  // the app leaves the screen: whoever follows the vault stops without trouble
      await watching.value
      await following.value
      #expect(noor.syncing.when == .whenAsked && noor.log.trouble == nil)
      try noor.vault.resume()
      await noor.syncing.load()
      try await aLie(kith, ada, relay)
    }

    /// An alarm is shown, with what it means, until a person has seen it.
    private func aLie(_ kith: Kith, _ ada: App, _ relay: Relay) async throws {
      let copy = FileManager.default.temporaryDirectory.appendingPathComponent("kith-copy-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: copy) }
      try relay.keep(copy)
      kith.networkChanged(.other)
      _ = await ada.log.write(with: ["Noor"], note: "A word that the relay forgets.")
      let forgotten = try #require(ada.log.entries.first { $0.talk.note.hasPrefix("A word") })
      await ada.log.share(forgotten.talk.note, of: forgotten, with: "Noor")
      await ada.syncing.sync()
      try relay.putBack(copy)
      kith.networkChanged(.other)
      await ada.syncing.sync()
      #expect(ada.syncing.trouble == nil)
      let alarms = try await ada.vault.alarm.list().items
      #expect(alarms.contains { $0.code == "ROLLBACK" && !$0.meaning.isEmpty })
      for alarm in ada.syncing.alarms { await ada.syncing.dismiss(alarm) }
      #expect(ada.syncing.alarms.isEmpty)
    }
  }
}
