// One asynchronous call of the core as an async function: the only place where a callback of C becomes Swift.
//
// Threads: the callback comes on a thread of the core and does nothing but resume the task.
// Owns:    while the call is under way it keeps whatever handle it works on, so no handle is freed below it.
// Errors:  KithError; CancellationError when the task was cancelled and the core ended the call because of it.

import CKith

/// Begins something: the id it runs under, what to call at its end, and with which context.
typealias Begin = (kith_op, kith_done_fn, UnsafeMutableRawPointer) -> kith_status

/// What waits for the end of one call.
private final class Completion: Sendable {
  private let continuation: CheckedContinuation<[UInt8], any Error>
  private let owner: any AnyObject & Sendable

  init(_ continuation: CheckedContinuation<[UInt8], any Error>, keeping owner: any AnyObject & Sendable) {
    self.continuation = continuation
    self.owner = owner
  }

  func end(_ error: KithError?, _ result: [UInt8] = []) {
    if let error {
      continuation.resume(throwing: error)
    } else {
      continuation.resume(returning: result)
    }
  }
}

private let done: kith_done_fn = { context, status, error, result in
  guard let context else { return }
  let completion = Unmanaged<Completion>.fromOpaque(context).takeRetainedValue()
  completion.end(KithError.of(status, error), result.copied)
}

extension Kith {
  /// Runs it to its end. A task that is cancelled, before or while it runs, cancels the operation in the core.
  func run(keeping owner: any AnyObject & Sendable, _ begin: Begin) async throws -> [UInt8] {
    let op = kith_op_new(raw)
    do {
      return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          let completion = Unmanaged.passRetained(Completion(continuation, keeping: owner))
          let status = begin(op, done, completion.toOpaque())
          if status != KITH_STATUS_OK {  // then `done` is never called
            completion.takeRetainedValue().end(KithError(status))
          }
        }
      } onCancel: {
        kith_cancel(raw, op)
      }
    } catch KithError.cancelled where Task.isCancelled {
      throw CancellationError()
    }
  }
}
