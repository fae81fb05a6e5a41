// Writes the fields of one message by their numbers: what is zero or absent takes no byte, what was not known comes
// last. The same value gives the same bytes as every other writer of the project.
//
// Threads: one at a time.
//
// @inline(never): 170 structs call these. Written out in each of them they make a release build take nearly twice as
// long and a quarter bigger.

import Foundation

/// Used by the structs of the api; there is nothing here for an app.
public struct WireWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving size: Int = 0) { bytes.reserveCapacity(size) }

  @inline(never) mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  @inline(never) private mutating func key(_ number: UInt32, _ wire: UInt32) { varint(UInt64(number << 3 | wire)) }

  @inline(never) private mutating func run(_ number: UInt32, _ raw: some Collection<UInt8>) {
    key(number, 2)
    varint(UInt64(raw.count))
    bytes.append(contentsOf: raw)
  }

  /// A run whose length is known once it is written: it is put in before it.
  @inline(never) private mutating func run(_ number: UInt32, _ body: (inout WireWriter) -> Void) {
    key(number, 2)
    let begin = bytes.count
    body(&self)
    var length = WireWriter()
    length.varint(UInt64(bytes.count - begin))
    bytes.insert(contentsOf: length.bytes, at: begin)
  }

  @inline(never) mutating func string(_ number: UInt32, _ value: String) { if !value.isEmpty { run(number, value.utf8) } }
  @inline(never) mutating func string(_ number: UInt32, _ value: String?) { if let value { run(number, value.utf8) } }
  @inline(never) mutating func strings(_ number: UInt32, _ values: [String]) { for value in values { run(number, value.utf8) } }

  @inline(never) mutating func data(_ number: UInt32, _ value: Data) { if !value.isEmpty { run(number, value) } }
  @inline(never) mutating func data(_ number: UInt32, _ value: Data?) { if let value { run(number, value) } }
  @inline(never) mutating func datas(_ number: UInt32, _ values: [Data]) { for value in values { run(number, value) } }

  @inline(never) mutating func bool(_ number: UInt32, _ value: Bool) { if value { field(number, UInt64(1)) } }
  @inline(never) mutating func bool(_ number: UInt32, _ value: Bool?) { if let value { field(number, UInt64(value ? 1 : 0)) } }
  @inline(never) mutating func bools(_ number: UInt32, _ values: [Bool]) { list(number, values) { $0.varint($1 ? 1 : 0) } }

  @inline(never) mutating func uint32(_ number: UInt32, _ value: UInt32) { if value != 0 { field(number, UInt64(value)) } }
  @inline(never) mutating func uint32(_ number: UInt32, _ value: UInt32?) { if let value { field(number, UInt64(value)) } }
  @inline(never) mutating func uint32s(_ number: UInt32, _ values: [UInt32]) { list(number, values) { $0.varint(UInt64($1)) } }

  @inline(never) mutating func number<E: OpenEnum>(_ number: UInt32, _ value: E) {
    if value.rawValue != 0 { field(number, value.wide) }
  }
  @inline(never) mutating func number<E: OpenEnum>(_ number: UInt32, _ value: E?) { if let value { field(number, value.wide) } }
  @inline(never) mutating func numbers<E: OpenEnum>(_ number: UInt32, _ values: [E]) { list(number, values) { $0.varint($1.wide) } }

  /// Minus zero is not the zero that takes no byte.
  @inline(never) mutating func double(_ number: UInt32, _ value: Double) { if value.bitPattern != 0 { field(number, value) } }
  @inline(never) mutating func double(_ number: UInt32, _ value: Double?) { if let value { field(number, value) } }
  @inline(never) mutating func doubles(_ number: UInt32, _ values: [Double]) { list(number, values) { $0.eight($1) } }

  @inline(never) mutating func message<M: KithValue>(_ number: UInt32, _ value: M?) {
    if let value { run(number) { value.write(&$0) } }
  }
  @inline(never) mutating func messages<M: KithValue>(_ number: UInt32, _ values: [M]) {
    for value in values { run(number) { value.write(&$0) } }
  }

  @inline(never) mutating func unknown(_ fields: UnknownFields) { bytes.append(contentsOf: fields.bytes) }

  @inline(never) private mutating func field(_ number: UInt32, _ value: UInt64) {
    key(number, 0)
    varint(value)
  }

  @inline(never) private mutating func field(_ number: UInt32, _ value: Double) {
    key(number, 1)
    eight(value)
  }

  @inline(never) private mutating func eight(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  @inline(never) private mutating func list<T>(_ number: UInt32, _ values: [T], _ one: (inout WireWriter, T) -> Void) {
    guard !values.isEmpty else { return }
    run(number) { writer in for value in values { one(&writer, value) } }
  }
}
