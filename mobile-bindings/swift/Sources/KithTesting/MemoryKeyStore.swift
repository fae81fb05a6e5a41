// A key store in memory, for the tests of an app.

import Kith

/// Keeps keys for as long as it lives. `lose` does what a new face or a restored phone does to the real one.
public actor MemoryKeyStore: DeviceKeyStore {
  private var keys: [String: Secret] = [:]

  public init() {}

  public func store(_ key: Secret, for vault: String) { keys[vault] = key }
  public func load(for vault: String, reason: String) -> Secret? { keys[vault] }
  public func remove(for vault: String) { keys[vault] = nil }
  public func lose() { keys = [:] }
}
