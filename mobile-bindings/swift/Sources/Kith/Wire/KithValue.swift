// What crosses to the core and back: a value that is read from bytes and written to them. The structs in Made/ are
// all of them; the bytes are Protocol Buffers of proto/kith/api/v1.
//
// Errors: bytes that are no such message throw WireError; nothing in them can end the program.

import Foundation

/// A value of the api. Two are equal when every field is, those that this version does not know too.
///
/// What prints one, a log for example, says what it is and nothing that is in it: notes of a person, a recovery code.
public protocol KithValue: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  init()
  /// Fields that a newer core has written and this version does not know: kept, and written again.
  var unknownFields: UnknownFields { get set }
  mutating func read(_ reader: inout WireReader) throws
  func write(_ writer: inout WireWriter)
}

extension KithValue {
  public var description: String { String(describing: Self.self) }
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The value that was written as these bytes, by any version.
  public init(bytes: some ContiguousBytes) throws {
    self.init()
    try bytes.withUnsafeBytes { buffer in
      var reader = WireReader(buffer)
      try read(&reader)
    }
  }

  /// The same value always gives the same bytes.
  public var bytes: Data { Data(written()) }

  func written() -> [UInt8] {
    // Room enough that a request with a passphrase is not moved while it grows: what it leaves behind nobody wipes.
    var writer = WireWriter(reserving: 1024)
    write(&writer)
    return writer.bytes
  }
}

/// Fields as they came, one after the other, each with its number.
public struct UnknownFields: Sendable, Hashable {
  var bytes: [UInt8] = []

  public init() {}
  public var isEmpty: Bool { bytes.isEmpty }
}

/// Why bytes are no message.
public enum WireError: Error, Sendable, Hashable {
  case truncated
  case badVarint
  case badTag
  case badText
  case tooDeep
}
