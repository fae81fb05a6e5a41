// A vault's life, errors, cancelling and what is freed when, against the core itself.

import Foundation
import KithTesting
import Testing

@testable import Kith

extension Core {
  @Suite struct VaultTests {
    @Test func createLockUnlock() async throws {
      try await withCore { kith, folder in
        let vault = try kith.vault(in: folder.appendingPathComponent("vault"))
        #expect(vault.state == .closed)
        try await vault.create(passphrase: passphrase, name: "Ada")
        #expect(vault.state == .open)
        #expect(try await vault.status().name == "Ada")
        try await vault.person.add(name: "Noor")
        try await vault.lock()
        #expect(vault.state == .closed)
        await expectError(.vaultLocked) { _ = try await vault.person.list() }
        await expectError(.storeLocked) { try await vault.unlock(.passphrase(Secret("a guess"))) }
        try await vault.unlock(.passphrase(passphrase))
        #expect(try await vault.person.list().items.map(\.name) == ["Noor"])
        await expectError(.alreadyExists) {
          try await kith.vault(in: folder.appendingPathComponent("vault")).create(passphrase: passphrase, name: "Ilse")
        }
      }
    }

    @Test func suspendAndResume() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        #expect(try locksHeld() > 0)
        try vault.suspend()
        #expect(vault.state == .suspended)
        #expect(try locksHeld() == 0)
        await expectError(.vaultSuspended) { _ = try await vault.person.list() }
        try vault.resume()
        #expect(vault.state == .open)
        try await vault.person.add(name: "Tomas")
      }
    }

    @Test func eraseWantsItLocked() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        await expectError(.storeInUse) { try await vault.erase() }
        try await vault.lock()
        try await vault.erase()
        await expectError(.notFound) { try await vault.unlock(.passphrase(passphrase)) }
      }
    }

    @Test func backupAndRestore() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        try await vault.person.add(name: "Noor")
        let file = folder.appendingPathComponent("backup")
        let code = try await vault.backup(path: file.path, vaultPassphrase: passphrase.data, recoveryCode: true).recoveryCode
        let again = try kith.vault(in: folder.appendingPathComponent("again"))
        try await again.restore(from: file, credential: .recoveryCode(Secret(code)), passphrase: Secret("another one, as long"))
        #expect(try await again.person.list().items.map(\.name) == ["Noor"])
      }
    }

    @Test func deviceKey() async throws {
      try await withCore { kith, folder in
        let store = MemoryKeyStore()
        var place = Vault.Place(folder: folder.appendingPathComponent("vault"), cost: .smallPhone)
        place.counterFolder = folder.appendingPathComponent("counters")
        let (key, isNew) = try await store.loadOrMake(for: "mine", reason: "Open your vault")
        #expect(isNew)
        place.deviceKey = key
        do {
          let vault = try kith.vault(at: place)
          try await vault.create(passphrase: passphrase, name: "Ada")
          _ = try await vault.keys.add(authority: KeyAuthority(passphrase: passphrase.data), kind: "key-store")
          try await vault.lock()
          try await vault.unlock(.deviceKey)
          try await vault.lock()
        }
        await store.lose()
        place.deviceKey = try await store.loadOrMake(for: "mine", reason: "Open your vault").key
        let vault = try kith.vault(at: place)
        await expectError(.storeLocked) { try await vault.unlock(.deviceKey) }
        try await vault.unlock(.passphrase(passphrase))
      }
    }

    @Test func errorsSayWhatCanBeDone() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        do {
          _ = try await vault.sync.once()
          Issue.record("no relay was named, and yet there was a sync")
        } catch KithError.offline(let failure) {
          #expect(failure.name == "OFFLINE" && !failure.message.isEmpty)
          #expect(failure.next.map(\.step) == [.relayName])
        }
        do {
          _ = try await vault.person.show(person: "Noor")
          Issue.record("nobody is called so, and yet somebody was shown")
        } catch let error as KithError {
          #expect(error.code == .notFound && error.sentence.values.map(\.english) == ["Noor"])
          #expect(error.sentence.text(in: [:]) == error.errorDescription)
          #expect(error.sentence.text(in: [error.sentence.id: "{0} kennt hier niemand"]) == "Noor kennt hier niemand")
        }
        await expectError(.invalidArgument) {
          _ = try kith.vault(at: Vault.Place(folder: folder, counterFolder: folder, deviceKey: Secret("too short")))
        }
        #expect(KithError(999) == .other(code: 999, message: "999") && KithError(999).sentence.english == "999")
        #expect(KithError(20).isRetryable && !KithError(10).isRetryable && !KithError(999).isRetryable)
        #expect(KithError(20).code == .offline && KithError(999).code.rawValue == 999)
      }
    }

    @Test func cancellingATaskReachesTheCore() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        let before = Task {
          withUnsafeCurrentTask { $0?.cancel() }
          _ = try await vault.person.list()
        }
        await #expect(throws: CancellationError.self) { try await before.value }
        let waiting = Task { for try await _ in vault.changes().dropFirst() {} }
        try await Task.sleep(for: .milliseconds(50))
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(try await vault.person.list().items.isEmpty)
      }
    }

    @Test func aStreamTellsWhatIsWritten() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        var changes = vault.changes().makeAsyncIterator()
        let first = try await changes.next()
        try await vault.person.add(name: "Noor")
        let second = try await changes.next()
        #expect(first != nil && second != nil && first != second)
        try await vault.lock()
        await expectError(.vaultLocked) { _ = try await changes.next() }
        try await vault.unlock(.passphrase(passphrase))
        #expect(try await changes.next() != nil)
      }
    }

    /// What works in the background must not take the vault from a person who has come back meanwhile.
    @Test func whoComesBackKeepsTheVault() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        let left = vault.resumes
        try vault.suspend(unlessResumedSince: left)
        #expect(vault.state == .suspended)
        try vault.resume()
        try vault.suspend(unlessResumedSince: left)
        #expect(vault.state == .open)
        try vault.suspend()
        #expect(await !vault.syncInBackground(within: .milliseconds(1)))
        #expect(vault.state == .suspended)
      }
    }

    @Test func whatIsPrintedSaysNothingOfAPerson() throws {
      let note = Note(id: "1", text: "a private thought")
      var dumped = ""
      dump(note, to: &dumped)
      for told in ["\(note)", String(reflecting: note), "\([note])", dumped] {
        #expect(told.contains("Note") && !told.contains("private"), "\(told)")
      }
    }

    /// Whoever calls is the last to know the vault: the call keeps it until it is over.
    @Test func aCallKeepsItsVault() async throws {
      try await withCore { kith, folder in
        let calls = try await Task {
          let vault = try await kith.newVault(of: "Ada", in: folder)
          return (0..<20).map { at in Task { try await vault.person.add(name: "Person \(at)") } }
        }.value
        for call in calls { #expect(try await !call.value.id.isEmpty) }
      }
    }

    @Test func theLogIsTold() async throws {
      try await withCore { _, _ in
        let told = Told()
        try autoreleasing { _ = try Kith(Kith.Configuration(logLevel: .info) { told.add("\($0) \($1)") }) }
        #expect(told.lines.count == 1 && told.lines.allSatisfy { $0.hasPrefix("info ") && $0.hasSuffix(Kith.version) })
        #expect(Kith.has(feature: "live") && !Kith.has(feature: "mind reading"))
      }
    }

    @Test func wordsWithoutAVault() throws {
      #expect(try !Kith.words().lists.isEmpty)
      #expect(try Kith.facts().items.contains { $0.kind == "turn" })
      #expect(try Kith.fields(of: "person").fields.contains { !$0.name.isEmpty })
      #expect(throws: KithError.self) { try Kith.fields(of: "unicorn") }
    }

    @Test func aSecretIsWiped() {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 1)
      defer { bytes.deallocate() }
      bytes.copyBytes(from: Array("12345678".utf8))
      wipe(bytes)
      #expect(bytes.allSatisfy { $0 == 0 })
      var request = Array("Tomas".utf8)
      #expect(lendAndWipe(&request) { $0.copied } == Array("Tomas".utf8) && request == [0, 0, 0, 0, 0])
      let secret = Secret("Tomas")
      #expect("\(secret)" == "Secret" && secret.data == Data("Tomas".utf8))
      var dumped = ""
      dump(secret, to: &dumped)
      #expect(!dumped.contains("Tomas") && !dumped.contains("84"))
      #expect(Secret.random().data != Secret.random().data && Secret.random().count == 32)
    }

    @Test func durationsFitIntoMilliseconds() {
      #expect(Duration.seconds(4).milliseconds == 4000 && Duration.milliseconds(1).milliseconds == 1)
      #expect(Duration.zero.milliseconds == 1 && Duration.seconds(-3).milliseconds == 1)
      #expect(Duration.seconds(Int64.max).milliseconds == .max && Duration.seconds(1 << 40).milliseconds == .max)
    }
  }
}

private func autoreleasing(_ use: () throws -> Void) rethrows { try use() }

private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var all: [String] = []
  var lines: [String] { lock.withLock { all } }
  func add(_ line: String) { lock.withLock { all.append(line) } }
}
