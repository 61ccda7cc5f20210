import Foundation
import TestSupport

/// Letters as inspectorates write them, with nothing that is reported, beside those of a random archive, which nearly
/// all have something: what is reported is said anew by each build, so that nothing of them is kept.
struct PlainLetters {
  private let workspace: Workspace
  private let releases: [String]
  private var random: SeededRandom

  /// - Parameter moments: When every third of the letters may be released; the others are public long before.
  init(in archive: RandomArchive, seed: Int, moments: [Date]) {
    workspace = archive.workspace
    releases = moments.map { Date.ISO8601FormatStyle().format($0) }
    random = SeededRandom(seed: UInt64(seed) &+ 1000)
  }

  /// Writes so many of them.
  mutating func write(_ count: Int) throws {
    let (areas, themes) = try (ids(in: "areas"), ids(in: "themes"))
    for number in 1...count {
      let isLate = number.isMultiple(of: 3)
      var front = ["title: Plain letter \(number)", "summary: What \(number) inspectors found."]
      front.append("release: \((isLate ? releases.randomElement(using: &random) : nil) ?? day(number))")
      if let area = areas.randomElement(using: &random) { front.append("area: \(area)") }
      if let theme = themes.randomElement(using: &random) { front.append("themes: [\(theme)]") }
      try workspace.writeDocument(
        "letters/plain/plain-\(number).md", front.joined(separator: "\n"), body(number))
    }
  }

  private func day(_ number: Int) -> String { "2019-03-\(number < 10 ? "0" : "")\(number)T10:00:00Z" }

  private func ids(in list: String) throws -> [String] {
    try workspace.read("content/\(list).yml").matches(of: /(?m)^- id: (\S+)$/).map { String($0.1) }
  }

  private mutating func body(_ number: Int) -> String {
    let subjects = ["strategy meetings", "the police", "health visitors", "early help", "children in care"]
    let points = (0..<5).map { point in
      let subject = subjects.randomElement(using: &random) ?? ""
      return "- Point \(point) of \(number) about \(subject), which partners know of.\n"
    }
    let link = number > 1 ? "See [the one before](/letters/plain-1/) for the area." : ""
    return """
      ## Headline findings

      Leaders of letter \(number) share the risks that they see. \(link)

      ## Strengths

      \(points[..<2].joined())
      ## What needs to improve

      \(points[2...].joined())
      """
  }
}
