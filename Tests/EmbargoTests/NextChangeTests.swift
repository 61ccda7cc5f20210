import Embargo
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The next change of an edition` {
  private static let days = (0..<9).map { "2024-03-1\($0)" }

  /// Front matter of three editions, put together at random from releases, holds and withdrawals.
  private static func editions(_ seed: Int) -> [String] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var last = 0
    return (0..<3).map { _ in
      last = min(8, last + random(4))
      var lines = random(8) == 0 ? [] : ["release: \(days[last])"]
      switch random(6) {
      case 0: lines.append("hold: {reason: x}")
      case 1, 2: lines.append("hold: {reason: x, cleared: {by: A, at: \(days[random(9)])}}")
      default: break
      }
      if random(3) == 0 { lines.append("withdrawn: {at: \(days[max(last, random(9))]), reason: x}") }
      if random(3) == 0 { lines.append("inspectorates: [cqc]") }
      if random(3) == 0 {
        lines.append("agreed: [{inspectorate: cqc, at: \(days[random(9)]), digest: DIGEST}]")
      }
      if random(12) == 0 { lines.append("themes: [x]") }
      return lines.joined(separator: "\n")
    }
  }

  /// Every moment at which anything may happen: midnight and the release time of each day.
  private static let moments: [Instant] = days.flatMap { day in
    [Instant(stringLiteral: day + " 00:00"), Instant(stringLiteral: day)]
  }

  @Test(arguments: 0..<120)
  func `is the first moment at which its state differs`(seed: Int) async throws {
    let settings = seed % 3 == 0 ? "agreement: {collections: [letters], from: 2024-03-13}" : ""
    let editions = Self.editions(seed)
    let archive = try await letter(editions, settings: settings).archive()
    let tables = Self.moments.map { archive.states(at: $0) }
    for (position, reports) in tables.enumerated() {
      for (edition, report) in reports.enumerated() {
        let next = tables.indices.first {
          $0 > position && tables[$0][edition].state != report.state
        }
        #expect(
          report.changes?.rfc3339 == next.map { Self.moments[$0].rfc3339 },
          "edition \(edition + 1) at \(Self.moments[position].rfc3339) of \(editions)")
        // What has once been public stays so.
        let later = tables[position...].map { $0[edition].state.isPublic }
        #expect(!report.state.isPublic || later.allSatisfy(\.self))
      }
      // Editions become public in the order of their numbers.
      let shown = reports.map(\.state.isPublic)
      #expect(shown == shown.sorted { $0 && !$1 })
    }
  }
}
