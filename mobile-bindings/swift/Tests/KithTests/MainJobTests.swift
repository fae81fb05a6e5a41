// The main job: two people with a vault each, and a relay that they need not trust. What ./dev demo tells, in Swift.

import Foundation
import Testing

@testable import Kith

extension Core {
  @Test func mainJob() async throws {
    try await withCore { kith, folder in
      let relay = try Relay(in: folder)
      defer { relay.stop() }
      let job = try await Job(kith, folder, relay)
      try await job.pair()
      try await job.shareAPassage()
      try await job.writeApartAndMeet()
      try await job.listen()
      try await job.sleepAndWake()
      try await job.syncWhileLocked()
      try await job.leaveARelayThatIsSilent()
      try await job.noticeALie()
    }
  }
}

private struct Job {
  let kith: Kith
  let folder: URL
  let relay: Relay
  let ada: Vault
  let noor: Vault

  init(_ kith: Kith, _ folder: URL, _ relay: Relay) async throws {
    self.kith = kith
    self.folder = folder
    self.relay = relay
    ada = try await kith.newVault(of: "Ada", in: folder)
    noor = try await kith.newVault(of: "Noor", in: folder)
    for (vault, other) in [(ada, "Noor"), (noor, "Ada")] {
      _ = try await vault.relay.move(address: relay.address, certificate: relay.certificate)
      try await vault.person.add(name: other)
    }
  }

  /// The relay was away for a moment. Told of it, the core tries at once; untold, after some seconds.
  func relayIsBack() { kith.networkChanged(.other) }

  /// Both sync until nothing waits.
  func settle() async throws {
    for _ in 0..<2 {
      for vault in [ada, noor, ada] { #expect(try await vault.sync.once().error == nil) }
    }
    for vault in [ada, noor] { #expect(try await vault.status().pending == 0) }
  }

  func pair() async throws {
    try await ada.relationship.set(person: "Noor", kind: "protege", since: "2023-09")
    let invitation = try await ada.pair.invite(person: "Noor")
    let accepted = try await noor.pair.accept(code: invitation.code, person: "Ada")
    let seen = try await ada.pair.refresh().items
    #expect(seen.map(\.digits) == [accepted.digits] && accepted.digits.count == 12)
    let secret = passphrase.data
    _ = try await ada.pair.confirm(id: invitation.id, code: accepted.digits, passphrase: secret)
    _ = try await noor.pair.confirm(id: accepted.id, code: accepted.digits, passphrase: secret)
    try await settle()
    for vault in [ada, noor] { #expect(try await vault.pair.list().items.map(\.state) == ["paired"]) }
  }

  func shareAPassage() async throws {
    let text = "She avoids conflict. She explains hard things simply."
    let note = try await ada.note.add(text: text, about: "Noor").id
    try await noor.note.add(text: "I fear that Ada finds me slow.", about: "Ada")
    let passage = "She explains hard things simply."
    let copy = try await ada.share.add(id: note, with: "Noor", passage: passage).id
    try await settle()
    #expect(try await noor.share.list().items.map(\.text) == [passage])
    #expect(try await noor.note.list().items.map(\.text) == ["I fear that Ada finds me slow."])
    try await ada.share.withdraw(id: copy)
    try await settle()
    #expect(try await noor.share.list().items.isEmpty)
  }

  func writeApartAndMeet() async throws {
    let goal = try await ada.goal.add(text: "Run a workshop", with: "Noor").id
    try await settle()
    relay.stop()
    await expectError(.offline) { _ = try await ada.sync.once() }
    try await ada.goal.edit(id: goal, text: "Run a workshop in May")
    try await noor.goal.edit(id: goal, text: "Run two short workshops")
    try relay.start()
    relayIsBack()
    try await settle()
    let (hers, theirs) = (try await ada.goal.list().items, try await noor.goal.list().items)
    #expect(hers.map(\.text) == theirs.map(\.text) && hers.count == 1)
    let conflicts = try await ada.conflict.list().items
    #expect(conflicts.count == 1 && conflicts.allSatisfy { $0.shown != $0.kept })
    try await ada.conflict.dismiss(id: try #require(conflicts.first).id)
  }

  /// What one writes arrives at the other while they watch.
  func listen() async throws {
    let came = Task { [noor] in
      for try await result in noor.sync.watch() where result.received > 0 { return true }
      return false
    }
    try await ada.agenda.add(text: "Who could help with the room?", with: "Noor")
    _ = try await ada.sync.once()
    #expect(try await came.value)
    #expect(try await noor.agenda.list().items.map(\.text) == ["Who could help with the room?"])
  }

  func sleepAndWake() async throws {
    #expect(try locksHeld() > 0)
    for vault in [ada, noor] { try vault.suspend() }
    #expect(try locksHeld() == 0)
    await expectError(.vaultSuspended) { _ = try await ada.note.list() }
    #expect(await ada.syncInBackground(within: .seconds(10)))
    #expect(try ada.state == .suspended && locksHeld() == 0)
    for vault in [ada, noor] { try vault.resume() }
    try await ada.lock()
    #expect(await ada.syncInBackground(within: .seconds(10)) && ada.state == .closed)
    await expectError(.storeLocked) { try await ada.unlock(.passphrase(Secret("a guess"))) }
    try await ada.unlock(.passphrase(passphrase))
    try await settle()
  }

  /// A key that opens nothing: sealed entries come and go, and what came is there when the vault is open.
  func syncWhileLocked() async throws {
    let key = Secret(try await ada.locked.allow().key)
    let line = try await ada.agenda.add(text: "Written at night", with: "Noor").id
    try await ada.lock()
    let answer = try await noor.agenda.add(text: "Answered at night", with: "Ada").id
    _ = try await noor.sync.once()
    #expect(await ada.syncInBackground(within: .seconds(20)))  // without the key it is left alone
    await expectError(.storeLocked) { _ = try await ada.locked.sync(key: Data(count: 32)) }
    #expect(await ada.syncInBackground(within: .seconds(20), lockedKey: key) && ada.state == .closed)
    _ = try await noor.sync.once()
    try await ada.unlock(.passphrase(passphrase))
    let texts = try await ada.agenda.list().items.map(\.text).sorted()
    #expect(texts.contains("Written at night") && texts.contains("Answered at night"))
    #expect(try await noor.agenda.list().items.map(\.text).sorted() == texts)
    try await ada.locked.forbid()
    for (vault, id) in [(ada, line), (noor, answer)] { try await vault.agenda.remove(id: id) }
    try await settle()
  }

  /// A relay that takes the connection and says nothing: whoever waits is let go, by hand or by the clock.
  func leaveARelayThatIsSilent() async throws {
    try relay.freeze()
    defer { relay.wake() }
    let clock = ContinuousClock()
    let sync = Task { [ada] in try await ada.sync.once() }
    try await Task.sleep(for: .milliseconds(100))
    let left = await clock.measure {
      sync.cancel()
      await #expect(throws: CancellationError.self) { try await sync.value }
    }
    #expect(left < .seconds(2))
    let begun = clock.now
    #expect(try await ada.sync.once(within: .milliseconds(300)).more)
    let late = clock.now - begun
    #expect(late > .milliseconds(250) && late < .seconds(3))
    kith.networkChanged(.none)
    await expectError(.offline) { _ = try await ada.sync.once() }
    kith.networkChanged(.other)
  }

  /// An older state of the relay is put back. It is noticed, nothing is lost, and the devices fill it up again.
  func noticeALie() async throws {
    let copy = folder.appendingPathComponent("copy")
    try relay.keep(copy)
    relayIsBack()
    try await ada.agenda.add(text: "Whom do you want to meet?", with: "Noor")
    try await settle()
    let before = try await noor.agenda.list().items.map(\.text)
    try relay.putBack(copy)
    relayIsBack()
    #expect(try await ada.sync.once().error?.code == .rollback)
    _ = try await noor.sync.once()
    try await settle()
    #expect(try await noor.agenda.list().items.map(\.text) == before && before.count == 2)
    #expect(try await ada.alarm.list().items.contains { $0.code == "ROLLBACK" && $0.healed })
  }
}
