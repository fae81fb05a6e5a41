// From an invitation to two people who share a space. The invitation is a text; as a QR it is the same text, so
// whoever has no camera types it.

import Foundation
import Kith
import Observation

@MainActor @Observable public final class Pairing: VaultScreen {
  public private(set) var pairs: [Pair] = []

  override func read() async throws { pairs = try await vault.pair.list().items }

  /// The text of the QR that the other one scans, until somebody has accepted it.
  public func code(of pair: Pair) -> String? { pair.code.isEmpty || !pair.digits.isEmpty ? nil : pair.code }

  public func invite(_ person: String) async { await change { _ = try await vault.pair.invite(person: person) } }

  /// What a camera saw, or what somebody typed.
  public func accept(_ scanned: String, of person: String) async {
    let code = scanned.trimmingCharacters(in: .whitespacesAndNewlines)
    await change { _ = try await vault.pair.accept(code: code, person: person) }
  }

  /// Asks the relay whether somebody has accepted: then there are digits to compare.
  public func refresh() async { await run { pairs = try await vault.pair.refresh().items } }

  /// The digits as the other one read them out. Wrong ones are trouble: somebody may stand between the two.
  public func confirm(_ pair: Pair, heard digits: String, passphrase: Secret) async {
    await change {
      _ = try await vault.pair.confirm(id: pair.id, code: digits, passphrase: passphrase.data)
    }
  }

  public func cancel(_ pair: Pair) async { await change { try await vault.pair.cancel(id: pair.id) } }
}
