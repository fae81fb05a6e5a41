// A passphrase, a recovery code or a device's key, while the app has it in its hands.
//
// Threads: any. It never changes.
// Owns:    its bytes, in one place of the memory; they are wiped when the last reference goes.

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif
import Foundation

/// A secret of a person or of this device. It is not printed, not compared and not copied by accident. What it was
/// made from (the text of a field on the screen) is not wiped by it: let that go as soon as the secret is made.
public final class Secret: @unchecked Sendable, CustomStringConvertible, CustomReflectable {
  private let bytes: UnsafeMutableRawBufferPointer

  public init(_ raw: some Collection<UInt8>) {
    bytes = .allocate(byteCount: raw.count, alignment: 1)
    bytes.copyBytes(from: raw)
  }

  /// A text, as UTF-8.
  public convenience init(_ text: String) { self.init(text.utf8) }

  /// 32 random bytes: the key of a device.
  public static func random() -> Secret {
    var random = SystemRandomNumberGenerator()
    var raw = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    defer { raw.withUnsafeMutableBytes(wipe) }
    return Secret(raw)
  }

  deinit {
    wipe(bytes)
    bytes.deallocate()
  }

  public var count: Int { bytes.count }

  /// The bytes themselves, for as long as `use` runs.
  public func withBytes<R>(_ use: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    defer { withExtendedLifetime(self) {} }
    return try use(UnsafeRawBufferPointer(bytes))
  }

  /// A copy that nobody wipes, for a request that wants the passphrase once more.
  public var data: Data { withBytes { Data($0) } }

  public var description: String { "Secret" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: ContiguousBytesLender {
  func withLent<R>(_ use: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try withBytes(use) }
}

/// Zeros that no compiler leaves out.
func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
  guard let begin = bytes.baseAddress else { return }
  #if canImport(Darwin)
  _ = memset_s(begin, bytes.count, 0, bytes.count)
  #else
  explicit_bzero(begin, bytes.count)
  #endif
}
