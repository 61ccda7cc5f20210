import Foundation
import Testing

/// Rule 1 of the design over random archives: the schedule names the moments at which the site changes, all of
/// them and no other.
@Suite struct SchedulePropertyTests {
  @Test(
    "The site changes at every moment of the schedule and at no other",
    arguments: Repository.seeds)
  func scheduleNamesEveryChange(seed: Int) throws {
    let archive = try RandomArchive(seed: seed)
    let before = try #require(archive.moments.first).addingTimeInterval(-3 * 86400)
    let start = Date.ISO8601FormatStyle().format(before)
    let moments = try Schedule(of: archive, after: start).moments.map(\.instant).filter { $0 < Self.end }
    try #require(!moments.isEmpty, "seed \(seed)")
    var tree = try archive.build("content", at: start, to: "out/start")
    for (number, moment) in moments.enumerated() {
      let justBefore = try archive.build("content", at: try millisecond(before: moment), to: "out/before")
      if let difference = tree.difference(to: justBefore) {
        Issue.record("seed \(seed): it changed unannounced before \(moment): \(difference)")
        return
      }
      tree = try archive.build("content", at: moment, to: "out/\(number)")
      #expect(tree != justBefore, "seed \(seed): nothing changed at \(moment)")
      try archive.workspace.remove("out")
    }
    let late = try archive.build("content", at: Self.end, to: "out/late")
    #expect(tree.difference(to: late) == nil, "seed \(seed): it changed after the last moment")
  }

  /// Before the editions that a random archive sets for a time that nobody looks at.
  private static let end = "2089-01-01T00:00:00Z"

  private struct Schedule: Decodable {
    struct Moment: Decodable {
      let instant: String
    }

    let moments: [Moment]

    init(of archive: RandomArchive, after instant: String) throws {
      let result = try archive.workspace.findings(
        "schedule", "--content", "content", "--site", "site", "--at", instant, "--format", "json")
      try #require(result.code == 0, "\(result.errors)")
      self = try JSONDecoder().decode(Self.self, from: result.output)
    }
  }

  private func millisecond(before moment: String) throws -> String {
    let date = try Date.ISO8601FormatStyle(includingFractionalSeconds: moment.contains(".")).parse(moment)
    return Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(date.addingTimeInterval(-0.001))
  }
}
