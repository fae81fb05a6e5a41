// Where a device keeps the key that opens a vault without its passphrase: the Keychain (KithApple), or memory in tests
// (KithTesting). A key store is a convenience and never the only door: keys in it get lost (a new face, a phone that
// was put back from a backup), and then the passphrase or the recovery code opens the vault.

import Foundation

/// The platform's key store. One key a vault; `vault` is any name the app gives it.
public protocol DeviceKeyStore: Sendable {
  func store(_ key: Secret, for vault: String) async throws
  /// Nil where there is none, or none any more. It may ask the person (Face ID), and tells them the reason.
  func load(for vault: String, reason: String) async throws -> Secret?
  func remove(for vault: String) async throws
}

extension DeviceKeyStore {
  /// The key of that vault, a new one where there is none. A new one opens nothing yet: unlock the vault by its
  /// passphrase, then call `vault.keys.add` with the kind "key-store". Whoever stopped between the two has a key that
  /// opens nothing: where unlocking by the device's key throws `storeLocked`, `remove` it here and begin anew.
  public func loadOrMake(for vault: String, reason: String) async throws -> (key: Secret, isNew: Bool) {
    if let key = try await load(for: vault, reason: reason) { return (key, false) }
    let key = Secret.random()
    try await store(key, for: vault)
    return (key, true)
  }
}
