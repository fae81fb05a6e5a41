// A stand-in for what KithApple uses of BackgroundTasks; see Security.swift.

import Dispatch
import Foundation

open class BGTask {
  open var expirationHandler: (() -> Void)?
  open func setTaskCompleted(success: Bool) {}
}

open class BGTaskRequest {
  open var earliestBeginDate: Date?
}

public final class BGAppRefreshTaskRequest: BGTaskRequest {
  public init(identifier: String) {}
}

public final class BGTaskScheduler: @unchecked Sendable {
  public static let shared = BGTaskScheduler()
  @discardableResult
  public func register(
    forTaskWithIdentifier identifier: String, using queue: DispatchQueue?, launchHandler: @escaping (BGTask) -> Void
  ) -> Bool { true }
  public func submit(_ request: BGTaskRequest) throws {}
}
