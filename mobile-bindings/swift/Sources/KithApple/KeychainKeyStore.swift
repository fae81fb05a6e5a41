// Device keys in the Keychain. Unproven: no machine that tests this package has a Keychain.

#if canImport(Security) && canImport(LocalAuthentication)
import Foundation
import Kith
import LocalAuthentication
import Security

/// Keeps each vault's key as a generic password of this device alone: no backup and no other device gets it.
///
/// A key that asks for the face or finger is gone when another face or finger is enrolled; `load` gives nil then, and
/// the app asks for the passphrase. Keychain calls may wait for a person, so they run on a queue of their own.
public final class KeychainKeyStore: DeviceKeyStore {
  /// Who may use the key.
  public enum Access: Sendable {
    /// This app, behind the locked screen too, once the phone was unlocked after it was switched on. For the key of
    /// `locked.allow`, which opens nothing; never for one that opens the vault.
    case afterFirstUnlock
    /// Whoever has unlocked the phone.
    case deviceUnlocked
    /// The person whose face or finger is enrolled today.
    case biometryCurrentSet
  }

  /// What the Keychain said that is neither "there is none" nor "it is gone".
  public struct KeychainError: Error, Sendable {
    public let status: OSStatus
  }

  private let service: String
  private let access: Access
  private let queue = DispatchQueue(label: "kith.keychain")

  /// `service` tells this app's keys from others'.
  public init(service: String, access: Access = .biometryCurrentSet) {
    self.service = service
    self.access = access
  }

  public func store(_ key: Secret, for vault: String) async throws {
    try await run { [self] in
      SecItemDelete(query(vault) as CFDictionary)
      var item = query(vault)
      item[kSecValueData as String] = key.data
      switch access {
      case .afterFirstUnlock:
        item[kSecAttrAccessible as String] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
      case .deviceUnlocked:
        item[kSecAttrAccessible as String] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
      case .biometryCurrentSet:
        // Without it the key would be there for everybody: then rather no key.
        guard
          let access = SecAccessControlCreateWithFlags(
            nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly, .biometryCurrentSet, nil)
        else { throw KeychainError(status: errSecParam) }
        item[kSecAttrAccessControl as String] = access
      }
      try check(SecItemAdd(item as CFDictionary, nil))
    }
  }

  public func load(for vault: String, reason: String) async throws -> Secret? {
    try await run { [self] in
      var item = query(vault)
      item[kSecReturnData as String] = true
      let asking = LAContext()
      asking.localizedReason = reason
      item[kSecUseAuthenticationContext as String] = asking
      var found: CFTypeRef?
      let status = SecItemCopyMatching(item as CFDictionary, &found)
      if status == errSecItemNotFound || status == errSecInvalidData { return nil }
      try check(status)
      return (found as? Data).map { Secret($0) }
    }
  }

  public func remove(for vault: String) async throws {
    try await run { [self] in
      let status = SecItemDelete(query(vault) as CFDictionary)
      if status != errSecItemNotFound { try check(status) }
    }
  }

  private func query(_ vault: String) -> [String: Any] {
    [
      kSecClass as String: kSecClassGenericPassword, kSecAttrService as String: service,
      kSecAttrAccount as String: vault, kSecUseDataProtectionKeychain as String: true,
    ]
  }

  private func check(_ status: OSStatus) throws {
    if status == errSecUserCanceled { throw CancellationError() }
    if status != errSecSuccess { throw KeychainError(status: status) }
  }

  private func run<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: body)) }
    }
  }
}
#endif
