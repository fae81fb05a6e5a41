// Tells the core what the system says of the network. Unproven: no machine that tests this package has it.

#if canImport(Network)
import Foundation
import Kith
import Network

/// Keep one for as long as the core: it tells of every change. The system tells how things stand when it is asked
/// first, and of much that is no other network; each word of ours ends what waits for the relay, so those are kept back.
public final class NetworkWatch: Sendable {
  private let monitor = NWPathMonitor()

  public init(_ kith: Kith) {
    let known = Known()
    monitor.pathUpdateHandler = { path in
      let there = path.status == .satisfied
      guard known.isOther(there ? path.availableInterfaces.map(\.name) : nil) else { return }
      kith.networkChanged(there ? .other : .none)
    }
    monitor.start(queue: DispatchQueue(label: "kith.network"))
  }

  /// What the core believes: at its beginning that there is a network. Used on the monitor's queue alone.
  private final class Known: @unchecked Sendable {
    private var isFirst = true
    private var interfaces: [String]?

    func isOther(_ now: [String]?) -> Bool {
      let told = isFirst ? now == nil : now != interfaces
      (isFirst, interfaces) = (false, now)
      return told
    }
  }

  deinit { monitor.cancel() }
}
#endif
