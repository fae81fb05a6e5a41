// The core of this process: its threads, its log, what is known of the network. An app makes one at its beginning.
//
// Threads: any.
// Owns:    the runtime of C, released with the last reference; a vault keeps it.

import CKith
import Foundation

/// The core. Make one when the app begins, and ask it for vaults.
public final class Kith: Sendable {
  public struct Configuration: Sendable {
    /// Certificates (PEM) whose signatures are good for a relay that brings none of its own. Empty: the system's;
    /// on iOS there are none of the system, so an app brings its own.
    public var tlsRoots: Data
    /// What is told to the log: `error` alone, or more.
    public var logLevel: LogLevel
    /// From any thread, more than one at a time. No message names a person.
    public var log: (@Sendable (LogLevel, String) -> Void)?

    public init(
      tlsRoots: Data = Data(), logLevel: LogLevel = .warning, log: (@Sendable (LogLevel, String) -> Void)? = nil
    ) {
      self.tlsRoots = tlsRoots
      self.logLevel = logLevel
      self.log = log
    }
  }

  public enum LogLevel: Int32, Sendable, Comparable {
    case error = 1, warning, info
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// What the system says of the network.
  public enum Network: Int32, Sendable {
    /// There is none: what wants the relay ends with `offline` until there is one again.
    case none = 0
    /// Another one, or the same after a while.
    case other = 1
  }

  private let handle: Handle
  private let sink: LogSink?

  public init(_ configuration: Configuration = Configuration()) throws {
    let sink = configuration.log.map(LogSink.init)
    self.sink = sink
    handle = Handle(try lend(Array(configuration.tlsRoots)) { roots in
      var config = kith_config()
      config.struct_size = UInt32(MemoryLayout<kith_config>.size)
      config.abi_version = KITH_ABI_VERSION
      config.tls_roots_pem = roots
      if let sink {
        config.log = tell
        config.log_context = Unmanaged.passUnretained(sink).toOpaque()
        config.log_level = configuration.logLevel.rawValue
      }
      return try Handle.make { kith_runtime_new(&config, $0, $1) }
    })
  }

  deinit { withExtendedLifetime(sink) { kith_runtime_release(handle.raw) } }

  var raw: OpaquePointer { handle.raw }

  /// A handle of the vault of that place; nothing is read or written yet. Throws `invalidArgument` for a place that
  /// cannot be.
  public func vault(at place: Vault.Place) throws -> Vault { try Vault(self, place) }

  /// To be told by the app, because only the app hears of it (KithApple does it).
  public func networkChanged(_ network: Network) { kith_network_changed(raw, network.rawValue) }

  /// The system wants memory back: what is only kept to be quick goes.
  public func memoryPressure() { kith_memory_pressure(raw) }
}

/// A pointer of the core. It may be used from every thread, and whoever has it here owns it.
struct Handle: @unchecked Sendable {
  let raw: OpaquePointer

  init(_ raw: OpaquePointer) { self.raw = raw }

  typealias Out = UnsafeMutablePointer<OpaquePointer?>

  static func make(_ call: (Out, Out) -> kith_status) throws -> OpaquePointer {
    var made: OpaquePointer?
    try KithError.check { call(&made, $0) }
    guard let made else { throw KithError(KITH_STATUS_INTERNAL) }
    return made
  }
}

/// Where messages for the log go. The core has a pointer to it for as long as the runtime is there.
private final class LogSink: Sendable {
  let log: @Sendable (Kith.LogLevel, String) -> Void
  init(_ log: @escaping @Sendable (Kith.LogLevel, String) -> Void) { self.log = log }
}

private let tell: kith_log_fn = { context, level, message, size in
  guard let context else { return }
  let sink = Unmanaged<LogSink>.fromOpaque(context).takeUnretainedValue()
  let text = message.withMemoryRebound(to: UInt8.self, capacity: size) {
    String(decoding: UnsafeBufferPointer(start: $0, count: size), as: UTF8.self)
  }
  sink.log(Kith.LogLevel(rawValue: level) ?? .info, text)
}
