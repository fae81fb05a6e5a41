// What the core says of a call that did not succeed. KithError, which carries it, is made of the list of codes.

import CKith
import Foundation

/// What the core said of an error.
public struct Failure: Sendable, Hashable {
  public let code: ErrorCode
  /// For a person, in English: it may name people.
  public let message: String
  /// The same for an app that speaks another language: `sentence.text(in: catalogue)`.
  public let sentence: Sentence
  /// What a person can do about it, one after the other. The app says each in its own words.
  public let next: [Next]
  /// The name of the code, for a log: "STORE_LOCKED". A core may know names that this package does not.
  public let name: String

  init(_ status: kith_status, _ error: OpaquePointer? = nil) {
    code = ErrorCode(rawValue: status)
    guard let error else {
      (message, next, name) = (code.description, [], code.description)
      sentence = Sentence(english: message)
      return
    }
    name = String(cString: kith_error_message(error))
    let detail = try? ErrorDetail(bytes: kith_error_detail(error).copied)
    message = detail.flatMap { $0.message.isEmpty ? nil : $0.message } ?? name
    sentence = detail?.sentence ?? Sentence(english: message)
    next = detail?.next ?? []
  }
}

extension KithError {
  init(_ status: kith_status, _ error: OpaquePointer? = nil) { self.init(Failure(status, error)) }

  /// Nil for success.
  static func of(_ status: kith_status, _ error: OpaquePointer? = nil) -> KithError? {
    status == KITH_STATUS_OK ? nil : KithError(status, error)
  }

  /// Runs a function of the core that reports by status and error, and frees the error.
  static func check(_ call: (UnsafeMutablePointer<OpaquePointer?>) -> kith_status) throws {
    var error: OpaquePointer?
    let status = call(&error)
    defer { kith_error_free(error) }
    if let failure = of(status, error) { throw failure }
  }

  public var code: ErrorCode {
    if case .other(let code, _) = self { return ErrorCode(rawValue: code) }
    return failure?.code ?? .unspecifiedError
  }

  /// What a person can do about it, one after the other.
  public var next: [Next] { failure?.next ?? [] }

  /// What a person reads, for an app that speaks another language: `sentence.text(in: catalogue)`.
  public var sentence: Sentence { failure?.sentence ?? Sentence(english: errorDescription ?? "") }
}

extension KithError: LocalizedError {
  public var errorDescription: String? {
    if case .other(_, let message) = self { return message }
    return failure?.message
  }
}
