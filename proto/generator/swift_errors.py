"""KithError in Swift: a case for every error code."""
import codes
from swift_words import name


def error(enum):
    values = [value for value in enum.values if value.number]
    cases = "".join(f"  case {name(value.name)}(Failure)\n" for value in values)
    made = "".join(f"    case {value.number}: self = .{name(value.name)}(failure)\n" for value in values)
    told = "".join(f"    case .{name(value.name)}(let failure): failure\n" for value in values)
    again = "".join(f"    case .{name(each)}: true\n" for each in codes.transient(enum))
    return f"""/// Why something did not happen. Cases are matched by name (`catch KithError.offline`); each carries what the core
/// said of it. A core that is newer than this package may have codes without a case: those are `other`.
public enum KithError: Error, Sendable, Hashable {{
{cases}  case other(code: Int32, message: String)

  init(_ failure: Failure) {{
    switch failure.code.rawValue {{
{made}    default: self = .other(code: failure.code.rawValue, message: failure.message)
    }}
  }}

  /// What the core said; nil for a code that this version does not know.
  public var failure: Failure? {{
    switch self {{
{told}    case .other: nil
    }}
  }}

  /// The same call may succeed later without the caller changing anything.
  public var isRetryable: Bool {{
    switch self {{
{again}    default: false
    }}
  }}
}}
"""
