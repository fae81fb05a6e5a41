// The tutorial YourFirstVault.md: its code is the class below, word for word, and works.

import Foundation
import Testing

import Kith

@MainActor
final class AppModel {
  let vault: Vault
  private(set) var people: [Person] = []

  init(folder: URL) throws {
    let kith = try Kith(Kith.Configuration { level, message in print(level, message) })
    vault = try kith.vault(at: Vault.Place(folder: folder))
  }

  func open(passphrase: Secret, name: String) async throws {
    do {
      try await vault.unlock(.passphrase(passphrase))
    } catch KithError.notFound {
      try await vault.create(passphrase: passphrase, name: name)
    }
  }

  func follow() async throws {
    for try await _ in vault.changes() {
      people = try await vault.person.list().items
    }
  }

  func add(_ name: String) async throws {
    try await vault.person.add(name: name)
  }

  func join(relay address: String, certificate: String) async throws {
    _ = try await vault.relay.move(address: address, certificate: certificate)
  }

  func invite(_ person: String) async throws -> String {
    try await vault.pair.invite(person: person).code
  }

  func accept(_ code: String, of person: String) async throws -> String {
    try await vault.pair.accept(code: code, person: person).digits
  }

  func digits(with person: String) async throws -> Pair? {
    try await vault.pair.refresh().items.first { $0.person == person }
  }

  func confirm(_ pair: Pair, digits: String, passphrase: Secret) async throws {
    _ = try await vault.pair.confirm(id: pair.id, code: digits, passphrase: passphrase.data)
  }

  func sync() async throws -> String {
    do {
      let result = try await vault.sync.once(within: .seconds(20))
      if let error = result.error { return error.message }
      return result.more ? "There is more to come." : "Up to date."
    } catch let error as KithError where error.isRetryable {
      return error.next.map(words).first ?? "Later, then."
    }
  }

  func words(for next: Next) -> String {
    switch next.step {
    case .relayName: "Which relay do you use?"
    case .pairInvite: "Invite \(next.values.first ?? "somebody")."
    default: "See what waits."
    }
  }

  func leaveScreen() throws { try vault.suspend() }
  func comeBack() throws { try vault.resume() }
}

extension Core {
  @Suite struct TutorialTests {
    @Test func itsCodeIsCompiledHere() throws {
      let own = try String(contentsOfFile: #filePath, encoding: .utf8)
      let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
      let page = package.appendingPathComponent("Sources/Kith/Kith.docc/YourFirstVault.md")
      let text = try String(contentsOf: page, encoding: .utf8)
      let blocks = text.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
      #expect(blocks.count == 6)
      for block in blocks { #expect(own.contains(block), "this is told and not compiled") }
      #expect(own.contains(blocks.joined(separator: "\n")), "something is compiled and not told, or elsewhere")
    }

    @Test @MainActor func itWorks() async throws {
      try await withCore { _, folder in
        let relay = try Relay(in: folder)
        defer { relay.stop() }
        let ada = try AppModel(folder: folder.appendingPathComponent("Ada"))
        let noor = try AppModel(folder: folder.appendingPathComponent("Noor"))
        try await ada.open(passphrase: passphrase, name: "Ada")
        #expect(try await ada.sync() == "Which relay do you use?")
        try await noor.open(passphrase: passphrase, name: "Noor")
        let following = Task { try await ada.follow() }
        defer { following.cancel() }
        for (model, other) in [(ada, "Noor"), (noor, "Ada")] {
          try await model.join(relay: relay.address, certificate: relay.certificate)
          try await model.add(other)
        }
        let digits = try await noor.accept(ada.invite("Noor"), of: "Ada")
        let hers = try #require(try await ada.digits(with: "Noor"))
        let theirs = try #require(try await noor.digits(with: "Ada"))
        #expect(hers.digits == digits)
        try await ada.confirm(hers, digits: digits, passphrase: passphrase)
        try await noor.confirm(theirs, digits: digits, passphrase: passphrase)
        #expect(try await ada.sync() == "Up to date.")
        for _ in 0..<100 where ada.people.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        #expect(ada.people.map(\.name) == ["Noor"])
        following.cancel()
        _ = await following.result
        try ada.leaveScreen()
        try ada.comeBack()
      }
    }
  }
}
