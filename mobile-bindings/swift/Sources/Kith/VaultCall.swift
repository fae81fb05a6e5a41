// The one door: every method of Made/Methods.swift is one of these calls.
//
// Errors: those of Operation.swift; WireError when a result cannot be read.

import CKith

extension Vault {
  func call(_ method: UInt32) async throws { _ = try await send(method, []) }

  func call<Reply: KithValue>(_ method: UInt32) async throws -> Reply { try Reply(bytes: await send(method, [])) }

  func call(_ method: UInt32, _ request: some KithValue) async throws { _ = try await send(method, request.written()) }

  func call<Reply: KithValue>(_ method: UInt32, _ request: some KithValue) async throws -> Reply {
    try Reply(bytes: await send(method, request.written()))
  }

  /// A request may hold a passphrase: its bytes are wiped as soon as the core has its copy.
  private func send(_ method: UInt32, _ request: consuming [UInt8]) async throws -> [UInt8] {
    var bytes = request
    return try await kith.run(keeping: self) { op, done, context in
      lendAndWipe(&bytes) { kith_call(raw, op, method, $0, done, context) }
    }
  }
}
