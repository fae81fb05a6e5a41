// The people of the network, and the words that it is spoken of with.

import Kith
import Observation

@MainActor @Observable public final class People: VaultScreen {
  public private(set) var people: [Person] = []
  /// What a person can be to me: mentor, protege, peer; each with a sentence.
  @ObservationIgnored public let kinds: [Word]
  /// Every word of the network with a sentence: list by list.
  @ObservationIgnored public let terms: [WordList]

  public override init(_ vault: Vault) {
    terms = (try? Kith.words().lists) ?? []  // of the core itself: it has them or is broken
    kinds = terms.first { $0.name == "kinds" }?.items ?? []
    super.init(vault)
  }

  override func read() async throws { people = try await vault.person.list().items }

  public func add(_ name: String, as kind: Word? = nil) async -> Bool {
    await change {
      try await vault.person.add(name: name)
      if let kind { try await vault.relationship.set(person: name, kind: kind.code) }
    }
  }
}
