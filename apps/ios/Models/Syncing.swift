// How it stands between this device and the relay: what waits and why, when the next try is, what was noticed.

import Foundation
import Kith
import Observation

@MainActor @Observable public final class Syncing: VaultScreen {
  /// When something of others is seen next.
  public enum When: Sendable, Equatable {
    /// At once: the relay tells.
    case live
    /// The relay is tried again then.
    case at(Date)
    /// When somebody says so, or the system gives the app a moment in the background.
    case whenAsked
  }

  public private(set) var status = StatusResult()
  /// Every space of the last sync: `why` says in a sentence what waits there.
  public private(set) var spaces: [SpaceOutcome] = []
  public private(set) var alarms: [Alarm] = []
  public private(set) var when = When.whenAsked
  /// The sync was cut short; what is left goes with the next one.
  public private(set) var hasMore = false

  @ObservationIgnored private let now: @Sendable () -> Date
  @ObservationIgnored private let sleep: @Sendable (Duration) async throws -> Void
  private static let pause: TimeInterval = 15

  public init(
    _ vault: Vault, now: @escaping @Sendable () -> Date = { Date() },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    (self.now, self.sleep) = (now, sleep)
    super.init(vault)
  }

  override func read() async throws {
    status = try await vault.status()
    alarms = try await vault.alarm.list().items.filter { !$0.dismissed && !$0.healed }
  }

  /// What makes sense next, as the core sees it.
  public var buttons: [StepButton] { status.next.compactMap(\.button) }

  /// Once, now. That the relay did wrong is no trouble of this call: it is in `alarms`, and nothing here has changed.
  public func sync(within limit: Duration = .seconds(20)) async {
    await change { take(try await vault.sync.once(within: limit)) }
  }

  /// While the app is on the screen: what the others write is here at once. Without a network it is tried again and
  /// again, and `when` says when; other trouble ends it.
  public func watch() async {
    defer { when = .whenAsked }
    while !Task.isCancelled {
      do {
        for try await result in vault.sync.watch() {
          when = .live
          take(result)
          await load()
        }
        return
      } catch KithError.vaultLocked, KithError.vaultSuspended, KithError.closed {
        return
      } catch let error as KithError where error.isRetryable {
        trouble = Trouble(error)
        when = .at(now() + Self.pause)
        do { try await sleep(.seconds(Self.pause)) } catch { return }
      } catch is CancellationError {
        return
      } catch {
        trouble = Trouble(error)
        return
      }
    }
  }

  /// The certificate (PEM) is empty where the relay has one that everybody trusts, the token where it wants none.
  public func join(relay address: String, certificate: String, token: String = "") async {
    await change {
      take(try await vault.relay.move(address: address, certificate: certificate, admission: token))
    }
  }

  public func dismiss(_ alarm: Alarm) async { await change { _ = try await vault.alarm.dismiss(id: alarm.id) } }

  public func heal(_ alarm: Alarm, passphrase: Secret) async {
    await change { _ = try await vault.alarm.heal(id: alarm.id, passphrase: passphrase.data) }
  }

  /// A vault that was put back goes on under new keys.
  public func renew(passphrase: Secret) async {
    await change { _ = try await vault.renew(passphrase: passphrase.data) }
  }

  private func take(_ result: SyncResult) {
    (spaces, hasMore) = (result.spaces, result.more)
  }
}
