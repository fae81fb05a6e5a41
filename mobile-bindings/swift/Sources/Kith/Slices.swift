// Bytes lent to the core for one call, and bytes it lends to us.

import CKith

extension kith_slice {
  /// A copy: what is lent is gone when the call that lent it returns.
  var copied: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: data, count: size)) }
}

/// `use` may not keep the slice.
func lend<R>(_ bytes: some ContiguousBytesLender, _ use: (kith_slice) throws -> R) rethrows -> R {
  try bytes.withLent { buffer in
    try use(kith_slice(data: buffer.bindMemory(to: UInt8.self).baseAddress, size: buffer.count))
  }
}

/// The same for bytes that nobody wants back: they are zeros afterwards.
func lendAndWipe<R>(_ bytes: inout [UInt8], _ use: (kith_slice) throws -> R) rethrows -> R {
  try bytes.withUnsafeMutableBytes { buffer in
    defer { wipe(buffer) }
    return try use(kith_slice(data: buffer.bindMemory(to: UInt8.self).baseAddress, size: buffer.count))
  }
}

/// What can be lent without being copied.
protocol ContiguousBytesLender {
  func withLent<R>(_ use: (UnsafeRawBufferPointer) throws -> R) rethrows -> R
}

extension [UInt8]: ContiguousBytesLender {
  func withLent<R>(_ use: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try withUnsafeBytes(use) }
}

extension String: ContiguousBytesLender {
  func withLent<R>(_ use: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try Array(utf8).withUnsafeBytes(use) }
}
