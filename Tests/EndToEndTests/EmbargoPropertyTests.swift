import Foundation
import Testing

/// Rule 2 of the design over random archives: what is not public at an instant changes no byte.
@Suite struct EmbargoPropertyTests {
  @Test(
    "The site of an instant is that of the content without what is not public",
    arguments: Repository.seeds)
  func prunedContentGivesTheSameSite(seed: Int) throws {
    let archive = try RandomArchive(seed: seed)
    for (number, instant) in archive.instants.enumerated() {
      let full = try archive.build("content", at: instant, to: "out/\(number)/full")
      for pruning in ["editions", "entries"] {
        let pruned = try archive.build(
          "pruned/\(number)/\(pruning)", at: instant, to: "out/\(number)/\(pruning)")
        if let difference = full.difference(to: pruned) {
          Issue.record("seed \(seed) at \(instant), without \(pruning) that are not public: \(difference)")
          return
        }
        try archive.workspace.remove("out/\(number)/\(pruning)")
      }
    }
    let leaks = try archive.workspace.python("leaks.py", "manifest.json", "pruned", "out")
    #expect(leaks.code == 0, "seed \(seed): \(leaks.text)\(leaks.errors)")
  }
}

/// A random archive and what it is without all that is not public, at some of its boundaries.
private struct RandomArchive {
  let workspace: Workspace
  /// Before everything, around some boundaries to the second, and after everything.
  let instants: [String]

  private struct Manifest: Decodable {
    let moments: [String]
  }

  init(seed: Int) throws {
    workspace = try Workspace()
    try workspace.copySite(listing: 3, feed: 4)
    let made = try workspace.python(
      "random_archive.py", "\(seed)", ".", "--findings", Repository.command.path, "--site", "site")
    try #require(made.code == 0, "seed \(seed): \(made.errors)")
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: workspace.url("manifest.json")))
    instants = Self.instants(around: manifest.moments, seed: seed)
    try #require(instants.count >= 5, "the moments \(manifest.moments) cannot be read")
    let pruned = try workspace.run(
      ["python3", Repository.support.appending(path: "prune.py").path, "content", "pruned"] + instants
        + ["--digests", "digests.json"])
    try #require(pruned.code == 0, "seed \(seed): \(pruned.errors)")
  }

  func build(_ content: String, at instant: String, to output: String) throws -> Tree {
    let result = try workspace.findings(
      "build", "--content", content, "--site", "site", "--jobs", "1", "--at", instant, "--output", output)
    try #require(result.code == 0, "\(content) at \(instant): \(result.errors)")
    return try workspace.tree(output)
  }

  /// A boundary of the archive, which differs from seed to seed, at −1 s, 0 and +1 s, another one, and both
  /// ends.
  private static func instants(around moments: [String], seed: Int) -> [String] {
    let format = Date.ISO8601FormatStyle()
    let dates = moments.compactMap { try? format.parse($0) }.sorted()
    guard let first = dates.first, let last = dates.last else { return [] }
    let around = [-1, 0, 1].map { dates[seed % dates.count].addingTimeInterval($0) }
    let other = dates[(seed / dates.count) % dates.count].addingTimeInterval(seed.isMultiple(of: 2) ? 0 : -1)
    let ends = [first.addingTimeInterval(-86400), last.addingTimeInterval(700 * 86400)]
    return (around + [other] + ends).map { format.format($0) }
  }
}
