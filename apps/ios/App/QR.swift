// A text as a QR, and a camera that reads one.

import CoreImage
import SwiftUI
import VisionKit

struct QRPicture: View {
  let text: String

  var body: some View {
    if let image { Image(decorative: image, scale: 1).interpolation(.none).resizable().scaledToFit() }
  }

  private var image: CGImage? {
    let filter = CIFilter(name: "CIQRCodeGenerator")
    filter?.setValue(Data(text.utf8), forKey: "inputMessage")
    guard let made = filter?.outputImage else { return nil }
    return CIContext().createCGImage(made, from: made.extent)
  }
}

/// Wants NSCameraUsageDescription in Info.plist. Where there is no camera the code is typed.
struct QRScanner: UIViewControllerRepresentable {
  let seen: @MainActor (String) -> Void

  func makeUIViewController(context: Context) -> DataScannerViewController {
    let scanner = DataScannerViewController(recognizedDataTypes: [.barcode(symbologies: [.qr])])
    scanner.delegate = context.coordinator
    try? scanner.startScanning()  // refused without a camera: the sheet stays empty
    return scanner
  }

  func updateUIViewController(_ scanner: DataScannerViewController, context: Context) {}

  func makeCoordinator() -> Coordinator { Coordinator(seen: seen) }

  @MainActor final class Coordinator: DataScannerViewControllerDelegate {
    private let seen: @MainActor (String) -> Void

    init(seen: @escaping @MainActor (String) -> Void) { self.seen = seen }

    func dataScanner(_ scanner: DataScannerViewController, didAdd added: [RecognizedItem], allItems: [RecognizedItem]) {
      for case .barcode(let code) in added {
        guard let text = code.payloadStringValue else { continue }
        scanner.stopScanning()
        seen(text)
        return
      }
    }
  }
}
