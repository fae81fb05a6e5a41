// What every screen has in common: it asks the core for something, and what goes wrong is shown and never swallowed.
//
// Threads: the main actor; the core works on threads of its own.
// Errors:  end in `trouble`, with what can be done as buttons. A task that was cancelled is no trouble.

import Foundation
import Kith
import Observation

/// Something that did not work, as a person is told it.
public struct Trouble: Sendable {
  /// One sentence.
  public let says: String
  /// What can be done about it, one after the other.
  public let buttons: [StepButton]
  /// The same may work later.
  public let isRetryable: Bool
  /// What it was, for whoever looks closer.
  public let error: any Error

  init(_ error: any Error) {
    self.error = error
    let known = error as? KithError
    says = known?.errorDescription ?? error.localizedDescription
    buttons = known?.next.compactMap(\.button) ?? []
    isRetryable = known?.isRetryable ?? false
  }
}

/// The model of one screen.
@MainActor @Observable public class Screen {
  public internal(set) var trouble: Trouble?
  public private(set) var isBusy = false

  /// Does it, and says whether that went well. A trouble of before is gone then.
  @discardableResult
  func run(_ body: @MainActor () async throws -> Void) async -> Bool {
    isBusy = true
    defer { isBusy = false }
    do {
      try await body()
      trouble = nil
      return true
    } catch is CancellationError {
      return false
    } catch {
      trouble = Trouble(error)
      return false
    }
  }

  public func forgetTrouble() { trouble = nil }
}

/// The model of a screen that shows something of an open vault.
@MainActor @Observable public class VaultScreen: Screen {
  @ObservationIgnored let vault: Vault

  public init(_ vault: Vault) { self.vault = vault }

  /// What the screen shows, read from the vault.
  func read() async throws {}

  public func load() async { await run { try await read() } }

  /// Shows what the vault holds and keeps up with it, until the task of the screen is cancelled. A vault that is
  /// locked or suspended has nobody before the screen, who begins anew when somebody is there again.
  public func follow() async {
    do {
      for try await _ in vault.changes() { await load() }
    } catch KithError.vaultLocked, KithError.vaultSuspended, KithError.closed {
    } catch is CancellationError {
    } catch {
      trouble = Trouble(error)
    }
  }

  /// Changes something; what the screen shows is read anew.
  @discardableResult
  func change(_ body: @MainActor () async throws -> Void) async -> Bool {
    await run {
      try await body()
      try await read()
    }
  }
}
