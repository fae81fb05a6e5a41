// swift-tools-version: 6.0
// The view models of the sample app, over the package Kith: plain Swift, no SwiftUI, so they are built and tested on
// any machine (check). The views (App/) are no target of a package: they are dropped into an app of Xcode.
import PackageDescription

let package = Package(
  name: "KithSample",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [.library(name: "KithModels", targets: ["KithModels"])],
  dependencies: [.package(name: "Kith", path: "../../mobile-bindings/swift")],
  targets: [.target(name: "KithModels", dependencies: [.product(name: "Kith", package: "Kith")], path: "Models")])
