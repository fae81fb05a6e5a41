// A stand-in for what the app uses of VisionKit; see SwiftUI.swift.

import UIKit

public struct VNBarcodeSymbology: Hashable, Sendable {
  public static let qr = VNBarcodeSymbology()
}

public enum RecognizedItem: Sendable {
  public struct Barcode: Sendable {
    public let payloadStringValue: String?
  }
  case barcode(Barcode)
}

@MainActor public protocol DataScannerViewControllerDelegate: AnyObject {
  func dataScanner(_ dataScanner: DataScannerViewController, didAdd addedItems: [RecognizedItem], allItems: [RecognizedItem])
}

@MainActor public final class DataScannerViewController: UIViewController {
  public struct RecognizedDataType: Hashable, Sendable {
    public static func barcode(symbologies: [VNBarcodeSymbology]) -> RecognizedDataType { RecognizedDataType() }
  }
  public init(recognizedDataTypes: Set<RecognizedDataType>) { super.init() }
  public weak var delegate: (any DataScannerViewControllerDelegate)?
  public func startScanning() throws {}
  public func stopScanning() {}
}
