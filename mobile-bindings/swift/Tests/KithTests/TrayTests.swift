// A share extension puts in, the app takes out.

import Foundation
import KithExtension
import Testing

@testable import Kith

extension Core {
  @Suite struct TrayTests {
    @Test func whatIsSharedBecomesANote() async throws {
      try await withCore { kith, folder in
        let place = folder.appendingPathComponent("tray")
        let tray = SharedTray(folder: place)
        #expect(throws: TrayError.noTray) { try tray.put(text: "too early") }
        let vault = try await kith.newVault(of: "Ada", in: folder)
        _ = try await vault.tray.lay(folder: place.path)
        try await vault.lock()
        try tray.put(
          text: "Ask for the smaller project first.", source: "https://example.org",
          at: Date(timeIntervalSince1970: 1_700_000_000))
        #expect(throws: TrayError.nothingToShare) { try tray.put(text: " \n") }
        #expect(throws: TrayError.other(1)) { try SharedTray(folder: URL(fileURLWithPath: "/proc/self/exe")).put(text: "a") }
        for _ in 1..<1000 { try Data().write(to: place.appendingPathComponent("item-\(UUID().uuidString.lowercased())")) }
        #expect(throws: TrayError.full) { try tray.put(text: "one too many") }
        #expect(throws: TrayError.tooMuch) { try tray.put(text: String(repeating: "a", count: 70_000)) }
        try await vault.unlock(.passphrase(passphrase))
        #expect(try await vault.tray.clear(folder: place.path).removed == 999)
        #expect(try await vault.tray.show(folder: place.path).waiting == 1)
        #expect(try await vault.tray.take(folder: place.path).notes.count == 1)
        let note = try #require(try await vault.note.list().items.first)
        #expect(note.text == "Ask for the smaller project first.\n\nhttps://example.org")
        #expect(note.createdMs == 1_700_000_000_000)
        #expect(try await vault.tray.take(folder: place.path).notes.isEmpty)
      }
    }
  }
}
