// A sync while the app is not on the screen. The glue for the system's background tasks (KithApple) calls it, and so
// may an app that has its own.

extension SyncMethods {
  /// A sync that stops after that long, between two calls or in the middle of one; `more` says that it did.
  public func once(within limit: Duration) async throws -> SyncResult {
    try await once(deadlineMs: Double(limit.milliseconds))
  }
}

extension Vault {
  /// Syncs for at most that long and leaves the vault as it found it: one that was suspended is suspended again. One
  /// that is locked stays locked: with `lockedKey`, which `locked.allow` gave, sealed entries are fetched and sent, and
  /// without it the vault is left alone. True: there is nothing that another try would bring now.
  public func syncInBackground(within limit: Duration, lockedKey: Secret? = nil) async -> Bool {
    let seen = resumes
    let wasSuspended = state == .suspended
    do {
      if wasSuspended { try wake() }
      guard state == .open else { return try await syncLocked(within: limit, key: lockedKey) }
      defer { if wasSuspended { try? suspend(unlessResumedSince: seen) } }
      return try await !sync.once(within: limit).more
    } catch {
      return false
    }
  }

  private func syncLocked(within limit: Duration, key: Secret?) async throws -> Bool {
    guard let key, state == .closed else { return true }
    return try await !locked.sync(key: key.data, deadlineMs: Double(limit.milliseconds)).more
  }
}
