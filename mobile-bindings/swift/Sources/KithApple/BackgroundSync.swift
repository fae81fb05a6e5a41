// What an app does when it leaves the screen and while it is not on it. Unproven: no machine that tests this package
// has it.

#if canImport(BackgroundTasks) && canImport(UIKit) && !os(watchOS)
import BackgroundTasks
import Foundation
import Kith
import UIKit

/// A sync now and then while the app is not on the screen: the system says when, and gives some seconds.
///
/// The identifier stands in Info.plist under `BGTaskSchedulerPermittedIdentifiers`. A vault that is suspended is resumed
/// for it and suspended again. One that is locked stays locked: sealed entries are fetched and sent where `lockedKey`
/// gives the key of `locked.allow`, from a `KeychainKeyStore` with the access `.afterFirstUnlock`.
public struct BackgroundSync: Sendable {
  /// What the system gives is up to thirty seconds; what it takes back comes earlier.
  public static let time: Duration = .seconds(20)

  private let identifier: String
  private let vault: @Sendable () async -> Vault?
  private let lockedKey: @Sendable () async -> Secret?

  public init(
    identifier: String, vault: @escaping @Sendable () async -> Vault?,
    lockedKey: @escaping @Sendable () async -> Secret? = { nil }
  ) {
    self.identifier = identifier
    self.vault = vault
    self.lockedKey = lockedKey
  }

  /// Before the app's launch ends.
  public func register() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: identifier, using: nil) { task in
      let handle = Handle(task)
      let work = Task {
        let done = await run()
        handle.task.setTaskCompleted(success: done)
      }
      task.expirationHandler = { work.cancel() }
    }
  }

  /// The next one, not before that long from now.
  public func schedule(after wait: TimeInterval = 15 * 60) throws {
    let request = BGAppRefreshTaskRequest(identifier: identifier)
    request.earliestBeginDate = Date(timeIntervalSinceNow: wait)
    try BGTaskScheduler.shared.submit(request)
  }

  private func run() async -> Bool {
    try? schedule()
    guard let vault = await vault() else { return true }
    // The Keychain is asked for a vault that is locked alone.
    return await vault.syncInBackground(within: Self.time, lockedKey: vault.state == .closed ? lockedKey() : nil)
  }

  /// The system's object, which may be told of the end from any thread.
  private struct Handle: @unchecked Sendable {
    let task: BGTask
    init(_ task: BGTask) { self.task = task }
  }
}

extension Vault {
  /// When the app leaves the screen: every file lock is given back before the system puts the app to sleep.
  @MainActor public func suspendInBackground() {
    let application = UIApplication.shared
    var task = UIBackgroundTaskIdentifier.invalid
    let end: @MainActor @Sendable () -> Void = {
      application.endBackgroundTask(task)
      task = .invalid
    }
    task = application.beginBackgroundTask { MainActor.assumeIsolated(end) }
    let seen = resumes
    Task.detached {
      try? self.suspend(unlessResumedSince: seen)
      await end()
    }
  }
}
#endif
