// Readers and writers: the golden messages of tests/bindings, 10,000 random ones, and bytes that are no message.

import Foundation
import Testing

@testable import Kith

private func hex(_ text: Substring) -> [UInt8] {
  let digits = text.filter { $0 != " " }.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

private func rewritten(_ type: any KithValue.Type, _ bytes: [UInt8]) throws -> [UInt8] {
  try type.init(bytes: bytes).written()
}

@Suite struct Wire {
  @Test func goldenMessages() throws {
    var lines = 0
    for line in try Environment.text(of: "KITH_GOLDEN").split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      let (told, written) = (parts[2].prefix { $0 != "-" }, parts[2].split(separator: "->", omittingEmptySubsequences: false))
      let type = try #require(everyValue[String(parts[1])], "\(line)")
      if parts[0] == "bad" {
        #expect(throws: WireError.self, "\(line)") { try type.init(bytes: hex(told)) }
      } else {
        #expect(try rewritten(type, hex(told)) == hex(written.last ?? ""), "\(line)")
      }
      lines += 1
    }
    #expect(lines > 30)
  }

  @Test func randomMessages() throws {
    var lines = 0
    for line in try Environment.text(of: "KITH_VECTORS").split(separator: "\n") {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      if parts[0] == "Empty" { continue }
      let type = try #require(everyValue[String(parts[0])], "\(line)")
      let bytes = [UInt8](try #require(Data(base64Encoded: String(parts[1]))))
      guard try rewritten(type, bytes) == bytes else {
        Issue.record("\(line)")
        continue
      }
      lines += 1
    }
    #expect(lines > 9_900)
  }

  @Test func everyFieldByItsName() throws {
    let next = try Next(bytes: hex("0832 120161"))
    #expect(next.step == .sync && next.step.description == "SYNC" && next.values == ["a"])
    let error = try ErrorDetail(bytes: hex("080a 12024e6f 1a020801"))
    #expect(error.code == .storeLocked && error.message == "No" && error.next.map(\.step) == [.vaultMake])
    let field = try FactField(bytes: hex("0a016e 1200 120162 1a0174"))
    #expect(field == FactField(name: "n", values: ["", "b"], text: "t"))
    let edit = try PersonEditRequest(bytes: hex("0a044e6f6f72 1200 1801 4202c3a9"))
    #expect(edit == PersonEditRequest(person: "Noor", name: "", setEmails: true, note: "é"))
    #expect(edit.birthday == nil && edit.name == "")
    #expect(try Measure(bytes: hex("0a0164 19000000000000e03f")) == Measure(code: "d", value: 0.5))
    let seal = try CompareSealRequest(bytes: hex("0a0449 6c7365 2000"))
    #expect(seal.with == "Ilse" && seal.useful == 0 && CompareSealRequest().useful == nil)
    let alarm = try Alarm(bytes: hex("310000000000000080 60ac02 6a0801ac02ffffffff0f 7801 800101"))
    #expect(alarm.position == 0 && alarm.position.sign == .minus && alarm.more == 300)
    #expect(alarm.evidenceBytes == [1, 300, .max] && alarm.stopsSpace && alarm.wantsPassphrase)
    let changed = try AlarmChanged(bytes: hex("0a0131 1a06100232020834"))
    #expect(changed.id == "1" && changed.sync?.sent == 2 && changed.sync?.error?.code == .rollback)
    let status = try StatusResult(bytes: hex("1205546f6d6173 2001 810100008056febc7842 900101"))
    #expect(status.name == "Tomas" && status.persons == 1 && status.renewalNeeded)
    #expect(status.lastSyncMs == 1_700_000_000_000)
    #expect(try PersonImportRequest(bytes: hex("0a0200ff 12012a")) == PersonImportRequest(content: Data([0, 255]), pick: ["*"]))
    let unknown = try Changed(bytes: hex("0a0161 a206017a"))
    #expect(unknown.id == "a" && !unknown.unknownFields.isEmpty && unknown != Changed(id: "a"))
    let newer = try ErrorReply(bytes: hex("0a0308e707"))
    #expect(newer.error?.code == ErrorCode(rawValue: 999) && newer.error?.code.description == "999")
    #expect(try Next(bytes: hex("08ffffffffffffffffff01")).step.rawValue == -1)
  }

  @Test func aSentenceIsSaidInAnotherLanguage() {
    let entries = Sentence(id: "def", english: "entries")
    let said = Sentence(
      id: "abc", values: [Sentence(english: "3"), Sentence(english: "7 {0}"), entries],
      english: "3 of 7 {0} entries are missing")
    let german = ["abc": "Von {1} {2} fehlen {0}{3}, also {0} {x}", "def": "Einträgen"]
    #expect(said.text(in: german) == "Von 7 {0} Einträgen fehlen 3{3}, also 3 {x}")
    #expect(said.text(in: ["abc": "{2}: {0}"]) == "entries: 3")
    #expect(said.text(in: ["def": "Einträgen"]) == said.english)
    let two = Sentence(values: [entries, Sentence(english: "Two.")], english: "entries Two.")
    #expect(two.text(in: german) == "Einträgen Two.")
  }

  @Test func nobodyIsFollowedTooFar() throws {
    func groups(_ count: Int) -> [UInt8] {
      [hex("a306"), hex("a406")].flatMap { Array(repeating: $0, count: count).joined() }
    }
    #expect(try Changed(bytes: groups(100)).written() == groups(100))
    #expect(throws: WireError.tooDeep) { try Changed(bytes: groups(101)) }
    #expect(throws: WireError.tooDeep) { try Changed(bytes: groups(100_000)) }
    // A number of ten bytes has 64 bits and not one more.
    #expect(try ListRequest(bytes: hex("10ffffffffffffffffff01")).limit == .max)
    #expect(throws: WireError.badVarint) { try ListRequest(bytes: hex("10ffffffffffffffffff02")) }
    var reader = WireReader(UnsafeRawBufferPointer(start: nil, count: 0), depth: 100)
    #expect(throws: WireError.tooDeep) { let _: Changed = try reader.message() }
  }

  /// Whatever is cut off, added or changed: an error or a value, and never the end of the program.
  @Test func brokenBytesEndNothing() throws {
    var random = Steps(seed: 7)
    var refused = 0
    for line in try Environment.text(of: "KITH_VECTORS").split(separator: "\n").prefix(2_000) {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard let type = everyValue[String(parts[0])], var bytes = Data(base64Encoded: String(parts[1])).map([UInt8].init),
        !bytes.isEmpty
      else { continue }
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      bytes.removeLast(Int.random(in: 0...min(3, bytes.count), using: &random))
      do { _ = try type.init(bytes: bytes) } catch is WireError { refused += 1 }
    }
    #expect(refused > 500)
  }

  @Test func namesOfSwiftStaySwifts() {
    let error: any Error = KithError(3)
    #expect(error is KithError)
    #expect(Dictionary(grouping: [1, 2, 3], by: { $0 % 2 })[1] == [1, 3])
  }
}

/// The same numbers in every run.
private struct Steps: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
