// A stand-in for what the app uses of CoreImage; see SwiftUI.swift.

import Foundation

public final class CGImage {}

public final class CIImage {
  public var extent: CGRect { .zero }
}

open class CIFilter {
  public init?(name: String) {}
  open func setValue(_ value: Any?, forKey key: String) {}
  open var outputImage: CIImage? { nil }
}

public final class CIContext {
  public init() {}
  public func createCGImage(_ image: CIImage, from area: CGRect) -> CGImage? { nil }
}
