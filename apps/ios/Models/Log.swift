// Conversations, each with who can read it: nobody else, or the partner whom a passage was shown to.

import Kith
import Observation

@MainActor @Observable public final class Log: VaultScreen {
  public struct Entry: Identifiable, Sendable {
    public let talk: LogEntry
    /// What of it somebody else can read; empty: nothing.
    public let shared: [Shared]

    public var id: String { talk.id }
    /// For the line below the entry, and for a voice.
    public var readers: String {
      shared.isEmpty ? "Only you" : "You; a passage: " + Set(shared.map(\.person)).sorted().joined(separator: ", ")
    }
  }

  public private(set) var entries: [Entry] = []
  /// How many older ones there are.
  public private(set) var older: UInt32 = 0
  /// What others let me read.
  public private(set) var theirs: [Shared] = []
  /// Whom something can be shared with.
  public private(set) var partners: [String] = []
  /// A passage that was not shared yet, because the core has something to say of it first.
  public private(set) var asked: Asked?

  public struct Asked: Sendable {
    public let entry: Entry
    public let passage: String
    public let partner: String
    public let warning: String
  }

  override func read() async throws {
    let talks = try await vault.log.list(limit: 100)
    let passages = try await vault.share.list().items
    entries = talks.items.map { talk in Entry(talk: talk, shared: passages.filter { $0.mine && $0.sourceId == talk.id }) }
    older = talks.older
    theirs = passages.filter { !$0.mine }
    partners = try await vault.pair.list().items.filter { $0.state == "paired" }.map(\.person)
  }

  public func write(with people: [String], note: String, when: String = "today") async -> Bool {
    await change { try await vault.log.add(with: people, when: when, note: note) }
  }

  /// A copy of that passage for the partner; the rest of the entry stays here, and that there is more is not told.
  /// Where the passage names somebody else, `asked` is set, and nothing has left.
  public func share(_ passage: String, of entry: Entry, with partner: String) async {
    await change {
      asked = nil
      let check = try await vault.share.check(text: passage, with: partner)
      guard check.warning.isEmpty else {
        asked = Asked(entry: entry, passage: passage, partner: partner, warning: check.warning)
        return
      }
      try await vault.share.add(id: entry.id, with: partner, passage: passage)
    }
  }

  /// What was asked is shared all the same, or it is not.
  public func answer(share: Bool) async {
    guard let asked else { return }
    self.asked = nil
    guard share else { return }
    await change {
      try await vault.share.add(id: asked.entry.id, with: asked.partner, passage: asked.passage, anyway: true)
    }
  }

  /// It may have been read.
  public func withdraw(_ shared: Shared) async { await change { try await vault.share.withdraw(id: shared.id) } }
}
