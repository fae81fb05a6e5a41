// The app: one core, one vault, and what only the app hears of: the screen, the network, a moment in the background.
// Unproven: it was compiled against stand-ins and has never run.

import Foundation
import Kith
import KithApple
import KithModels
import SwiftUI

@main struct SampleApp: App {
  @Environment(\.scenePhase) private var phase
  @State private var home = Home()

  var body: some Scene {
    WindowGroup { RootView(door: home.door) }
      .onChange(of: phase) { _, now in home.screen(isOn: now == .active, isGone: now == .background) }
  }
}

/// What lives as long as the app.
@MainActor final class Home {
  /// Stands in Info.plist under BGTaskSchedulerPermittedIdentifiers.
  static let refresh = "org.kith.sample.refresh"
  let door: Door
  private let network: NetworkWatch
  private let background: BackgroundSync

  init() {
    do {
      let kith = try Kith(Kith.Configuration(tlsRoots: Self.roots))
      let door = Door(kith: kith, place: try Self.place(), keys: KeychainKeyStore(service: "org.kith.sample"))
      (self.door, network) = (door, NetworkWatch(kith))
      background = BackgroundSync(identifier: Self.refresh) { await door.vault }
      background.register()
    } catch {
      fatalError("No core, no app: \(error)")  // the app's own container cannot be written
    }
  }

  func screen(isOn: Bool, isGone: Bool) {
    if isOn { Task { await door.comeBack() } }
    guard isGone else { return }
    try? background.schedule()  // refused where the person switched it off: then there is none
    door.vault?.suspendInBackground()
  }

  /// In the app's own container and in no group; the counters are in no backup, by which a vault that was put back is
  /// noticed. Both can be read once the phone was unlocked after its start, or no task in the background could.
  private static func place() throws -> Vault.Place {
    let base = try FileManager.default.url(
      for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
    var counters = base.appendingPathComponent("counters")
    try FileManager.default.createDirectory(
      at: counters, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication])
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    try counters.setResourceValues(values)
    return Vault.Place(folder: base.appendingPathComponent("vault"), counterFolder: counters, cost: .smallPhone)
  }

  /// The certificates that relays are trusted by; on iOS the core finds none of its own.
  private static var roots: Data {
    Bundle.main.url(forResource: "roots", withExtension: "pem").flatMap { try? Data(contentsOf: $0) } ?? Data()
  }
}
