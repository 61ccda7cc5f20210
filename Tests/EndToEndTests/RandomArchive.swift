import Foundation
import Testing

/// A random archive on disk, with the moments at which something may change in it.
struct RandomArchive {
  let workspace: Workspace
  /// The moments, in order.
  let moments: [Date]
  private let seed: Int

  private struct Manifest: Decodable {
    let moments: [String]
  }

  init(seed: Int) throws {
    self.seed = seed
    workspace = try Workspace()
    try workspace.copySite(listing: 3, findings: 3, feed: 4)
    let made = try workspace.python(
      "random_archive.py", "\(seed)", ".", "--findings", Repository.command.path, "--site", "site")
    try #require(made.code == 0, "seed \(seed): \(made.errors)")
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: workspace.url("manifest.json")))
    let format = Date.ISO8601FormatStyle()
    moments = try manifest.moments.map(format.parse).sorted()
  }

  func build(_ content: String, at instant: String, to output: String) throws -> Tree {
    let result = try workspace.findings(
      "build", "--content", content, "--site", "site", "--jobs", "1", "--at", instant, "--output", output)
    try #require(result.code == 0, "\(content) at \(instant): \(result.errors)")
    return try workspace.tree(output)
  }

  /// Writes what the archive is without all that is not public, into a folder of `pruned` for each of some
  /// instants: before everything, around some boundaries to the second, and after everything.
  func prunedInstants() throws -> [String] {
    let instants = try instants()
    let pruned = try workspace.run(
      ["python3", Repository.support.appending(path: "prune.py").path, "content", "pruned"] + instants
        + ["--digests", "digests.json"])
    try #require(pruned.code == 0, "seed \(seed): \(pruned.errors)")
    return instants
  }

  /// A boundary of the archive, which differs from seed to seed, at −1 s, 0 and +1 s, another one, and both
  /// ends.
  private func instants() throws -> [String] {
    let first = try #require(moments.first)
    let last = try #require(moments.last)
    let around = [-1, 0, 1].map { moments[seed % moments.count].addingTimeInterval($0) }
    let other = moments[(seed / moments.count) % moments.count]
      .addingTimeInterval(seed.isMultiple(of: 2) ? 0 : -1)
    let ends = [first.addingTimeInterval(-86400), last.addingTimeInterval(700 * 86400)]
    return (around + [other] + ends).map { Date.ISO8601FormatStyle().format($0) }
  }
}
