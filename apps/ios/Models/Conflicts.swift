// What two people wrote at the same time. One wording shows and the other is kept; a person chooses.

import Kith
import Observation

@MainActor @Observable public final class Conflicts: VaultScreen {
  public private(set) var conflicts: [Conflict] = []

  override func read() async throws { conflicts = try await vault.conflict.list().items }

  /// The kept wording takes the place of the one that shows.
  public func keep(_ conflict: Conflict) async { await change { try await vault.conflict.keep(id: conflict.id) } }

  /// The one that shows stays, and the kept one goes.
  public func dismiss(_ conflict: Conflict) async { await change { try await vault.conflict.dismiss(id: conflict.id) } }
}
