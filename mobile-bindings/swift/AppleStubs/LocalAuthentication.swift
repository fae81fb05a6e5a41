// A stand-in for what KithApple uses of LocalAuthentication; see Security.swift.

open class LAContext {
  public init() {}
  open var localizedReason = ""
}
