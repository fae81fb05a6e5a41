// The network as a picture: the core says what is to be painted, and where a finger means whom.

import Kith
import Observation

@MainActor @Observable public final class Map: VaultScreen {
  /// How the screen is.
  public struct Ground: Sendable, Equatable {
    public var width: Double
    public var isDark: Bool
    public var rightToLeft: Bool
    /// For showing it to somebody.
    public var initials: Bool

    public init(width: Double = 0, isDark: Bool = false, rightToLeft: Bool = false, initials: Bool = false) {
      (self.width, self.isDark, self.rightToLeft, self.initials) = (width, isDark, rightToLeft, initials)
    }
  }

  public var ground = Ground()
  public private(set) var picture = Picture()
  /// The same content for a voice.
  public var lines: [String] { picture.lines }
  public private(set) var painting: [Painted] = []

  override func read() async throws {
    picture = try await vault.picture.draw(
      picture: "map", width: ground.width, dark: ground.isDark, rightToLeft: ground.rightToLeft,
      initials: ground.initials, shapes: true)
    painting = picture.painted
  }

  /// Who is meant by a finger there: the id of a person.
  public func person(at x: Double, _ y: Double) -> String? {
    func distance(_ target: PictureTarget) -> Double {
      let (dx, dy) = (target.x - x, target.y - y)
      return (dx * dx + dy * dy).squareRoot()
    }
    return picture.targets.filter { distance($0) <= $0.radius }.min { distance($0) < distance($1) }?.personId
  }
}
