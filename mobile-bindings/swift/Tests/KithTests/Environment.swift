// What `check` says to the tests by the environment: where files and programs are.

import Foundation
import Testing

enum Environment {
  static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  /// The text of the file that the variable names.
  static func text(of name: String) throws -> String {
    let path = try #require(value(name), "\(name) names a file; run ./check")
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
