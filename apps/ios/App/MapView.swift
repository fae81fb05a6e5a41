// The map, painted from the display list of the core. A voice reads its lines.

import Kith
import KithModels
import SwiftUI

struct MapView: View {
  let map: Map
  @Environment(\.colorScheme) private var scheme
  @Environment(\.layoutDirection) private var direction

  var body: some View {
    Canvas { context, size in
      let scale = size.width / map.picture.width
      context.scaleBy(x: scale, y: scale)
      for one in map.painting { paint(one, in: context) }
    }
    .aspectRatio(map.picture.height > 0 ? map.picture.width / map.picture.height : 1, contentMode: .fit)
    .accessibilityLabel(map.lines.joined(separator: ". "))
    .task(id: scheme) {
      map.ground.isDark = scheme == .dark
      map.ground.rightToLeft = direction == .rightToLeft
      await map.follow()
    }
    TroubleView(screen: map)
  }

  private func paint(_ one: Painted, in context: GraphicsContext) {
    if let words = one.words {
      let text = Text(words.words).font(.system(size: words.size, weight: words.isBold ? .bold : .regular))
      let resolved = context.resolve(text.foregroundStyle(Color(rgb: one.fill ?? 0)))
      // On the base line, which is what the core means.
      let base = resolved.firstBaseline(in: CGSize(width: 1000, height: 100))
      let size = resolved.measure(in: CGSize(width: 1000, height: 100))
      context.draw(
        resolved, at: CGPoint(x: words.at.x - words.anchor * size.width, y: words.at.y - base), anchor: .topLeading)
      return
    }
    let path = path(of: one.outline)
    if let fill = one.fill { context.fill(path, with: .color(Color(rgb: fill)), style: FillStyle(eoFill: true)) }
    if let marks = one.marks {
      var within = context
      within.clip(to: path, style: FillStyle(eoFill: true))
      within.fill(self.path(of: marks, over: path.boundingRect), with: .color(Color(rgb: marks.color)))
    }
    if let stroke = one.stroke {
      let style = StrokeStyle(lineWidth: one.strokeWidth, lineCap: .round, dash: one.dash.map { CGFloat($0) })
      context.stroke(path, with: .color(Color(rgb: stroke)), style: style)
    }
  }

  private func path(of steps: [Painted.Step]) -> Path {
    var path = Path()
    for step in steps {
      switch step {
      case .move(let to): path.move(to: to.cg)
      case .line(let to): path.addLine(to: to.cg)
      case .bow(let by, let to): path.addQuadCurve(to: to.cg, control: by.cg)
      case .arc(let at, let radius, let from, let to, let isClockwise):
        // SwiftUI names the direction as if y went up.
        path.addArc(
          center: at.cg, radius: radius, startAngle: .radians(from), endAngle: .radians(to), clockwise: !isClockwise)
      case .box(let x, let y, let width, let height, let corner):
        path.addRoundedRect(
          in: CGRect(x: x, y: y, width: width, height: height), cornerSize: CGSize(width: corner, height: corner))
      case .close: path.closeSubpath()
      }
    }
    return path
  }

  /// Small forms every four points.
  private func path(of marks: Painted.Marks, over box: CGRect) -> Path {
    var path = Path()
    for x in stride(from: box.minX, through: box.maxX, by: 4) {
      for y in stride(from: box.minY, through: box.maxY, by: 4) {
        switch marks.form {
        case .dots, .sparse: path.addEllipse(in: CGRect(x: x + 1.2, y: y + 1.2, width: 1.6, height: 1.6))
        case .bars: path.addRect(CGRect(x: x, y: y, width: 4, height: 1))
        case .cross:
          path.addRect(CGRect(x: x, y: y, width: 4, height: 0.8))
          path.addRect(CGRect(x: x, y: y + 0.8, width: 0.8, height: 3.2))
        case .stripes:
          path.move(to: CGPoint(x: x, y: y + 4))
          path.addLine(to: CGPoint(x: x + 4, y: y))
          path.addLine(to: CGPoint(x: x + 4, y: y + 1.4))
          path.addLine(to: CGPoint(x: x + 1.4, y: y + 4))
          path.closeSubpath()
        }
      }
    }
    return path
  }
}

extension KithModels.Point {
  fileprivate var cg: CGPoint { CGPoint(x: x, y: y) }
}

extension Color {
  fileprivate init(rgb: UInt32) {
    func part(_ shift: UInt32) -> Double { Double((rgb >> shift) & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0))
  }
}
