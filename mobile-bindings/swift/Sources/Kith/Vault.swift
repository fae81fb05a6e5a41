// One vault: a folder of this device that holds, encrypted, what a person keeps of their relationships.
//
// Threads: any. Calls of one vault run one after another; those that want the relay wait for each other only.
// Owns:    the handle of C. It goes with the last reference, and a call that is under way is one.
// Errors:  KithError, and CancellationError where the task was cancelled.

import CKith
import Foundation

/// A vault. Its life stands here (create, unlock, lock, suspend); what it holds is asked by noun and verb:
/// `vault.person.add(name: "Noor")`, `vault.sync.once()`.
public final class Vault: Sendable {
  /// Where a vault is, and what this device keeps beside it.
  public struct Place: Sendable {
    /// What a try at the passphrase costs.
    public enum Cost: Int32, Sendable {
      case standard = 0    // 256 MiB
      case smallPhone = 1  // 64 MiB
    }

    /// In the app's own container, never in one that is shared with extensions.
    public var folder: URL
    /// Apart from the vault, and left out of the device's backups: it notices a vault that was put back as it was
    /// before. Without it nobody notices.
    public var counterFolder: URL?
    /// 32 random bytes that the platform's key store keeps; see ``DeviceKeyStore``. Wants a counter folder.
    public var deviceKey: Secret?
    public var cost: Cost
    /// Opens a vault that was put back; it goes on under new keys.
    public var acceptsRolledBack: Bool

    public init(
      folder: URL, counterFolder: URL? = nil, deviceKey: Secret? = nil, cost: Cost = .standard,
      acceptsRolledBack: Bool = false
    ) {
      self.folder = folder
      self.counterFolder = counterFolder
      self.deviceKey = deviceKey
      self.cost = cost
      self.acceptsRolledBack = acceptsRolledBack
    }
  }

  public struct State: RawRepresentable, Sendable, Hashable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// There is no vault, or it wants to be unlocked.
    public static var closed: State { State(rawValue: KITH_VAULT_CLOSED) }
    /// Create, restore or unlock is under way.
    public static var opening: State { State(rawValue: KITH_VAULT_OPENING) }
    public static var open: State { State(rawValue: KITH_VAULT_OPEN) }
    /// No file and no lock is held; ``Vault/resume()`` needs no secret.
    public static var suspended: State { State(rawValue: KITH_VAULT_SUSPENDED) }
  }

  /// What opens a vault.
  public enum Credential: Sendable {
    case passphrase(Secret)
    /// As it was written down.
    case recoveryCode(Secret)
    /// The one of the vault's ``Place``.
    case deviceKey
  }

  let kith: Kith
  let resumed = Times()
  private let handle: Handle

  init(_ kith: Kith, _ place: Place) throws {
    self.kith = kith
    handle = Handle(try place.lent { lent in
      try Handle.make { kith_vault_new(kith.raw, lent, $0, $1) }
    })
  }

  deinit { kith_vault_release(raw) }

  var raw: OpaquePointer { handle.raw }

  public var state: State { State(rawValue: kith_vault_state(raw)) }
}

extension Vault.Place {
  /// As C wants it, for as long as `use` runs.
  fileprivate func lent<R>(_ use: (UnsafePointer<kith_place>) throws -> R) throws -> R {
    var place = kith_place()
    place.struct_size = UInt32(MemoryLayout<kith_place>.size)
    place.kdf = cost.rawValue
    place.accept_rolled_back = acceptsRolledBack ? 1 : 0
    return try lend(folder.path) { folder in
      try lend(counterFolder?.path ?? "") { counter in
        try lend(deviceKey ?? Secret("")) { key in
          (place.folder, place.counter_folder, place.device_key) = (folder, counter, key)
          return try use(&place)
        }
      }
    }
  }
}

extension Vault.Credential {
  var kind: Int32 {
    switch self {
    case .passphrase: KITH_SECRET_PASSPHRASE
    case .recoveryCode: KITH_SECRET_RECOVERY_CODE
    case .deviceKey: KITH_SECRET_DEVICE_KEY
    }
  }

  var secret: Secret {
    switch self {
    case .passphrase(let secret), .recoveryCode(let secret): secret
    case .deviceKey: Secret("")
    }
  }
}
