import Foundation
import Testing

/// `findings publish` and `findings ledger`, run as commands.
@Suite struct PublishTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.writeLists()
    try letter("first", "release: 2024-01-10")
  }

  private func letter(_ name: String, _ front: String, _ body: String = "The text.") throws {
    try workspace.writeDocument("letters/\(name).md", "title: Letter \(name)\n\(front)", body)
  }

  private func publish(at instant: String, _ options: String...) throws -> CommandResult {
    try workspace.findings(
      ["publish", "--content", "content", "--site", Repository.site.path, "--to", "public", "--at", instant]
        + options)
  }

  /// Publishes, and expects it to succeed.
  @discardableResult
  private func released(at instant: String, _ options: String...) throws -> CommandResult {
    let result = try workspace.findings(
      ["publish", "--content", "content", "--site", Repository.site.path, "--to", "public", "--at", instant]
        + options)
    try #require(result.code == 0, "\(result.errors)")
    return result
  }

  private func verify() throws -> CommandResult {
    try workspace.findings("ledger", "verify", "--to", "public")
  }

  private var ledger: [String] {
    get throws { try workspace.read("public/ledger.jsonl").split(separator: "\n").map(String.init) }
  }

  private var current: String {
    get throws { try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path("public/current")) }
  }

  private func isPublic(_ name: String) -> Bool {
    workspace.exists("public/current/letters/\(name)/index.html")
  }

  // MARK: A release

  @Test func `The tree is exactly what a build writes at that instant`() throws {
    try released(at: "2024-02-01")
    let built = try workspace.build(at: "2024-02-01", to: "built")
    let published = try Tree(at: workspace.url("public/current"))
    #expect(published.difference(to: built) == nil)
    #expect(try verify().code == 0)
  }

  @Test func `What has not changed is the same file, and is never written`() throws {
    try released(at: "2024-02-01")
    let before = try inode(of: "public/current/letters/first/editions/1/index.html")
    try letter("second", "release: 2024-02-10")
    try released(at: "2024-02-20")
    #expect(try inode(of: "public/current/letters/first/editions/1/index.html") == before)
    #expect(isPublic("second"))
    #expect(!workspace.exists("public/previous/letters/second/index.html"))
    #expect(try workspace.names(in: "public/releases").count == 2)
  }

  private func inode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: workspace.path(path))[.systemFileNumber] as? Int
  }

  @Test func `Equal trees make no release and no line`() throws {
    try released(at: "2024-02-01")
    let release = try current
    let again = try released(at: "2024-02-02")
    #expect(again.errors.contains("Nothing has changed"))
    #expect(try current == release)
    #expect(try ledger.count == 1)
  }

  @Test func `The summary says to programs what became public`() throws {
    struct Summary: Decodable {
      let release: String?
      let planned: String
      let actual: String?
      let published: [String]
      let missed: [String]
      let files: Int
      let shared: Int
    }
    let first = try JSONDecoder().decode(
      Summary.self, from: try released(at: "2024-02-01", "--format", "json").output)
    #expect(first.release == String(try current.dropFirst("releases/".count)))
    #expect(first.published == ["letters/first edition 1"])
    #expect(first.planned == "2024-02-01T09:30:00Z")
    #expect(first.actual != nil)
    #expect(first.files > 10 && first.shared == 0)
    try letter("copied", "release: 2024-01-15")
    let second = try JSONDecoder().decode(
      Summary.self, from: try released(at: "2024-02-02", "--format", "json").output)
    #expect(second.release == nil && second.actual == nil)
    #expect(second.published == [] && second.missed == ["letters/copied edition 1"])
    #expect(second.files == second.shared)
  }

  @Test(arguments: ["content/public", "content", "site/public/deep", "./content/../content/x"])
  func `Nothing is published into what is read`(target: String) throws {
    try workspace.copy(Repository.site, to: "site")
    let result = try workspace.findings(
      "publish", "--content", "content", "--site", "site", "--to", target, "--at", "2024-02-01")
    #expect(result.code == 64 && result.errors.contains("lies in"), "\(result.errors)")
    #expect(!workspace.exists("content/public") && !workspace.exists("site/public"))
  }

  @Test func `A file that was damaged in a release is written anew for the next`() throws {
    try released(at: "2024-02-01")
    let robots = try workspace.read("public/current/robots.txt")
    try workspace.write("public/current/robots.txt", "damaged")
    try letter("second", "release: 2024-02-10")
    let result = try released(at: "2024-02-20")
    #expect(
      result.errors.contains(
        "warning: robots.txt is not on the disk as it was written, as the last release or its copy has it"))
    #expect(try workspace.read("public/current/robots.txt") == robots)
    #expect(
      try workspace.tree("public/current").difference(to: workspace.build(at: "2024-02-20", to: "built"))
        == nil)
    // What readers saw before is not mended, and that is told.
    #expect(try verify().code == 1)
  }

  @Test func `A build does not write what readers see`() throws {
    try released(at: "2024-02-01")
    let before = try workspace.tree("public/current")
    let result = try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--output", "public/current", "--at",
      "2030-01-01")
    #expect(result.code == 1 && result.errors.contains("is a release"), "\(result.errors)")
    #expect(try workspace.tree("public/current").difference(to: before) == nil)
    #expect(try verify().code == 0)
  }

  @Test func `A ledger that does not know what readers see stops everything, and nothing is deleted`() throws
  {
    try released(at: "2024-02-01")
    let old = try workspace.read("public/ledger.jsonl")
    try letter("second", "release: 2024-02-10")
    try released(at: "2024-02-20")
    let shown = try current
    for ledger in [old, ""] {
      try workspace.write("public/ledger.jsonl", ledger)
      for options in [[], ["--rollback"]] as [[String]] {
        let result = try workspace.findings(
          ["publish", "--content", "content", "--site", Repository.site.path, "--to", "public"] + options)
        #expect(result.code == 1 && result.errors.contains("ledger.jsonl does not end with release"))
      }
      #expect(try current == shown && isPublic("second"))
    }
  }

  @Test func `So many old releases are kept as were asked for`() throws {
    for day in 10..<16 {
      try letter("day-\(day)", "release: 2024-03-\(day)")
      try released(at: "2024-03-\(day)", "--keep", "2")
    }
    #expect(try workspace.names(in: "public/releases").count == 3)
    #expect(try workspace.names(in: "public/manifests").count == 3)
    #expect(try verify().code == 0)
  }

  @Test func `Nothing is released before its moment, nor for a time that is gone`() throws {
    let coming = try publish(at: "2090-01-01")
    #expect(coming.code == 1)
    #expect(coming.errors.contains("still to come"))
    #expect(!workspace.exists("public/current"))
    try released(at: "2024-02-01")
    let earlier = try publish(at: "2024-01-31")
    #expect(earlier.code == 1)
    #expect(earlier.errors.contains("is before it"))
  }

  @Test func `A folder that somebody else fills is left alone`() throws {
    try workspace.write("public/index.html", "somebody's")
    let result = try publish(at: "2024-02-01")
    #expect(result.code == 1)
    #expect(result.errors.contains("did not make"))
    #expect(try workspace.names(in: "public") == ["index.html"])
  }

  // MARK: What has been public

  /// What would undo something, and what is said of it.
  private static let undoings: [(what: String, front: String?, body: String, message: String)] = [
    ("an altered text", "release: 2024-01-10", "Another text.", "is not the one that readers saw"),
    ("an altered title", "release: 2024-01-10\nsummary: New", "The text.", "is not the one that readers saw"),
    ("a file that is gone", nil, "", "was public and no longer is"),
    ("a draft", "", "The text.", "was public and no longer is"),
    ("a later release", "release: 2024-12-01", "The text.", "was public and no longer is"),
    ("a new hold", "release: 2024-01-10\nhold: {reason: Wait}", "The text.", "was public and no longer is"),
  ]

  @Test("What has been public is not undone", arguments: undoings.map(\.what))
  func undoing(what: String) throws {
    let undoing = try #require(Self.undoings.first { $0.what == what })
    try letter("other", "release: 2024-01-11")
    try released(at: "2024-02-01")
    let release = try current
    if let front = undoing.front {
      try letter("first", front, undoing.body)
    } else {
      try workspace.remove("content/letters/first.md")
    }
    let result = try publish(at: "2024-02-02")
    #expect(result.code == 1)
    #expect(result.errors.contains("letters/first"), "\(result.errors)")
    #expect(result.errors.contains(undoing.message), "\(result.errors)")
    #expect(result.errors.contains("nothing was released"))
    #expect(try current == release)
    #expect(try ledger.count == 1)
    #expect(try !workspace.names(in: "public").contains("staging"))
  }

  @Test func `A correction is a new edition, and the ledger has both texts`() throws {
    try released(at: "2024-02-01")
    try workspace.remove("content/letters/first.md")
    try letter("first/edition-1", "release: 2024-01-10")
    try letter("first/edition-2", "release: 2024-02-05\nchange: The text", "Corrected.")
    // The title names the folder in this helper, so it is written as it was.
    for edition in 1...2 {
      let path = "content/letters/first/edition-\(edition).md"
      let text = try workspace.read(path)
      try workspace.write(path, text.replacing("Letter first/edition-\(edition)", with: "Letter first"))
    }
    try released(at: "2024-02-06")
    #expect(try ledger[1].contains("\"changed\":[{\"document\":\"letters/first\",\"edition\":2"))
    #expect(try verify().code == 0)
  }

  @Test func `A withdrawal is not taken back, and no rollback undoes it`() throws {
    try released(at: "2024-02-01")
    let before = try current
    try letter("first", "release: 2024-01-10\nwithdrawn: {at: 2024-02-02, reason: Wrong, decided-by: Ofsted}")
    try released(at: "2024-02-03")
    #expect(try ledger[1].contains("\"withdrawn\":[{\"document\":\"letters/first\""))
    let rollback = try publish(at: "2024-02-04", "--rollback")
    #expect(rollback.code == 1)
    #expect(rollback.errors.contains("was withdrawn since"), "\(rollback.errors)")
    #expect(try current != before)
    try letter("first", "release: 2024-01-10")
    let restored = try publish(at: "2024-02-05")
    #expect(restored.code == 1)
    #expect(restored.errors.contains("was withdrawn and no longer is"))
  }

  @Test func `A removal takes the text from the releases that are kept`() throws {
    try letter("first", "release: 2024-01-10", "The words qzgone stand here.")
    try letter("other", "release: 2024-01-11")
    try released(at: "2024-02-01")
    try letter("third", "release: 2024-02-02")
    try released(at: "2024-02-03")
    try letter(
      "first", "release: 2024-01-10\nremoved: {at: 2024-02-04, reason: A court, decided-by: Ofsted}", "")
    try released(at: "2024-02-05")
    #expect(try ledger[2].contains("\"removed\":[\"letters/first\"]"))
    #expect(try workspace.names(in: "public/releases").count == 1)
    let found = try workspace.run(["grep", "-rli", "qzgone", "public"])
    #expect(found.text.isEmpty)
    #expect(try verify().code == 0)
  }

  // MARK: Rule 7

  @Test func `A copied letter with an old date does not appear by itself`() throws {
    try released(at: "2024-02-01")
    try letter("copied", "release: 2024-01-15")
    let result = try released(at: "2024-02-02")
    #expect(result.errors.contains("the release of letters/copied edition 1 was missed"), "\(result.errors)")
    #expect(!isPublic("copied"))
    let added = try released(at: "2024-02-03", "--backfill", "letters/copied")
    #expect(isPublic("copied"))
    #expect(added.errors.contains("1 added later"))
    #expect(try ledger[1].contains("\"backfilled\":[{\"document\":\"letters/copied\""))
    #expect(try publish(at: "2024-02-04", "--backfill", "letters/first").code == 1)
  }

  @Test func `A hold that is cleared late does not release`() throws {
    try letter("held", "release: 2024-02-05\nhold: {reason: Wait}")
    try released(at: "2024-02-01")
    try letter("held", "release: 2024-02-05\nhold: {reason: Wait, cleared: {by: Ofsted, at: 2024-02-06}}")
    let result = try released(at: "2024-02-07")
    #expect(result.errors.contains("letters/held edition 1 was missed"), "\(result.errors)")
    #expect(!isPublic("held"))
    try letter("held", "release: 2024-02-08\nhold: {reason: Wait, cleared: {by: Ofsted, at: 2024-02-06}}")
    try released(at: "2024-02-09")
    #expect(isPublic("held"))
  }

  @Test func `A hold whose clearing is dated back does not release what was passed by`() throws {
    try letter("held", "release: 2024-02-05\nhold: {reason: Wait}")
    try released(at: "2024-02-01")
    try released(at: "2024-02-06")
    #expect(try ledger[1].contains("\"kind\":\"passing\""))
    try letter("held", "release: 2024-02-05\nhold: {reason: Wait, cleared: {by: Ofsted, at: 2024-02-04}}")
    let result = try released(at: "2024-02-07")
    #expect(result.errors.contains("letters/held edition 1 was missed"), "\(result.errors)")
    #expect(!isPublic("held"))
  }

  @Test func `A broken edition that is due stays back, and the others go out`() throws {
    try letter("broken", "release: 2024-01-12", "<b>Raw</b>")
    let result = try publish(at: "2024-02-01")
    #expect(result.code == 1)
    #expect(result.errors.contains("letters/broken.md"), "\(result.errors)")
    #expect(isPublic("first"))
    #expect(!isPublic("broken"))
  }

  // MARK: Back and on

  @Test func `A rollback stays until it is resumed`() throws {
    try released(at: "2024-02-01")
    let before = try current
    try letter("second", "release: 2024-02-02")
    try released(at: "2024-02-03")
    let after = try current
    #expect(try publish(at: "2024-02-04", "--rollback").code == 0)
    #expect(try current == before)
    try letter("third", "release: 2024-02-05")
    #expect(try publish(at: "2024-02-06").errors.contains("--resume"))
    #expect(try current == before)
    try released(at: "2024-02-06", "--resume")
    #expect(try current != after)
    #expect(isPublic("second") && isPublic("third"))
    #expect(try verify().code == 0)
  }

  private var release: String {
    get throws { String(try current.dropFirst("releases/".count)) }
  }

  @Test func `A rollback passes over what cannot be shown again, and says why`() throws {
    try released(at: "2024-02-01")
    let first = try release
    try letter("second", "release: 2024-02-02")
    try released(at: "2024-02-03")
    let second = try release
    try letter("third", "release: 2024-02-04")
    try released(at: "2024-02-05")
    let third = try release
    try letter("second", "release: 2024-02-02\nwithdrawn: {at: 2024-02-06, reason: x, decided-by: Ofsted}")
    try letter("third", "release: 2024-02-04\nremoved: {at: 2024-02-06, reason: x, decided-by: Ofsted}", "")
    try released(at: "2024-02-07")
    let named = try publish(at: "2024-02-08", "--rollback", third)
    let isGone = "release \(third) is not kept any more"
    #expect(named.code == 1 && named.errors.contains(isGone), "\(named.errors)")
    let result = try publish(at: "2024-02-08", "--rollback")
    #expect(result.code == 0 && result.errors.contains(isGone))
    #expect(
      result.errors.contains(
        "release \(second) has the text of letters/second edition 1, which was withdrawn since"))
    #expect(try release == first)
  }

  @Test func `Where no release can be shown again, each is named with its reason`() throws {
    try released(at: "2024-02-01")
    let first = try release
    let none = try publish(at: "2024-02-02", "--rollback")
    #expect(none.code == 1 && none.errors == "findings: there is no earlier release to go back to\n")
    try letter("first", "release: 2024-01-10\nwithdrawn: {at: 2024-02-02, reason: x, decided-by: Ofsted}")
    try released(at: "2024-02-03")
    let barred = try publish(at: "2024-02-04", "--rollback")
    #expect(barred.code == 1)
    #expect(
      barred.errors.contains(
        "there is no earlier release to go back to: release \(first) has the text of letters/first edition 1")
    )
  }

  // MARK: The ledger

  /// What somebody may do to a ledger or a release behind our back.
  private static let tamperings: [(what: String, command: String)] = [
    ("a changed line", "sed -i '1s/Letter/Latter/;1s/\"edition\":1/\"edition\":2/' public/ledger.jsonl"),
    ("a line left out", "sed -i 1d public/ledger.jsonl"),
    ("a line put in", "sed -i '1p' public/ledger.jsonl"),
    ("a torn line", "truncate -s -5 public/ledger.jsonl"),
    ("a changed page", "echo x >> public/current/letters/first/index.html"),
    ("a page that is gone", "rm public/current/letters/first/index.html"),
    ("a page put in", "cp public/current/index.html public/current/other.html"),
    ("another release", "ln -sfn releases/$(ls public/releases | head -1)x public/current"),
  ]

  @Test("The ledger proves what was done behind our back", arguments: tamperings.map(\.what))
  func tampering(what: String) throws {
    let tampering = try #require(Self.tamperings.first { $0.what == what })
    try released(at: "2024-02-01")
    try letter("second", "release: 2024-02-02")
    try released(at: "2024-02-03")
    #expect(try verify().code == 0)
    try workspace.run(["sh", "-c", tampering.command])
    let result = try verify()
    #expect(result.code == 1)
    #expect(!result.errors.isEmpty)
  }

  // MARK: Accidents

  @Test func `A full disk leaves the public site as it was`() throws {
    try released(at: "2024-02-01")
    let release = try current
    try letter("second", "release: 2024-02-02")
    let result = try workspace.run([
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=write", "-e",
      "inject=write:error=ENOSPC:when=2+",
      Repository.command.path, "publish", "--content", "content", "--site", Repository.site.path, "--to",
      "public",
      "--at", "2024-02-03",
    ])
    #expect(result.code != 0)
    #expect(try current == release)
    #expect(try ledger.count == 1)
    try released(at: "2024-02-03")
    #expect(isPublic("second"))
    #expect(try verify().code == 0)
  }

  @Test func `Everything is on the disk before readers see it`() throws {
    try workspace.run([
      "strace", "-f", "-qq", "-o", "calls", "-e", "trace=rename,symlink,fsync,syncfs,openat,link,write",
      Repository.command.path, "publish", "--content", "content", "--site", Repository.site.path, "--to",
      "public",
      "--at", "2024-02-01",
    ])
    let calls = try workspace.read("calls").split(separator: "\n").map(String.init)
    let swap = try #require(calls.lastIndex { $0.contains("next-link") && $0.contains("public/current") })
    let sync = try #require(calls[..<swap].lastIndex { $0.contains("syncfs(") })
    // Behind the sync of everything only the note of what is pending is written, and synced by itself.
    let written = calls[sync..<swap].filter { $0.contains("O_CREAT") || $0.contains("link(\"/") }
    #expect(written.allSatisfy { $0.contains("pending.json") }, "\(written)")
    // Of the note, of the folder with it, and of the new name of the tree.
    #expect(calls[sync..<swap].count { $0.contains("fsync(") && !$0.contains("syncfs(") } == 3)
    #expect(calls[swap...].contains { $0.contains("fsync(") })
  }

  @Test(.timeLimit(.minutes(10)))
  func `Killed at any moment, readers see one whole release, and the next run goes on`() throws {
    let killed = try workspace.run(
      [
        "python3", Repository.support.appending(path: "kill_publish.py").path, Repository.command.path,
        Repository.site.path, workspace.path("kills"), "200",
      ], seconds: 500)
    #expect(killed.code == 0, "\(killed.text.suffix(3000))\(killed.errors.suffix(2000))")
  }
}
