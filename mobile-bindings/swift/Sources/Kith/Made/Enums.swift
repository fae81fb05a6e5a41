// Made by proto/generator/swift_values.py of proto/kith/api/v1; not to be changed by hand.
// Numbers with names, and the error that carries one.

import Foundation

/// The same numbers and names as core/base/codes.def; a test compares the two.
public struct ErrorCode: OpenEnum, CustomStringConvertible {
  public var rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static var unspecifiedError: Self { Self(rawValue: 0) }
  public static var invalidArgument: Self { Self(rawValue: 1) }
  public static var notFound: Self { Self(rawValue: 2) }
  public static var alreadyExists: Self { Self(rawValue: 3) }
  public static var closed: Self { Self(rawValue: 4) }
  public static var cancelled: Self { Self(rawValue: 5) }
  public static var unsupported: Self { Self(rawValue: 6) }
  public static var ambiguous: Self { Self(rawValue: 7) }
  public static var storeLocked: Self { Self(rawValue: 10) }
  public static var storeCorrupt: Self { Self(rawValue: 11) }
  public static var storeTooNew: Self { Self(rawValue: 12) }
  public static var storeTooOld: Self { Self(rawValue: 13) }
  public static var storeIo: Self { Self(rawValue: 14) }
  public static var storeInUse: Self { Self(rawValue: 15) }
  public static var noSpace: Self { Self(rawValue: 16) }
  public static var vaultLocked: Self { Self(rawValue: 17) }
  public static var storeRolledBack: Self { Self(rawValue: 18) }
  public static var vaultSuspended: Self { Self(rawValue: 19) }
  public static var offline: Self { Self(rawValue: 20) }
  public static var timeout: Self { Self(rawValue: 21) }
  public static var conflict: Self { Self(rawValue: 22) }
  public static var rateLimited: Self { Self(rawValue: 23) }
  public static var unauthenticated: Self { Self(rawValue: 24) }
  public static var permissionDenied: Self { Self(rawValue: 25) }
  public static var malformed: Self { Self(rawValue: 26) }
  public static var tooLarge: Self { Self(rawValue: 27) }
  public static var truncated: Self { Self(rawValue: 28) }
  public static var quotaExceeded: Self { Self(rawValue: 29) }
  public static var badCiphertext: Self { Self(rawValue: 30) }
  public static var badSignature: Self { Self(rawValue: 31) }
  public static var unverifiedKey: Self { Self(rawValue: 32) }
  public static var keyChanged: Self { Self(rawValue: 33) }
  public static var weakKey: Self { Self(rawValue: 34) }
  public static var kdfBelowFloor: Self { Self(rawValue: 35) }
  public static var kdfAboveCeiling: Self { Self(rawValue: 36) }
  public static var wrongContext: Self { Self(rawValue: 37) }
  public static var wrongType: Self { Self(rawValue: 38) }
  public static var unknownSuite: Self { Self(rawValue: 40) }
  public static var downgrade: Self { Self(rawValue: 41) }
  public static var replay: Self { Self(rawValue: 50) }
  public static var gap: Self { Self(rawValue: 51) }
  public static var rollback: Self { Self(rawValue: 52) }
  public static var fork: Self { Self(rawValue: 53) }
  public static var stale: Self { Self(rawValue: 54) }
  public static var unknownDevice: Self { Self(rawValue: 55) }
  public static var revokedDevice: Self { Self(rawValue: 56) }
  public static var wrongEpoch: Self { Self(rawValue: 57) }
  public static var badMembership: Self { Self(rawValue: 58) }
  public static var clonedDevice: Self { Self(rawValue: 59) }
  public static var upgradeNeeded: Self { Self(rawValue: 60) }
  public static var storeReadOnly: Self { Self(rawValue: 70) }
  public static var relayUntrusted: Self { Self(rawValue: 80) }
  public static var outOfMemory: Self { Self(rawValue: 100) }
  public static var `internal`: Self { Self(rawValue: 101) }

  public var description: String {
    switch rawValue {
    case 0: "UNSPECIFIED_ERROR"
    case 1: "INVALID_ARGUMENT"
    case 2: "NOT_FOUND"
    case 3: "ALREADY_EXISTS"
    case 4: "CLOSED"
    case 5: "CANCELLED"
    case 6: "UNSUPPORTED"
    case 7: "AMBIGUOUS"
    case 10: "STORE_LOCKED"
    case 11: "STORE_CORRUPT"
    case 12: "STORE_TOO_NEW"
    case 13: "STORE_TOO_OLD"
    case 14: "STORE_IO"
    case 15: "STORE_IN_USE"
    case 16: "NO_SPACE"
    case 17: "VAULT_LOCKED"
    case 18: "STORE_ROLLED_BACK"
    case 19: "VAULT_SUSPENDED"
    case 20: "OFFLINE"
    case 21: "TIMEOUT"
    case 22: "CONFLICT"
    case 23: "RATE_LIMITED"
    case 24: "UNAUTHENTICATED"
    case 25: "PERMISSION_DENIED"
    case 26: "MALFORMED"
    case 27: "TOO_LARGE"
    case 28: "TRUNCATED"
    case 29: "QUOTA_EXCEEDED"
    case 30: "BAD_CIPHERTEXT"
    case 31: "BAD_SIGNATURE"
    case 32: "UNVERIFIED_KEY"
    case 33: "KEY_CHANGED"
    case 34: "WEAK_KEY"
    case 35: "KDF_BELOW_FLOOR"
    case 36: "KDF_ABOVE_CEILING"
    case 37: "WRONG_CONTEXT"
    case 38: "WRONG_TYPE"
    case 40: "UNKNOWN_SUITE"
    case 41: "DOWNGRADE"
    case 50: "REPLAY"
    case 51: "GAP"
    case 52: "ROLLBACK"
    case 53: "FORK"
    case 54: "STALE"
    case 55: "UNKNOWN_DEVICE"
    case 56: "REVOKED_DEVICE"
    case 57: "WRONG_EPOCH"
    case 58: "BAD_MEMBERSHIP"
    case 59: "CLONED_DEVICE"
    case 60: "UPGRADE_NEEDED"
    case 70: "STORE_READ_ONLY"
    case 80: "RELAY_UNTRUSTED"
    case 100: "OUT_OF_MEMORY"
    case 101: "INTERNAL"
    default: "\(rawValue)"
    }
  }
}

/// Why something did not happen. Cases are matched by name (`catch KithError.offline`); each carries what the core
/// said of it. A core that is newer than this package may have codes without a case: those are `other`.
public enum KithError: Error, Sendable, Hashable {
  case invalidArgument(Failure)
  case notFound(Failure)
  case alreadyExists(Failure)
  case closed(Failure)
  case cancelled(Failure)
  case unsupported(Failure)
  case ambiguous(Failure)
  case storeLocked(Failure)
  case storeCorrupt(Failure)
  case storeTooNew(Failure)
  case storeTooOld(Failure)
  case storeIo(Failure)
  case storeInUse(Failure)
  case noSpace(Failure)
  case vaultLocked(Failure)
  case storeRolledBack(Failure)
  case vaultSuspended(Failure)
  case offline(Failure)
  case timeout(Failure)
  case conflict(Failure)
  case rateLimited(Failure)
  case unauthenticated(Failure)
  case permissionDenied(Failure)
  case malformed(Failure)
  case tooLarge(Failure)
  case truncated(Failure)
  case quotaExceeded(Failure)
  case badCiphertext(Failure)
  case badSignature(Failure)
  case unverifiedKey(Failure)
  case keyChanged(Failure)
  case weakKey(Failure)
  case kdfBelowFloor(Failure)
  case kdfAboveCeiling(Failure)
  case wrongContext(Failure)
  case wrongType(Failure)
  case unknownSuite(Failure)
  case downgrade(Failure)
  case replay(Failure)
  case gap(Failure)
  case rollback(Failure)
  case fork(Failure)
  case stale(Failure)
  case unknownDevice(Failure)
  case revokedDevice(Failure)
  case wrongEpoch(Failure)
  case badMembership(Failure)
  case clonedDevice(Failure)
  case upgradeNeeded(Failure)
  case storeReadOnly(Failure)
  case relayUntrusted(Failure)
  case outOfMemory(Failure)
  case `internal`(Failure)
  case other(code: Int32, message: String)

  init(_ failure: Failure) {
    switch failure.code.rawValue {
    case 1: self = .invalidArgument(failure)
    case 2: self = .notFound(failure)
    case 3: self = .alreadyExists(failure)
    case 4: self = .closed(failure)
    case 5: self = .cancelled(failure)
    case 6: self = .unsupported(failure)
    case 7: self = .ambiguous(failure)
    case 10: self = .storeLocked(failure)
    case 11: self = .storeCorrupt(failure)
    case 12: self = .storeTooNew(failure)
    case 13: self = .storeTooOld(failure)
    case 14: self = .storeIo(failure)
    case 15: self = .storeInUse(failure)
    case 16: self = .noSpace(failure)
    case 17: self = .vaultLocked(failure)
    case 18: self = .storeRolledBack(failure)
    case 19: self = .vaultSuspended(failure)
    case 20: self = .offline(failure)
    case 21: self = .timeout(failure)
    case 22: self = .conflict(failure)
    case 23: self = .rateLimited(failure)
    case 24: self = .unauthenticated(failure)
    case 25: self = .permissionDenied(failure)
    case 26: self = .malformed(failure)
    case 27: self = .tooLarge(failure)
    case 28: self = .truncated(failure)
    case 29: self = .quotaExceeded(failure)
    case 30: self = .badCiphertext(failure)
    case 31: self = .badSignature(failure)
    case 32: self = .unverifiedKey(failure)
    case 33: self = .keyChanged(failure)
    case 34: self = .weakKey(failure)
    case 35: self = .kdfBelowFloor(failure)
    case 36: self = .kdfAboveCeiling(failure)
    case 37: self = .wrongContext(failure)
    case 38: self = .wrongType(failure)
    case 40: self = .unknownSuite(failure)
    case 41: self = .downgrade(failure)
    case 50: self = .replay(failure)
    case 51: self = .gap(failure)
    case 52: self = .rollback(failure)
    case 53: self = .fork(failure)
    case 54: self = .stale(failure)
    case 55: self = .unknownDevice(failure)
    case 56: self = .revokedDevice(failure)
    case 57: self = .wrongEpoch(failure)
    case 58: self = .badMembership(failure)
    case 59: self = .clonedDevice(failure)
    case 60: self = .upgradeNeeded(failure)
    case 70: self = .storeReadOnly(failure)
    case 80: self = .relayUntrusted(failure)
    case 100: self = .outOfMemory(failure)
    case 101: self = .`internal`(failure)
    default: self = .other(code: failure.code.rawValue, message: failure.message)
    }
  }

  /// What the core said; nil for a code that this version does not know.
  public var failure: Failure? {
    switch self {
    case .invalidArgument(let failure): failure
    case .notFound(let failure): failure
    case .alreadyExists(let failure): failure
    case .closed(let failure): failure
    case .cancelled(let failure): failure
    case .unsupported(let failure): failure
    case .ambiguous(let failure): failure
    case .storeLocked(let failure): failure
    case .storeCorrupt(let failure): failure
    case .storeTooNew(let failure): failure
    case .storeTooOld(let failure): failure
    case .storeIo(let failure): failure
    case .storeInUse(let failure): failure
    case .noSpace(let failure): failure
    case .vaultLocked(let failure): failure
    case .storeRolledBack(let failure): failure
    case .vaultSuspended(let failure): failure
    case .offline(let failure): failure
    case .timeout(let failure): failure
    case .conflict(let failure): failure
    case .rateLimited(let failure): failure
    case .unauthenticated(let failure): failure
    case .permissionDenied(let failure): failure
    case .malformed(let failure): failure
    case .tooLarge(let failure): failure
    case .truncated(let failure): failure
    case .quotaExceeded(let failure): failure
    case .badCiphertext(let failure): failure
    case .badSignature(let failure): failure
    case .unverifiedKey(let failure): failure
    case .keyChanged(let failure): failure
    case .weakKey(let failure): failure
    case .kdfBelowFloor(let failure): failure
    case .kdfAboveCeiling(let failure): failure
    case .wrongContext(let failure): failure
    case .wrongType(let failure): failure
    case .unknownSuite(let failure): failure
    case .downgrade(let failure): failure
    case .replay(let failure): failure
    case .gap(let failure): failure
    case .rollback(let failure): failure
    case .fork(let failure): failure
    case .stale(let failure): failure
    case .unknownDevice(let failure): failure
    case .revokedDevice(let failure): failure
    case .wrongEpoch(let failure): failure
    case .badMembership(let failure): failure
    case .clonedDevice(let failure): failure
    case .upgradeNeeded(let failure): failure
    case .storeReadOnly(let failure): failure
    case .relayUntrusted(let failure): failure
    case .outOfMemory(let failure): failure
    case .`internal`(let failure): failure
    case .other: nil
    }
  }

  /// The same call may succeed later without the caller changing anything.
  public var isRetryable: Bool {
    switch self {
    case .storeInUse: true
    case .noSpace: true
    case .vaultSuspended: true
    case .offline: true
    case .timeout: true
    case .conflict: true
    case .rateLimited: true
    case .unauthenticated: true
    case .quotaExceeded: true
    case .relayUntrusted: true
    case .outOfMemory: true
    default: false
    }
  }
}
