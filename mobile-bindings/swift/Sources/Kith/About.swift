// What can be asked of the core without a vault: its version, its words, the facts it can keep.

import CKith

extension Kith {
  /// "0.1.0"
  public static var version: String { String(cString: kith_version()) }

  /// "grpc", "deadline", "live": whether this build can do it.
  public static func has(feature: String) -> Bool { kith_has_feature(feature) == 1 }

  /// Handles and calls that are not over, of the whole process: 0 at the end of every test.
  public static var liveObjects: UInt64 { kith_live_objects() }

  /// Every word that a person meets, with a sentence.
  public static func words() throws -> Vocabulary { try about(KITH_ABOUT_WORDS) }

  /// The facts that can be kept, with their fields.
  public static func facts() throws -> FactDictionary { try about(KITH_ABOUT_FACTS) }

  /// The fields of a noun: profile, person, relationship and others.
  public static func fields(of noun: String) throws -> KindDescription { try about(KITH_ABOUT_FIELDS, noun) }

  private static func about<Value: KithValue>(_ what: Int32, _ noun: String = "") throws -> Value {
    var answer = kith_buf()
    defer { kith_buf_free(&answer) }
    try lend(noun) { slice in try KithError.check { kith_about(what, slice, &answer, $0) } }
    return try Value(bytes: kith_slice(data: answer.data, size: answer.size).copied)
  }
}
