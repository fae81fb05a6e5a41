// From a locked app to an open vault and back: passphrase, face or finger, sleep, and a sync in the background.
//
// Threads: the main actor; `suspend` and `resume` block it for the moment that a file takes.
// Owns:    the vault, which the other screens are given.

import Foundation
import Kith
import Observation

@MainActor @Observable public final class Door: Screen {
  /// Open; nil: a passphrase, a face or a finger is wanted.
  public private(set) var vault: Vault?
  /// There is none yet: the first passphrase makes it.
  public private(set) var isNew = false

  @ObservationIgnored private let kith: Kith
  @ObservationIgnored private let place: Vault.Place
  @ObservationIgnored private let keys: any DeviceKeyStore
  private static let name = "vault"
  private static let kind = "key-store"

  /// `place` has a counter folder, without which no key of a device can be kept.
  public init(kith: Kith, place: Vault.Place, keys: any DeviceKeyStore) {
    (self.kith, self.place, self.keys) = (kith, place, keys)
  }

  /// With the face or the finger. False without trouble: this device has no key (any more), and the passphrase is
  /// asked for. One that opens nothing (another face, a vault from a backup) is forgotten.
  public func openByDevice(reason: String = "Open your vault") async -> Bool {
    await run {
      guard let key = try await keys.load(for: Self.name, reason: reason) else { return }
      let one = try keyedVault(key)
      do {
        try await one.unlock(.deviceKey)
        vault = one
      } catch KithError.storeLocked {
        try await keys.remove(for: Self.name)
      }
    }
    return vault != nil
  }

  /// With the passphrase.
  public func open(passphrase: Secret) async {
    await run {
      let one = try kith.vault(at: place)
      do {
        try await one.unlock(.passphrase(passphrase))
        vault = one
      } catch KithError.notFound {
        isNew = true
      }
    }
  }

  /// A vault of somebody of that name, where there is none.
  public func make(passphrase: Secret, name: String) async {
    await run {
      let one = try kith.vault(at: place)
      try await one.create(passphrase: passphrase, name: name)
      (vault, isNew) = (one, false)
    }
  }

  /// From now on the face or the finger opens it too. The vault is closed and opened for it; a wrong passphrase leaves
  /// it closed, with no key.
  public func enrol(passphrase: Secret) async {
    await run {
      try await vault?.lock()
      vault = nil
      do {
        let (key, authority) = (Secret.random(), KeyAuthority(passphrase: passphrase.data))
        try await keys.store(key, for: Self.name)
        let one = try keyedVault(key)
        try await one.unlock(.passphrase(passphrase))
        for old in try await one.keys.list().items where old.kind == Self.kind {
          try await one.keys.remove(authority: authority, number: old.number)
        }
        _ = try await one.keys.add(authority: authority, kind: Self.kind)
        vault = one
      } catch {
        try await keys.remove(for: Self.name)
        throw error
      }
    }
  }

  private func keyedVault(_ key: Secret) throws -> Vault {
    var keyed = place
    keyed.deviceKey = key
    return try kith.vault(at: keyed)
  }

  /// Wipes the keys.
  public func lock() async {
    await run {
      try await vault?.lock()
      vault = nil
    }
  }

  /// The app leaves the screen: no file lock is held. (In the app KithApple's suspendInBackground does it, which has
  /// the system wait.)
  public func leave() async { await run { try vault?.suspend() } }

  /// It comes back. Trouble that is retryable: another program has the vault; the same again.
  public func comeBack() async { await run { try vault?.resume() } }

  /// What a background task does. True: nothing that another try would bring now.
  public func refresh(within limit: Duration = .seconds(20)) async -> Bool {
    await vault?.syncInBackground(within: limit) ?? true
  }
}
