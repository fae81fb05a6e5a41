// What arrives over time: `for try await result in vault.sync.watch()`.
//
// Threads: a stream goes from task to task; one iterator asks for one element at a time.
// Owns:    an iterator owns its subscription and closes it when it goes. Each iterator has one of its own.
// Errors:  KithError ends a loop. `offline` and `vaultSuspended` may be over soon: begin a new loop. A task that is
//          cancelled ends it with CancellationError.

import CKith

/// Values of the core that arrive over time. Nothing is asked of anybody before the first is awaited.
public struct EventStream<Element: KithValue>: AsyncSequence, Sendable {
  private let vault: Vault
  private let method: UInt32
  private let request: [UInt8]

  init(_ vault: Vault, _ method: UInt32, _ request: (some KithValue)) {
    self.vault = vault
    self.method = method
    self.request = request.written()
  }

  init(_ vault: Vault, _ method: UInt32) {
    self.vault = vault
    self.method = method
    request = []
  }

  public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

  public struct Iterator: AsyncIteratorProtocol, Sendable {
    fileprivate let stream: EventStream
    private var subscription: Subscription?

    fileprivate init(stream: EventStream) { self.stream = stream }

    /// The next value, as soon as there is one; nil when the stream has ended. After an error it may be asked again.
    public mutating func next() async throws -> Element? {
      if subscription == nil {
        subscription = try Subscription(stream.vault, stream.method, stream.request)
      }
      guard let bytes = try await subscription?.next() else { return nil }
      return try Element(bytes: bytes)
    }
  }
}

/// One subscription of the core.
private final class Subscription: Sendable {
  private let vault: Vault
  private let handle: Handle

  init(_ vault: Vault, _ method: UInt32, _ request: [UInt8]) throws {
    self.vault = vault
    handle = Handle(try lend(request) { slice in
      try Handle.make { kith_sub_open(vault.raw, method, slice, $0, $1) }
    })
  }

  deinit { kith_sub_close(handle.raw) }

  func next() async throws -> [UInt8]? {
    do {
      return try await vault.kith.run(keeping: self) { kith_sub_next(handle.raw, $0, $1, $2) }
    } catch KithError.closed {
      return nil
    }
  }
}
