// The display list becomes outlines and colours, and a finger means somebody.

import Foundation
import Kith
import Testing

@testable import KithModels

extension Core {
  @MainActor @Suite struct MapTests {
    @Test func theNetworkIsPainted() async throws {
      try await withCore { kith, folder in
        let vault = try await kith.newVault(of: "Ada", in: folder)
        let people = People(vault)
        for name in ["Noor", "Ilse"] { #expect(await people.add(name, as: people.kinds.first)) }
        try await vault.log.add(with: ["Noor"], when: "today", functions: ["COAC:received:2"])
        let map = Map(vault)
        await map.load()
        #expect(map.trouble == nil && map.lines.contains { $0.contains("Noor") })
        #expect(map.painting.count == map.picture.shapes.count)
        #expect(map.painting.contains { $0.words?.words == "Noor" && $0.fill == 0x1B1F24 })
        #expect(map.painting.allSatisfy { $0.words != nil || !$0.outline.isEmpty })
        let noor = try #require(map.picture.targets.first { $0.person == "Noor" })
        #expect(map.person(at: noor.x + 1, noor.y) == noor.personId)
        #expect(map.person(at: -100, -100) == nil)
        map.ground = Map.Ground(isDark: true, initials: true)
        await map.load()
        #expect(map.picture.colors.first?.rgb == 0x14171C && !map.lines.contains { $0.contains("Noor") })
        map.ground.width = 10
        await map.load()
        #expect(map.trouble != nil)
      }
    }
  }
}

@Suite struct PaintedTests {
  private func painted(_ shape: PictureShape) -> Painted? {
    let colors = [PictureColor(role: "background", rgb: 1), PictureColor(role: "career", rgb: 2)]
    return Picture(shapes: [shape], colors: colors).painted.first
  }

  @Test func aQuarterOfARing() throws {
    let quarter = PictureShape(form: .slice, points: [10, 20], radius: 8, inner: 4, from: 0, to: 90, fill: "career")
    let out = try #require(painted(quarter))
    #expect(out.fill == 2 && out.stroke == nil && out.marks == nil)
    #expect(out.outline.count == 4)
    guard case .move(let begin) = out.outline[0], case .arc(_, 8, let from, let to, true) = out.outline[1] else {
      Issue.record("\(out.outline)")
      return
    }
    #expect(abs(begin.x - 10) < 1e-9 && abs(begin.y - 12) < 1e-9)  // the top
    #expect(abs(from + .pi / 2) < 1e-9 && abs(to) < 1e-9)
    #expect(out.outline[3] == .close)
  }

  @Test func aWholeRingHasAHole() throws {
    let ring = try #require(painted(PictureShape(form: .slice, points: [0, 0], radius: 8, inner: 4, from: 0, to: 360)))
    #expect(ring.outline.filter { $0 == .close }.count == 2 && ring.fill == nil)
  }

  @Test func patternsAreMarksOnTheSurface() throws {
    let stripes = PictureShape(form: .circle, points: [0, 0], radius: 5, fill: "career", pattern: "stripes")
    #expect(painted(stripes)?.fill == 2 && painted(stripes)?.marks == Painted.Marks(form: .stripes, color: 1))
    let sparse = PictureShape(form: .box, points: [0, 0], width: 5, height: 5, fill: "career", pattern: "sparse", dash: "dashed")
    #expect(painted(sparse)?.fill == 1 && painted(sparse)?.marks == Painted.Marks(form: .sparse, color: 2))
    #expect(painted(sparse)?.dash == [5, 4])
  }

  @Test func whatIsNewerIsLeftOut() {
    #expect(painted(PictureShape(form: .init(rawValue: 99), points: [0, 0])) == nil)
    #expect(painted(PictureShape(form: .bow, points: [0, 0, 1, 1])) == nil)
    #expect(painted(PictureShape(form: .circle)) == nil)
  }
}

/// Every step of the core is a button, or is known to have no screen in this app.
@Suite struct StepTests {
  @Test func everyStepIsAButtonOrKnown() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let list = try String(contentsOf: root.appendingPathComponent("core/base/include/kith/base/steps.def"), encoding: .utf8)
    let steps = list.split(separator: "\n").filter { $0.hasPrefix("KITH_STEP(") }
    #expect(steps.count > 30)
    let elsewhere = [
      "VAULT_MAKE", "VAULT_EXPORT", "INDEX_REBUILD", "REVIEW_BEGIN", "SNAPSHOT_SAVE", "SNAPSHOT_LIST", "SAMPLE_LOAD",
      "IMPORT_PICK", "FACT_EDIT", "AGREEMENT_SET", "COMPARE_SEAL", "AGENDA_LIST",
    ]
    for step in steps {
      let words = step.dropFirst("KITH_STEP(".count).split(whereSeparator: { ",) ".contains($0) })
      let next = Next(step: .init(rawValue: try #require(Int32(words[1]))))
      #expect((next.button == nil) == elsewhere.contains(String(words[0])), "\(words[0])")
    }
    #expect(Next(step: .pairInvite, values: ["Noor"]).button?.title == "Invite Noor")
    #expect(Next(step: .init(rawValue: 9999)).button == nil)
  }
}
