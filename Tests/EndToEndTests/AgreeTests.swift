import Foundation
import Testing

/// `findings agree`: an inspectorate's agreement to the text of an edition as it stands.
@Suite struct AgreeTests {
  private static let at = "2027-03-01T09:00:00Z"
  private static let file = "content/letters/leeds.md"

  private func workspace(_ front: String = "") throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists("agreement: {collections: [letters], from: 2027-01-01}")
    try workspace.writeDocument(
      "letters/leeds.md",
      "title: Leeds # a comment\nrelease: 2027-03-12\ninspectorates: [ofsted, cqc]" + front)
    return workspace
  }

  private func agree(
    _ workspace: Workspace, by inspectorate: String, _ arguments: String..., at instant: String = at
  ) throws -> CommandResult {
    try workspace.findings(
      ["agree", "letters/leeds", "--content", "content", "--by", inspectorate, "--at", instant] + arguments)
  }

  private func status(_ workspace: Workspace, at instant: String = at) throws -> String {
    try workspace.findings("status", "letters/leeds", "--content", "content", "--at", instant).text
  }

  @Test("A letter that all have agreed becomes public at its moment; a change of its text voids that")
  func agreement() throws {
    let workspace = try workspace()
    let first = try agree(workspace, by: "ofsted", "--person", "A. Editor")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.text.contains("awaiting-agreement: these inspectorates have not agreed the text: cqc;"))
    #expect(try !workspace.build(at: "2027-03-12").paths.contains("letters/leeds/index.html"))
    let second = try agree(workspace, by: "cqc")
    #expect(
      second.text == "letters/leeds edition 1: embargoed: its release is on 2027-03-12T09:30:00+00:00\n")
    #expect(second.text == (try status(workspace)))
    #expect(try !workspace.build(at: "2027-03-12T09:29:59.999Z").paths.contains("letters/leeds/index.html"))
    #expect(try workspace.build(at: "2027-03-12T09:30:00Z").paths.contains("letters/leeds/index.html"))

    let agreed = try workspace.read(Self.file)
    try workspace.write(Self.file, agreed.replacing("The text.", with: "Another text."))
    #expect(
      try status(workspace).contains(
        "not agreed the text: ofsted, cqc; the text changed after ofsted, cqc agreed"))
    #expect(try !workspace.build(at: "2027-03-12T09:30:00Z").paths.contains("letters/leeds/index.html"))
    // What was agreed is agreed again.
    try workspace.write(Self.file, agreed)
    #expect(try status(workspace) == second.text)
  }

  @Test("Nothing in the file changes but the agreements, and its permissions stay")
  func bytes() throws {
    let workspace = try workspace()
    let before = try workspace.read(Self.file)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: workspace.path(Self.file))
    try #require(try agree(workspace, by: "cqc", "--person", "B: \"Bo\"").code == 0)
    let lines = try workspace.read(Self.file).split(separator: "\n", omittingEmptySubsequences: false)
    let added = lines.filter { $0 == "agreed:" || $0.hasPrefix("  - {inspectorate: cqc, ") }
    #expect(added.count == 2)
    #expect(added.last?.contains(#", by: "B: \"Bo\"", at: 2027-03-01T09:00:00+00:00, digest: "#) == true)
    #expect(lines.filter { !added.contains($0) }.joined(separator: "\n") == before)
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path(Self.file))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try workspace.names(in: "content/letters") == ["leeds.md"])
    // Once more, by another and for another moment: the former agreement is gone.
    try #require(try agree(workspace, by: "cqc", at: "2027-03-02T09:00:00Z").code == 0)
    let again = try workspace.read(Self.file)
    #expect(again.contains("  - {inspectorate: cqc, at: 2027-03-02T09:00:00+00:00, digest: "))
    #expect(again.split(separator: "inspectorate: cqc").count == 2)
  }

  @Test("The digest that is recorded is that of the public record")
  func digest() throws {
    let workspace = try workspace()
    let file = "content/letters/leeds/edition-1.md"
    try workspace.write(file, try workspace.read(Self.file) + "\nThe [plan](plan.pdf).\n")
    try workspace.remove(Self.file)
    try workspace.write("content/letters/leeds/plan.pdf", "%PDF-1.4")
    for inspectorate in ["ofsted", "cqc"] { _ = try agree(workspace, by: inspectorate) }
    let record = try workspace.build(at: "2027-03-12T09:30:00Z").text("record.json")
    let digest = try #require(try workspace.read(file).firstMatch(of: /digest: ([0-9a-f]{64})/)).output.1
    #expect(record.contains("\"\(digest)\""))
  }

  @Test("Without a number it is the latest edition that is not public")
  func edition() throws {
    let workspace = try workspace()
    try workspace.remove(Self.file)
    for (number, release) in ["2026-03-12", "2027-03-12", "2027-04-12"].enumerated() {
      try workspace.writeDocument(
        "letters/leeds/edition-\(number + 1).md", "title: Leeds\nrelease: \(release)\nchange: x")
    }
    let files = (1...3).map { "content/letters/leeds/edition-\($0).md" }
    func agreed() throws -> [Bool] { try files.map { try workspace.read($0).contains("agreed:") } }
    #expect(try agree(workspace, by: "cqc").text.hasPrefix("letters/leeds edition 3: awaiting-agreement: "))
    #expect(try agreed() == [false, false, true])
    #expect(try agree(workspace, by: "cqc", "--edition", "2").text.hasPrefix("letters/leeds edition 2: "))
    #expect(try agreed() == [false, true, true])
    let published = try agree(workspace, by: "cqc", "--edition", "1")
    #expect(published.code == 1)
    #expect(
      published.errors
        == "findings: letters/leeds edition 1 is public already; a correction is a new edition\n")
    #expect(try agreed() == [false, true, true])
  }

  // MARK: Refusals

  @Test(
    "What cannot be agreed is refused with what to do, and the file stays",
    arguments: [
      ("", ["--by", "cqq"], 64, "no inspectorate; known: ofsted, cqc; did you mean 'cqc'?"),
      ("", ["--by", "cqc", "--edition", "2"], 1, "letters/leeds has no edition 2; it has 1"),
      ("", ["--by", "cqc", "--person", " "], 64, "--person is no name"),
      ("", ["--by", "cqc", "--person", "a\u{202E}b"], 64, "--person is no name"),
      (
        "\ninspectorates: [ofsted]", ["--by", "cqc"], 1, "does not name cqc under 'inspectorates', but ofsted"
      ),
      ("\nthemes: [x]", ["--by", "cqc"], 1, "has errors; mend them first"),
      (
        "\nremoved: {at: 2027-01-01, reason: x}", ["--by", "cqc"], 1, "was removed; there is nothing to agree"
      ),
      ("\nrelease: 2026-01-01", ["--by", "cqc"], 1, "every edition of letters/leeds is public"),
      (
        "\nagreed:\n  - inspectorate: cqc # by telephone\n    at: 2027-01-01\n    digest: 1",
        ["--by", "cqc"], 1,
        "content/letters/leeds.md:4: error: the front matter is written in a way that this command does not edit"
      ),
    ])
  func refusals(front: String, arguments: [String], code: Int, message: String) throws {
    let workspace = try workspace()
    try workspace.writeDocument(
      "letters/leeds.md", "title: Leeds" + (front.contains("release:") ? "" : "\nrelease: 2027-03-12") + front
    )
    let before = try workspace.tree("content")
    let result = try workspace.findings(
      ["agree", "letters/leeds", "--content", "content", "--at", Self.at] + arguments)
    #expect(result.code == code)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(try workspace.tree("content") == before)
  }

  @Test("An unknown document is refused with the one that was meant")
  func unknownDocument() throws {
    let result = try workspace().findings(
      "agree", "letters/leds", "--content", "content", "--by", "cqc", "--at", Self.at)
    #expect(result.code == 1)
    #expect(
      result.errors
        == "findings: there is no document 'letters/leds' in content; did you mean 'letters/leeds'?\n")
  }

  @Test("The entry to write by hand is complete")
  func entryByHand() throws {
    let workspace = try workspace(
      "\nagreed:\n  - inspectorate: cqc # by telephone\n    at: 2027-01-01\n    digest: 1")
    let refused = try agree(workspace, by: "cqc")
    let entry = try #require(refused.errors.firstMatch(of: /by hand: (\{.*\})/)).output.1
    let text = try workspace.read(Self.file)
    let start = try #require(text.firstRange(of: "inspectorate: cqc #")).lowerBound
    let end = try #require(text.firstRange(of: "digest: 1")).upperBound
    try workspace.write(Self.file, text.replacingCharacters(in: start..<end, with: String(entry)))
    #expect(try status(workspace).contains("have not agreed the text: ofsted;"))
  }

  @Test("A folder that is a symbolic link, and one that may not be written, leave everything as it was")
  func folders() throws {
    let workspace = try workspace()
    try FileManager.default.moveItem(at: workspace.url("content/letters"), to: workspace.url("elsewhere"))
    try FileManager.default.createSymbolicLink(
      at: workspace.url("content/letters"), withDestinationURL: workspace.url("elsewhere"))
    let before = try workspace.tree("elsewhere")
    #expect(try agree(workspace, by: "cqc").code == 1)
    #expect(try workspace.tree("elsewhere") == before)
  }

  @Test("Killed at any point, the file is the former or the new one whole, and the next run does it")
  func killed() throws {
    let workspace = try workspace()
    let former = try workspace.read(Self.file)
    var outcomes: Set<Bool> = []
    for step in 0..<40 {
      try workspace.write(Self.file, former)
      _ = try workspace.run(
        [
          "timeout", "--signal=KILL", String(format: "%.4f", 0.002 + 0.002 * Double(step)),
          Repository.command.path,
          "agree", "letters/leeds", "--content", "content", "--by", "cqc", "--at", Self.at,
        ])
      let text = try workspace.read(Self.file)
      outcomes.insert(text == former)
      if text != former {
        #expect(try status(workspace).contains("have not agreed the text: ofsted;"), "\(text)")
      }
    }
    #expect(outcomes == [true, false])
    try workspace.write(Self.file, former)
    #expect(try agree(workspace, by: "cqc").code == 0)
    #expect(try workspace.names(in: "content/letters") == ["leeds.md"])
  }
}
