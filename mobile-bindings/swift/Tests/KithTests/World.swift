// What the tests of the core need: a folder that goes, a core whose objects are counted at the end, a relay.

import Foundation
import Testing

@testable import Kith

let passphrase = Secret("a passphrase for the tests only")

/// Every test that uses the core. One after the other, because what lives is counted for the whole process.
@Suite(.serialized, .timeLimit(.minutes(2))) struct Core {}

/// Runs it with a core and a folder of its own. Afterwards nothing of the core may live.
func withCore(
  isolation: isolated (any Actor)? = #isolation, _ use: (Kith, URL) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kith-swift-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await use(Kith(), folder)
  try await expectNothingLives()
}

/// The last thing goes on a thread of the core, a moment after whoever waited for it was told.
func expectNothingLives() async throws {
  for _ in 0..<200 where Kith.liveObjects > 0 { try await Task.sleep(for: .milliseconds(10)) }
  #expect(Kith.liveObjects == 0)
}

extension Kith {
  /// A vault whose passphrase is cheap to try.
  func vault(in folder: URL) throws -> Vault { try vault(at: Vault.Place(folder: folder, cost: .smallPhone)) }

  /// One that is open, of somebody of that name.
  func newVault(of name: String, in folder: URL) async throws -> Vault {
    let vault = try vault(in: folder.appendingPathComponent(name))
    try await vault.create(passphrase: passphrase, name: name)
    return vault
  }
}

/// How many file locks this process holds.
func locksHeld() throws -> Int {
  let own = " \(ProcessInfo.processInfo.processIdentifier) "
  return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").filter { $0.contains(own) }.count
}

/// The core says of `call` that code; anything else is a failure of the test.
func expectError(_ code: ErrorCode, _ call: () async throws -> Void, at place: SourceLocation = #_sourceLocation) async {
  do {
    try await call()
    Issue.record("nothing was wrong, not \(code)", sourceLocation: place)
  } catch let error as KithError where error.code == code {
  } catch {
    Issue.record("\(error), not \(code)", sourceLocation: place)
  }
}

/// A real relay over a folder, on an address of its own. Whoever begins it stops it: Swift may let an object go, and
/// the process with it, as soon as nothing more is asked of it.
final class Relay {
  private let program: String
  private let folder: URL
  private var process: Process?
  private(set) var address = "127.0.0.1:0"

  init(in folder: URL) throws {
    program = try #require(Environment.value("KITH_RELAY_PROGRAM"), "kith-relay; run ./check")
    self.folder = folder.appendingPathComponent("relay")
    try start()
  }

  deinit { stop() }

  var certificate: String {
    get throws { try String(contentsOf: folder.appendingPathComponent("ca.pem"), encoding: .utf8) }
  }

  /// Again at the same address, once it was stopped.
  func start() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--dev", "--data", folder.path, "--listen", address]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = process
    var line = Data()
    while !line.contains(UInt8(ascii: "\n")) {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "kith-relay says where it serves")
      line += more
    }
    let said = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
    address = try #require(said.components(separatedBy: "serving ").dropFirst().first, "\(said)")
  }

  /// It holds its connections and answers nobody, until `wake`.
  func freeze() throws {
    let id = try #require(process?.processIdentifier)
    kill(id, SIGSTOP)
    for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task") {
      let state = "/proc/\(id)/task/\(thread)/stat"
      while try !String(contentsOfFile: state, encoding: .utf8).contains(") T ") { usleep(1000) }
    }
  }
  func wake() { if let process { kill(process.processIdentifier, SIGCONT) } }

  /// A copy of what it has. It is stopped for that.
  func keep(_ copy: URL) throws {
    stop()
    // A relay that was killed leaves the socket of its operator there, which nothing can copy.
    try FileManager.default.removeItem(at: folder.appendingPathComponent("control.sock"))
    try FileManager.default.copyItem(at: folder, to: copy)
    try start()
  }

  /// The copy in the place of what it has by now: what a relay does that lies.
  func putBack(_ copy: URL) throws {
    stop()
    try FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(at: copy, to: folder)
    try start()
  }

  func stop() {
    if let process { kill(process.processIdentifier, SIGKILL) }  // it must be able to take that, and ends at once
    process?.waitUntilExit()
    process = nil
  }
}
