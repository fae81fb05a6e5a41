// A stand-in for what KithApple uses of Security: `check` compiles it, so that a machine without Apple's systems finds
// what does not hold together. It does nothing, and what it says of Apple's types is from their documentation.

import Foundation

public typealias OSStatus = Int32
public typealias CFTypeRef = AnyObject
public typealias CFDictionary = [String: Any]
public final class SecAccessControl {}
public struct SecAccessControlCreateFlags: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let biometryCurrentSet = SecAccessControlCreateFlags(rawValue: 8)
}

public let errSecSuccess: OSStatus = 0
public let errSecParam: OSStatus = -50
public let errSecUserCanceled: OSStatus = -128
public let errSecItemNotFound: OSStatus = -25300
public let errSecInvalidData: OSStatus = -67673

public let kSecClass = "class", kSecClassGenericPassword = "genp", kSecAttrService = "svce", kSecAttrAccount = "acct"
public let kSecValueData = "v_Data", kSecReturnData = "r_Data", kSecUseDataProtectionKeychain = "nleg"
public let kSecAttrAccessible = "pdmn", kSecAttrAccessibleWhenUnlockedThisDeviceOnly = "aku"
public let kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly = "cku"
public let kSecAttrAccessControl = "accc", kSecUseAuthenticationContext = "u_AuthCtx"

public func SecItemAdd(_ item: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { 0 }
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { 0 }
@discardableResult
public func SecItemDelete(_ query: CFDictionary) -> OSStatus { 0 }
public func SecAccessControlCreateWithFlags(
  _ allocator: AnyObject?, _ protection: Any, _ flags: SecAccessControlCreateFlags, _ error: AnyObject?
) -> SecAccessControl? { nil }
