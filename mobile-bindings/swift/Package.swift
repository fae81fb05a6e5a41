// swift-tools-version: 6.0
// The package Kith. On Linux it is built against the libkith.so of a build of this repository, whose folder is named
// on the command line (see check); elsewhere against an XCFramework that packaging puts beside this file. The second
// is unproven.
import PackageDescription

#if os(Linux)
let core: Target = .systemLibrary(name: "CKith")
let tray: Target = .systemLibrary(name: "CKithExtension")
#else
let core: Target = .binaryTarget(name: "CKith", path: "CKith.xcframework")
let tray: Target = .binaryTarget(name: "CKithExtension", path: "CKithExtension.xcframework")
#endif

let package = Package(
  name: "Kith",
  platforms: [.iOS(.v16), .macOS(.v13)],
  products: [
    .library(name: "Kith", targets: ["Kith"]),
    .library(name: "KithApple", targets: ["KithApple"]),
    .library(name: "KithExtension", targets: ["KithExtension"]),
    .library(name: "KithTesting", targets: ["KithTesting"]),
  ],
  targets: [
    core,
    tray,
    .target(name: "Kith", dependencies: ["CKith"], resources: [.copy("PrivacyInfo.xcprivacy")]),
    .target(name: "KithApple", dependencies: ["Kith"]),
    .target(name: "KithExtension", dependencies: ["CKithExtension"]),
    .target(name: "KithTesting", dependencies: ["Kith"]),
    .testTarget(name: "KithTests", dependencies: ["Kith", "KithExtension", "KithTesting", "KithApple"]),
  ])
