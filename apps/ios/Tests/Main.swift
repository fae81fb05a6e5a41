// The tests as a program of their own. `check` builds it from these files, the view models, and the relay and the folder
// that the tests of the package Kith have (World.swift).

import Testing

@main struct Main {
  static func main() async { await Testing.__swiftPMEntryPoint() as Never }
}
