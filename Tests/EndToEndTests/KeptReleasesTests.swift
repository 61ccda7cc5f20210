import Foundation
import TestSupport
import Testing

/// A release takes over from the last one what does not change, and is what a build writes.
@Suite struct KeptReleasesTests {
  private struct Summary: Decodable {
    let release: String?
    let missed: [String]
    let files: Int
    let shared: Int
    let kept: Int
  }

  private static func publish(at instant: String, in workspace: Workspace, _ options: String...) throws
    -> Summary
  {
    let result = try workspace.findings(
      [
        "publish", "--content", "content", "--site", "site", "--to", "public", "--at", instant, "--format",
        "json",
      ] + options)
    try #require(result.code == 0, "\(instant): \(result.errors)")
    return try JSONDecoder().decode(Summary.self, from: result.output)
  }

  // MARK: Chains over random archives

  /// What may happen between two releases.
  private enum Accident: CaseIterable {
    case nothing, template, strings, loseNote, loseRecords, loseCopy, loseData, damageData, damagePage
    case damageCopy, damageRecords, damageManifest, linkInCopy, fileForCopy, folderForRecords

    func happen(to workspace: Workspace) throws {
      switch self {
      case .nothing: break
      case .template: try workspace.append("<!-- changed -->\n", to: "site/templates/document.mustache")
      case .strings: try workspace.append("\n# Changed.\n", to: "site/strings/en.yml")
      case .loseNote: try Self.remove("public/kept/note", in: workspace)
      case .loseRecords: try Self.remove("public/kept/records", in: workspace)
      case .loseCopy: try Self.remove("public/copy", in: workspace)
      case .damageData:
        try Self.shell(
          "cd public/current/data && test -f findings.csv && echo x >> findings.csv", in: workspace)
      case .damagePage: try workspace.append("damaged\n", to: "public/current/index.html")
      case .loseData: try Self.remove("public/current/data/findings.csv", in: workspace)
      case .damageCopy: try Self.shell("touch public/copy/*/stranger", in: workspace)
      case .damageRecords: try Self.shell("sed -i 's/police/PoLiCe/g' public/kept/records", in: workspace)
      case .damageManifest:
        try Self.shell("echo x >> public/manifests/$(basename $(readlink public/current))", in: workspace)
      case .linkInCopy:
        try Self.shell(
          "cd public/copy/* && rm -r areas && ln -s ../../releases/$(basename $PWD)/areas areas",
          in: workspace)
      case .fileForCopy: try Self.shell("rm -rf public/copy && touch public/copy", in: workspace)
      case .folderForRecords:
        try Self.shell("rm -rf public/kept/records && mkdir -p public/kept/records", in: workspace)
      }
    }

    /// What cannot be done before the first releases is passed over.
    private static func shell(_ command: String, in workspace: Workspace) throws {
      try workspace.run(["sh", "-c", command])
    }

    private static func remove(_ path: String, in workspace: Workspace) throws {
      if workspace.exists(path) { try workspace.remove(path) }
    }
  }

  private static let start = Date(timeIntervalSince1970: 1_600_000_000)

  @Test("A chain of releases leaves what fresh builds leave", arguments: Repository.seeds)
  func chains(seed: Int) throws {
    let archive = try RandomArchive(seed: seed)
    let workspace = archive.workspace
    let moments = (1...6).map { Self.start.addingTimeInterval(Double($0) * 86_400) }
    var plain = PlainLetters(in: archive, seed: seed, moments: moments)
    try plain.write(15)
    var random = SeededRandom(seed: UInt64(seed))
    var done: [String] = []
    var taken = 0
    let later = archive.moments.filter { $0 < .now }.suffix(3)
    for (number, moment) in (moments + later).enumerated() {
      // What readers see is not mended before something changes, and until then all is written anew.
      let accident =
        number < 2 || !number.isMultiple(of: 2)
        ? .nothing : Accident.allCases.randomElement(using: &random) ?? .nothing
      try accident.happen(to: workspace)
      done.append("\(accident)")
      let instant = Date.ISO8601FormatStyle().format(moment)
      let summary = try Self.publish(at: instant, in: workspace, "--keep", "1")
      taken += summary.kept
      // Damage to what readers see is found when something changes.
      guard summary.missed.isEmpty, summary.release != nil else { continue }
      let fresh = try archive.build("content", at: instant, to: "fresh")
      let difference = try workspace.tree("public/current").difference(to: fresh)
      #expect(difference == nil, "seed \(seed), \(done)")
      try workspace.run(["rm", "-rf", "fresh", ".fresh.last"])
    }
    // Where what readers see stays damaged, everything is written anew each time.
    let isDamaged = done.contains { $0.hasSuffix("Data") }
    #expect(taken > 0 || isDamaged, "seed \(seed), \(done): this proves nothing")
    #expect(try workspace.run(["sh", "-c", "ls -d public/staging public/work"]).text.isEmpty)
  }

  // MARK: What is taken over

  @Test func `A letter that comes leaves the others as they are, and nothing of it lies about before`() throws
  {
    let workspace = try Workspace()
    try workspace.copySite(listing: 3, feed: 4)
    try workspace.writeLists()
    for number in 1...20 {
      try workspace.writeDocument(
        "letters/letter-\(number).md",
        "title: Letter \(number)\nrelease: 2024-01-\(number < 10 ? "0" : "")\(number)",
        "## What needs to improve\n\n- Unmistakable\(number) strategy meetings.")
    }
    let kept = try (14...20).map { day in
      try Self.publish(at: "2024-01-\(day)T12:00:00Z", in: workspace, "--keep", "2").kept
    }
    #expect(kept[0] == 0 && kept.dropFirst().allSatisfy { $0 >= 8 }, "\(kept)")
    #expect(try Self.publish(at: "2024-01-20T13:00:00Z", in: workspace).kept == 20)
    #expect(try workspace.names(in: "public/copy") == workspace.currentRelease)
    try workspace.writeDocument(
      "letters/letter-3.md",
      "title: Letter 3\nrelease: 2024-01-03\nremoved: {at: 2024-01-21, reason: A court, decided-by: Ofsted}",
      "")
    _ = try Self.publish(at: "2024-01-22T13:00:00Z", in: workspace)
    let left = try workspace.run(["grep", "-rlaE", "Unmistakable3\\b", "public"])
    #expect(left.code == 1, "\(left.text)")
    #expect(try workspace.run(["grep", "-rlaE", "Unmistakable4\\b", "public/kept"]).code == 0)
  }
}

extension Workspace {
  fileprivate func append(_ text: String, to path: String) throws { try write(path, read(path) + text) }

  fileprivate var currentRelease: [String] {
    get throws {
      [
        try FileManager.default.destinationOfSymbolicLink(atPath: self.path("public/current")).replacing(
          "releases/", with: "")
      ]
    }
  }
}
