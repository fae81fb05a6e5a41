// What happens to a vault as a whole, from its creation to its end.

import CKith
import Foundation

extension Vault {
  /// Makes a new vault in an empty or missing folder, with a profile of that name. It is open then.
  ///
  /// Throws `alreadyExists`, `invalidArgument`, `noSpace`, `storeIo`.
  public func create(passphrase: Secret, name: String) async throws {
    try await life { op, done, context in
      lend(passphrase) { secret in
        lend(name) { kith_vault_create(raw, op, secret, $0, done, context) }
      }
    }
  }

  /// Makes a vault from a backup that ``Vault/backup(_:)`` wrote. It is open then.
  ///
  /// - Parameters:
  ///   - file: the backup.
  ///   - credential: what opens the backup: its passphrase or its recovery code.
  ///   - passphrase: of the new vault.
  ///
  /// Throws `notFound`, `malformed`, `storeLocked` for a wrong credential, and what ``create(passphrase:name:)`` throws.
  public func restore(from file: URL, credential: Credential, passphrase: Secret) async throws {
    try await life { op, done, context in
      lend(file.path) { file in
        lend(credential.secret) { secret in
          lend(passphrase) { kith_vault_restore(raw, op, file, credential.kind, secret, $0, done, context) }
        }
      }
    }
  }

  /// Opens it.
  ///
  /// Throws `notFound` where no vault is; `storeLocked` for a wrong secret, or where this device's key opens it no
  /// more; `storeInUse`, `storeCorrupt`, `storeTooNew`, `storeRolledBack`.
  public func unlock(_ credential: Credential) async throws {
    try await life { op, done, context in
      lend(credential.secret) { kith_vault_unlock(raw, op, credential.kind, $0, done, context) }
    }
  }

  /// Ends what waits for a relay and wipes the keys. From then on calls throw `vaultLocked`.
  public func lock() async throws {
    try await life { kith_vault_lock(raw, $0, $1, $2) }
  }

  /// Destroys the vault for good, its keys first, and asks for none: the app has asked twice. Throws `storeInUse`
  /// while it is open.
  public func erase() async throws {
    try await life { kith_vault_erase(raw, $0, $1, $2) }
  }

  /// Gives every file lock back: what a phone wants before it puts the app to sleep. It waits for what is being
  /// written, at most so long, and blocks its thread meanwhile. Calls throw `vaultSuspended` until ``resume()``. A
  /// vault that is closed holds nothing, and stays as it is.
  ///
  /// Throws `timeout` where something is still held; the vault works on then.
  public func suspend(within limit: Duration = .seconds(4)) throws {
    if let error = KithError.of(kith_vault_suspend(raw, limit.milliseconds)) { throw error }
  }

  /// The same unless ``resume()`` was called since ``resumes`` was that: whoever suspends a while later, in the
  /// background, must not take the vault from a person who has come back meanwhile.
  public func suspend(within limit: Duration = .seconds(4), unlessResumedSince seen: Int) throws {
    try resumed.ifStill(seen) { try suspend(within: limit) }
  }

  /// How often ``resume()`` was called.
  public var resumes: Int { resumed.count }

  /// Throws `storeInUse` while another program has it; it may be called again.
  public func resume() throws {
    try resumed.once { try wake() }
  }

  /// For a while in the background: it is nobody who came back.
  func wake() throws {
    try KithError.check { kith_vault_resume(raw, $0) }
  }

  private func life(_ begin: Begin) async throws { _ = try await kith.run(keeping: self, begin) }
}

/// How often something was done, where what depends on it must not happen in between.
final class Times: @unchecked Sendable {
  private let lock = NSLock()
  private var times = 0

  var count: Int { lock.withLock { times } }

  func once(_ body: () throws -> Void) rethrows {
    try lock.withLock {
      times += 1
      try body()
    }
  }

  func ifStill(_ seen: Int, _ body: () throws -> Void) rethrows {
    try lock.withLock { if times == seen { try body() } }
  }
}

extension Duration {
  /// At least one: 0 would mean the core's own limit.
  var milliseconds: UInt32 {
    let whole = components.seconds.multipliedReportingOverflow(by: 1000)
    let rest = components.attoseconds / 1_000_000_000_000_000
    guard !whole.overflow else { return components.seconds < 0 ? 1 : .max }
    return UInt32(clamping: max(1, whole.partialValue + rest))
  }
}
