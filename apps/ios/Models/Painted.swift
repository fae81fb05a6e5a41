// The display list of a picture as any canvas can paint it: outlines with colours, in their order.
//
// Units: points; x to the right, y down; angles in radians, clockwise from the right, as the canvases of phones have it.

import Foundation
import Kith

public struct Point: Sendable, Equatable {
  public let x: Double
  public let y: Double
}

/// One thing to paint.
public struct Painted: Sendable, Equatable {
  public enum Step: Sendable, Equatable {
    case move(Point)
    case line(Point)
    case bow(by: Point, to: Point)
    /// Joined by a line to what came before it.
    case arc(at: Point, radius: Double, from: Double, to: Double, isClockwise: Bool)
    case box(x: Double, y: Double, width: Double, height: Double, corner: Double)
    case close
  }
  public struct Words: Sendable, Equatable {
    public let words: String
    public let at: Point  // on the base line
    public let size: Double
    public let isBold: Bool
    /// 0: the point is at its left end; 0.5: in the middle; 1: at its right end.
    public let anchor: Double
  }

  /// Fill by even and odd, so that a ring has its hole.
  public var outline: [Step] = []
  /// In place of an outline.
  public var words: Words?
  /// 0xRRGGBB; nil: none. Where `marks` are to be painted over it, within the outline.
  public var fill: UInt32?
  public var marks: Marks?
  public var stroke: UInt32?
  public var strokeWidth = 1.0
  /// On, off; empty: a whole line.
  public var dash: [Double] = []

  /// What says without a colour what a surface is: every 4 points.
  public struct Marks: Sendable, Equatable {
    public enum Form: String, Sendable { case stripes, bars, cross, dots, sparse }
    public let form: Form
    public let color: UInt32
  }
}

extension Picture {
  /// What to paint, one after the other. What this version does not know is left out.
  public var painted: [Painted] {
    let known = Dictionary(colors.map { ($0.role, $0.rgb) }, uniquingKeysWith: { first, _ in first })
    return shapes.compactMap { $0.painted(in: known) }
  }
}

extension PictureShape {
  fileprivate func painted(in colors: [String: UInt32]) -> Painted? {
    var out = Painted()
    let at = corners
    switch (form, at.count) {
    case (.circle, 1...): out.outline = Self.ring(at[0], radius)
    case (.slice, 1...): out.outline = slice(at[0])
    case (.line, 2...): out.outline = [.move(at[0]), .line(at[1])]
    case (.bow, 3...): out.outline = [.move(at[0]), .bow(by: at[1], to: at[2])]
    case (.box, 1...): out.outline = [.box(x: at[0].x, y: at[0].y, width: width, height: height, corner: corner)]
    case (.polygon, 1...): out.outline = [.move(at[0])] + at.dropFirst().map { .line($0) } + [.close]
    case (.text, 1...):
      let ends = ["middle": 0.5, "right": 1]
      out.words = Painted.Words(words: words, at: at[0], size: size, isBold: bold, anchor: ends[anchor] ?? 0)
    default: return nil
    }
    let ground = colors["background"]
    (out.fill, out.stroke, out.strokeWidth) = (colors[fill], colors[stroke], strokeWidth)
    if let form = Painted.Marks.Form(rawValue: pattern), let ink = out.fill, let ground {
      // Cut out of the surface; `sparse` is the other way about, little ink on the ground.
      let isSparse = form == .sparse
      out.fill = isSparse ? ground : ink
      out.marks = Painted.Marks(form: form, color: isSparse ? ink : ground)
    }
    out.dash = ["dashed": [5, 4], "dotted": [0.1, 3.5]][dash] ?? []
    return out
  }

  private var corners: [Point] {
    stride(from: 0, to: points.count - 1, by: 2).map { Point(x: points[$0], y: points[$0 + 1]) }
  }

  private static func ring(_ at: Point, _ radius: Double) -> [Painted.Step] {
    [.move(Point(x: at.x + radius, y: at.y)), .arc(at: at, radius: radius, from: 0, to: 2 * .pi, isClockwise: true), .close]
  }

  private func slice(_ at: Point) -> [Painted.Step] {
    if to - from >= 359.99 { return Self.ring(at, radius) + (inner > 0 ? Self.ring(at, inner) : []) }
    // Of the core: degrees from the top.
    let (begin, end) = ((from - 90) * .pi / 180, (to - 90) * .pi / 180)
    func point(_ radius: Double, _ angle: Double) -> Point {
      Point(x: at.x + radius * cos(angle), y: at.y + radius * sin(angle))
    }
    let outer = Painted.Step.arc(at: at, radius: radius, from: begin, to: end, isClockwise: true)
    let back: Painted.Step =
      inner > 0 ? .arc(at: at, radius: inner, from: end, to: begin, isClockwise: false) : .line(at)
    return [.move(point(radius, begin)), outer, back, .close]
  }
}
