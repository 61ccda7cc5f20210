import Foundation
import Markdown
import Model
import Testing

/// The letters that the inspectorates published, and where they are kept beside the repository.
enum PublishedLetters {
  static let folder: URL = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    let shared = ProcessInfo.processInfo.environment["FINDINGS_SHARED"].map { URL(filePath: $0) } ?? beside
    return shared.appending(path: "letters")
  }()

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// What careful readers counted by hand, line by line, in letters of both eras.
private let handCounts: [(letter: String, counts: [FindingKind: Int])] = [
  ("2016/croydon-2016", [.improvement: 29, .strength: 19, .practiceEffective: 1, .practiceImprovement: 1]),
  (
    "2016/lincolnshire-2016",
    [.improvement: 26, .strength: 20, .practiceEffective: 1, .practiceImprovement: 1]
  ),
  (
    "2017/peterborough-2017",
    [.improvement: 21, .strength: 22, .practiceEffective: 1, .practiceImprovement: 1]
  ),
  (
    "2019/sefton-2019",
    [.priorityAction: 4, .improvement: 34, .strength: 26, .practiceEffective: 1, .practiceImprovement: 1]
  ),
  ("2019/islington-2019", [.improvement: 16, .strength: 32, .practiceEffective: 1, .practiceImprovement: 1]),
  (
    "2022/cheshire-east-2022",
    [.headline: 1, .priorityAction: 3, .improvement: 12, .strength: 6, .main: 10]
  ),
  (
    "2024/lancashire-2024",
    [
      .headline: 6, .improvement: 11, .strength: 6, .main: 30, .context: 2, .practiceEffective: 2,
      .practiceImprovement: 1,
    ]
  ),
  ("2024/torbay-2024", [.headline: 3, .priorityAction: 2, .improvement: 7, .strength: 9, .main: 15]),
]

@Suite(.enabled(if: PublishedLetters.areHere)) struct `The letters as they were published` {
  private func findings(_ letter: String) throws -> [Finding] {
    let bytes = try Data(contentsOf: PublishedLetters.folder.appending(path: letter + ".md"))
    let fence = try #require(bytes.dropFirst(4).firstRange(of: Data("\n---\n".utf8)))
    let edition = edition(String(decoding: bytes[fence.upperBound...], as: UTF8.self))
    let text = try EditionText(edition, settings: settings)
    let result = FindingReading(Lists()).findings(of: edition, blocks: text.markdown.blocks(), criteria: [])
    #expect(result.diagnostics.isEmpty)
    return result.findings
  }

  @Test(arguments: handCounts)
  func `yield the findings that were counted by hand`(
    letter: String, counts: [FindingKind: Int]
  ) throws {
    let found = Dictionary(grouping: try findings(letter), by: \.kind).mapValues(\.count)
    #expect(found == counts)
  }

  @Test func `yield findings, whatever their year`() throws {
    let letters = try FileManager.default.subpathsOfDirectory(atPath: PublishedLetters.folder.path)
      .filter { $0.hasSuffix(".md") }
    #expect(letters.count == 22)
    for letter in letters {
      let kinds = Set(try findings(String(letter.dropLast(3))).map(\.kind))
      #expect(kinds.isSuperset(of: [.strength, .improvement]), "\(letter)")
    }
  }

  @Test func `keep the line that leads in their priority actions`() throws {
    let torbay = try findings("2024/torbay-2024").filter { $0.kind == .priorityAction }
    #expect(torbay.count == 2)
    #expect(torbay.allSatisfy { $0.lead?.hasPrefix("Urgent action is required by the Torbay") ?? false })
    #expect(try findings("2016/croydon-2016").compactMap(\.strand).count == 29)
  }
}
