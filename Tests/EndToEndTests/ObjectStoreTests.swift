import Foundation
import Testing

/// `findings publish --to rclone:…`, with moto as an S3 endpoint on loopback: a stand-in for a real object store.
@Suite(.serialized) struct ObjectStoreTests {
  private var site: PublishedSite
  private let workspace: Workspace
  private let server: Server

  init() throws {
    site = try PublishedSite()
    workspace = site.workspace
    server = try Server("object_store.py", in: workspace, folder: "store")
    // Nothing of the user's own settings.
    site.environment = [
      "RCLONE_CONFIG": workspace.path("store/rclone.conf"), "AWS_CA_BUNDLE": "", "NO_PROXY": "127.0.0.1",
    ]
    site.remotes = ["rclone:store:bucket/site"]
  }

  private func rclone(_ arguments: String...) throws -> CommandResult {
    let result = try workspace.run(["rclone"] + arguments, environment: site.environment)
    try #require(result.code == 0, "\(result.errors)")
    return result
  }

  /// What is in the store, but for the inventory.
  private func stored() throws -> Tree {
    if workspace.exists("stored") { try workspace.remove("stored") }
    _ = try rclone("copy", "--exclude=/.findings/**", "store:bucket/site", workspace.path("stored"))
    return try workspace.tree("stored")
  }

  private func expectSame(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let difference = try workspace.tree("local/current").difference(to: stored())
    #expect(difference == nil, sourceLocation: sourceLocation)
    let release = try #require(site.target(ofLink: "local/current")).dropFirst("releases/".count)
    let inventory = try rclone("cat", "store:bucket/site/.findings/inventory").text
    #expect(
      try inventory == workspace.read("local/manifests/\(release)"), sourceLocation: sourceLocation)
  }

  /// The paths that were written and deleted, in order, the way of each before it.
  private func changes() throws -> [String] {
    try workspace.read("store/requests").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1)
      guard ["PUT", "DELETE"].contains(words[0]), words[1] != "/bucket" else { return nil }
      return "\(words[0]) \(words[1].dropFirst("/bucket/site/".count))"
    }
  }

  /// What becomes of a part of the changes, which must come before what becomes of another.
  private func expect(
    _ first: [String], before second: [String], of changes: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let last = try first.map { try #require(changes.lastIndex(of: $0), "\($0) in \(changes)") }.max()
    let next = try second.map { try #require(changes.firstIndex(of: $0), "\($0) in \(changes)") }.min()
    #expect(try #require(last) < #require(next), "\(changes)", sourceLocation: sourceLocation)
  }

  @Test func `A release reaches the store whole, and then only what has changed is written`() throws {
    let result = try site.released(at: "2024-02-01")
    #expect(result.errors.contains("rclone:store:bucket/site shows release "), "\(result.errors)")
    try expectSame()
    let before = try changes().count

    try site.letter("second", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    try expectSame()
    let written = try changes().dropFirst(before)
    #expect(written.contains("PUT letters/second/index.html"))
    #expect(!written.contains("PUT letters/first/editions/1/index.html"))

    #expect(try site.released(at: "2024-02-21").errors.contains("already"))
    #expect(try changes().count == before + written.count)
  }

  @Test func `Every object comes after what it may lead to, the record last, and removals at the very end`()
    throws
  {
    try site.released(at: "2024-02-01")
    let before = try changes()
    let assets = try workspace.names(in: "local/current/assets").map { "PUT assets/\($0)" }
    #expect(before.first == "PUT .findings/inventory")
    try expect(assets, before: ["PUT index.html", "PUT letters/first/index.html"], of: before)
    try expect(["PUT index.html", "PUT sitemap.xml"], before: ["PUT record.json"], of: before)
    #expect(before.last == "PUT .findings/inventory")
    #expect(before.count { $0 == "PUT .findings/inventory" } == 2)

    let pieces = try indexPieces()
    try site.letter("second", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    let after = Array(try changes().dropFirst(before.count))
    let new = try indexPieces().subtracting(pieces).map { "PUT \($0)" }
    let gone = try pieces.subtracting(indexPieces()).map { "DELETE \($0)" }
    try expect(new, before: ["PUT letters/second/index.html"], of: after)
    try expect(["PUT letters/second/index.html"], before: ["PUT index.html", "PUT feed.xml"], of: after)
    try expect(["PUT index.html"], before: ["PUT record.json"], of: after)
    try expect(["PUT record.json"], before: gone, of: after)
    #expect(after.last == "PUT .findings/inventory")
  }

  /// The files of the search index that are named by their content.
  private func indexPieces() throws -> Set<String> {
    Set(try workspace.tree("local/current").paths.filter { $0.hasPrefix("search/index/text/") })
  }

  @Test func `Caches may keep what is named by its content, and ask for everything else`() throws {
    struct Object: Decodable {
      let Path: String
      let Metadata: [String: String]
    }
    try site.released(at: "2024-02-01")
    let list = try rclone("lsjson", "--recursive", "--files-only", "--metadata", "store:bucket/site").output
    for object in try JSONDecoder().decode([Object].self, from: list) {
      let lasts =
        object.Path.contains(/^(channels\/[a-z]+\/)?assets\//)
        || object.Path.contains(/^search\/index\/[a-z]+\//)
      #expect(
        object.Metadata["cache-control"] == (lasts ? "public, max-age=31536000, immutable" : "no-cache"),
        "\(object.Path)")
    }
  }

  @Test func `A removed text is taken away first`() throws {
    try workspace.write("content/letters/second/map.txt", "qzgone")
    try site.letter("second/edition-1", "release: 2024-01-11", "The words qzgone and [a map](map.txt).")
    try site.released(at: "2024-02-01")
    #expect(try !stored().paths(containing: "qzgone").isEmpty)
    let before = try changes().count
    try site.letter(
      "second/edition-1",
      "release: 2024-01-11\nremoved: {at: 2024-02-04, reason: A court, decided-by: Ofsted}",
      "")
    try site.released(at: "2024-02-05")
    try expectSame()
    #expect(try stored().paths(containing: "qzgone").isEmpty)
    let after = Array(try changes().dropFirst(before))
    try expect(
      ["PUT letters/second/index.html", "DELETE letters/second/map.txt"], before: ["PUT index.html"],
      of: after)
  }

  @Test func `Killed while objects are written, the next run completes any release`() throws {
    try site.released(at: "2024-02-01")
    let before = try changes().count
    for number in 0..<10 { try site.letter("next-\(number)", "release: 2024-02-02") }
    try workspace.write("store/slow", "")
    try site.publishKilled(at: "2024-02-03") { try changes().count > before + 20 }
    #expect(site.isPublic("next-0"))
    try workspace.remove("store/slow")
    try site.letter("last", "release: 2024-02-04")
    try site.released(at: "2024-02-05")
    try expectSame()
    try site.released(at: "2024-02-06", "--rollback")
    try expectSame()
    #expect(try stored().files["letters/last/index.html"] == nil)
  }

  @Test func `A store that fails is told with exit code 1, and the next run brings it on`() throws {
    try workspace.write("store/closed", "")
    let result = try site.publish(at: "2024-02-01")
    #expect(result.code == 1)
    #expect(
      result.errors.contains("error: rclone:store:bucket/site does not show release"), "\(result.errors)")
    #expect(result.errors.contains("Readers see it elsewhere"))
    #expect(site.isPublic("first"))
    try workspace.remove("store/closed")
    try site.released(at: "2024-02-02")
    try expectSame()
  }

  @Test func `A place that somebody else fills is left alone`() throws {
    try workspace.write("theirs.txt", "somebody's")
    _ = try rclone("copyto", workspace.path("theirs.txt"), "store:bucket/site/theirs.txt")
    let result = try site.publish(at: "2024-02-01")
    #expect(result.code == 1)
    #expect(result.errors.contains("did not make (theirs.txt)"), "\(result.errors)")
    #expect(try stored().paths == ["theirs.txt"])
  }
}
