// A number with names. A newer core may send one that has no name here: it is kept and equals only itself.

public protocol OpenEnum: RawRepresentable, Sendable, Hashable where RawValue == Int32 {
  init(rawValue: Int32)
}

extension OpenEnum {
  /// As it is written: a number below zero fills ten bytes.
  var wide: UInt64 { UInt64(bitPattern: Int64(rawValue)) }
}
