// Reads the fields of one message, one after the other. A generated struct asks for the next key (number and wire
// type in one), takes what it knows with the function for its kind, and gives everything else to keep().
//
// Threads: one at a time; it lives no longer than the bytes it was given.
// Errors:  WireError. Every length is looked at before a byte behind it is.
//
// @inline(never): 170 structs call these. Written out in each of them they make a release build take nearly twice as
// long and a quarter bigger.

import Foundation

/// Used by the structs of the api; there is nothing here for an app.
public struct WireReader {
  static let deepest = 100

  private let bytes: UnsafeRawBufferPointer
  private let depth: Int
  private var at = 0
  private var fieldBegin = 0

  init(_ bytes: UnsafeRawBufferPointer, depth: Int = 0) {
    self.bytes = bytes
    self.depth = depth
  }

  /// The key of the next field: its number times eight and its wire type. Nil at the end.
  @inline(never) mutating func key() throws -> UInt32? {
    guard at < bytes.count else { return nil }
    fieldBegin = at
    let key = try varint()
    guard key >> 3 != 0, let small = UInt32(exactly: key) else { throw WireError.badTag }
    return small
  }

  @inline(never) mutating func varint() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard at < bytes.count else { throw WireError.truncated }
      let byte = bytes[at]
      at += 1
      guard shift < 63 || byte < 2 else { break }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
    }
    throw WireError.badVarint
  }

  @inline(never) mutating func uint32() throws -> UInt32 { UInt32(truncatingIfNeeded: try varint()) }
  @inline(never) mutating func bool() throws -> Bool { try varint() != 0 }

  @inline(never) mutating func number<E: OpenEnum>(_: E.Type = E.self) throws -> E {
    E(rawValue: Int32(truncatingIfNeeded: try varint()))
  }

  @inline(never) mutating func double() throws -> Double {
    let eight = try take(8)
    return Double(bitPattern: UInt64(littleEndian: eight.loadUnaligned(as: UInt64.self)))
  }

  @inline(never) mutating func string() throws -> String {
    let raw = try run()
    let text = String(decoding: raw, as: UTF8.self)
    // What was no UTF-8 has been repaired, so it is no longer what came.
    guard text.utf8.elementsEqual(raw) else { throw WireError.badText }
    return text
  }

  @inline(never) mutating func data() throws -> Data { Data(try run()) }

  @inline(never) mutating func message<M: KithValue>(_: M.Type = M.self) throws -> M {
    var value = M()
    try merge(into: &value)
    return value
  }

  /// A message that comes in two pieces is both of them, the later over the earlier.
  @inline(never) mutating func merge<M: KithValue>(_ value: inout M?) throws {
    var whole = value ?? M()
    value = nil  // alone with its lists: each piece is added to them and copies none
    try merge(into: &whole)
    value = whole
  }

  @inline(never) private mutating func merge<M: KithValue>(into value: inout M) throws {
    guard depth < Self.deepest else { throw WireError.tooDeep }
    var inner = WireReader(try run(), depth: depth + 1)
    try value.read(&inner)
  }

  /// Values of a list that were written as one run.
  @inline(never) mutating func packed<T>(_ values: inout [T], _ one: (inout WireReader) throws -> T) throws {
    var inner = WireReader(try run(), depth: depth)
    while inner.at < inner.bytes.count { values.append(try one(&inner)) }
  }

  /// The field whose key was read last is one that the struct does not know.
  @inline(never) mutating func keep(_ key: UInt32, _ unknown: inout UnknownFields) throws {
    try skip(key, depth)
    unknown.bytes.append(contentsOf: bytes[fieldBegin..<at])
  }

  @inline(never) private mutating func skip(_ key: UInt32, _ depth: Int) throws {
    switch key & 7 {
    case 0: _ = try varint()
    case 1: _ = try take(8)
    case 2: _ = try run()
    case 3: try skipGroup(key >> 3, depth + 1)
    case 5: _ = try take(4)
    default: throw WireError.badTag
    }
  }

  /// Up to the end that has the number of the beginning. Nobody writes groups; whoever sends one is not followed far.
  @inline(never) private mutating func skipGroup(_ number: UInt32, _ depth: Int) throws {
    guard depth <= Self.deepest else { throw WireError.tooDeep }
    let begin = fieldBegin
    while let key = try self.key() {
      if key & 7 == 4 {
        guard key >> 3 == number else { throw WireError.badTag }
        fieldBegin = begin
        return
      }
      try skip(key, depth)
    }
    throw WireError.truncated
  }

  @inline(never) private mutating func run() throws -> UnsafeRawBufferPointer {
    let size = try varint()
    guard size <= UInt64(bytes.count - at) else { throw WireError.truncated }
    return try take(Int(size))
  }

  @inline(never) private mutating func take(_ size: Int) throws -> UnsafeRawBufferPointer {
    guard size <= bytes.count - at else { throw WireError.truncated }
    defer { at += size }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<at + size])
  }
}
