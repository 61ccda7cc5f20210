import Foundation
import Testing

/// `findings pack`: a copy of an edition for somebody who may read it before its release.
@Suite struct PackTests {
  private static let at = "2027-03-01T09:00:00Z"

  /// A letter to come with a finding, a picture and a table beside it, which links to a public letter and to another
  /// one to come.
  private func workspace(_ front: String = "release: 2027-06-12") throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument(
      "letters/leeds/edition-1.md", "title: Leeds <b>\narea: leeds\nthemes: [neglect]\n\(front)",
      """
      Words before. See [York](letters/york), [Hull](letters/hull) and [the table](table.csv).

      ![A map](map.png)

      ## Areas for improvement

      - The first thing to improve is long enough to be told from all of the others by its beginning alone.
      - The second.
      """)
    try workspace.write("content/letters/leeds/map.png", Data([0x89, 0x50, 0x4E, 0x47]))
    try workspace.write("content/letters/leeds/table.csv", "a,b\n")
    try workspace.writeDocument("letters/york.md", "title: York\nrelease: 2024-01-10")
    try workspace.writeDocument("letters/hull.md", "title: Hull\nrelease: 2027-04-10")
    return workspace
  }

  private func pack(_ workspace: Workspace, _ arguments: String..., at instant: String = at) throws
    -> CommandResult
  {
    try workspace.findings(
      ["pack", "letters/leeds", "--content", "content", "--site", Repository.site.path, "--at", instant]
        + arguments)
  }

  private func pack(_ workspace: Workspace, as stage: String, for person: String, to output: String) throws
    -> String
  {
    let result = try pack(workspace, "--stage", stage, "--for", person, "--output", output)
    try #require(result.code == 0, "\(result.errors)")
    return try workspace.read(output)
  }

  private func check(_ workspace: Workspace) throws -> String {
    try workspace.findings("check", "--content", "content", "--at", Self.at).text
  }

  // MARK: The copy

  @Test("A copy says for whom it is, until when, and stands alone")
  func copy() throws {
    let workspace = try workspace()
    let result = try pack(
      workspace, "--stage", "draft", "--for", "The <director>", "--output", "a.html", "--comments", "a.csv")
    #expect(result.code == 0 && result.text == "a.html\na.csv\n", "\(result.errors)")
    let page = try workspace.read("a.html")
    #expect(page.contains("<title>Under embargo until 12 June 2027 at 09:30 (BST) - Leeds &lt;b&gt;</title>"))
    #expect(page.contains(#"<meta name="robots" content="noindex, nofollow, noarchive">"#))
    #expect(page.contains("<dt>For</dt><dd>The &lt;director&gt;</dd>\n<dt>Copy</dt><dd>1</dd>"))
    #expect(page.contains("Draft for the check of facts."))
    #expect(!page.contains("The <director>") && !page.contains("<script"))
    // Nothing is loaded, and nobody else can read the files.
    #expect(page.contains("<img src=\"data:image/png;base64,iVBORw==\""))
    #expect(
      page.matches(of: /(?:src|href)="(?!data:image|#)([^"]*)"/).map { String($0.1) } == [
        "https://findings.example.org/areas/leeds/", "https://findings.example.org/letters/york/",
      ])
    #expect(page.contains("<a>Neglect</a>") && page.contains(" Hull and <a>the table</a>"))
    for file in ["a.html", "a.csv"] {
      let mode = try FileManager.default.attributesOfItem(atPath: workspace.path(file))[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    #expect(
      try workspace.read("a.csv").hasPrefix(
        "key,text,comment,evidence\r\ntext-1,\"Words before. See York, Hull and the table.\",,\r\n"))
    #expect(try workspace.read("a.csv").hasSuffix("\r\nfinding-2,The second.,,\r\n"))
    for key in ["text-1", "finding-1", "finding-2"] { #expect(page.contains("id=\"\(key)\"")) }
    #expect(
      page.contains(
        "<td>finding-1</td><td>The first thing to improve is long enough to be told from all of the …</td>"))
  }

  @Test("What a copy does not hold is listed, and looks like no link")
  func absentFiles() throws {
    let workspace = try workspace()
    let page = try pack(workspace, as: "draft", for: "A", to: "a.html")
    #expect(page.contains("This copy does not hold the files listed here."))
    #expect(page.contains("<li>table.csv ") && !page.contains("<li>map.png "))
    #expect(page.contains("a:not([href]) { color: inherit; text-decoration: none }"))
    // A picture that the text only links to is not in the page.
    let file = "content/letters/leeds/edition-1.md"
    try workspace.write(file, try workspace.read(file).replacing("![A map]", with: "[A map]"))
    let linked = try pack(workspace, as: "draft", for: "A", to: "b.html")
    #expect(linked.contains("<li>map.png ") && linked.contains("<a>A map</a>"))
    #expect(!linked.contains("data:image"))
  }

  @Test("A long name is whole in the embargo, and cut short where every page has it")
  func longName() throws {
    let name = String(repeating: "W", count: 200)
    let short = String(repeating: "W", count: 60) + "…"
    let page = try pack(workspace(), as: "draft", for: name, to: "a.html")
    #expect(page.contains("<dt>For</dt><dd>\(name)</dd>"))
    #expect(page.contains("data-copy=\"Copy 1, \(short)\"") && page.contains("<span>\(short) · 1</span>"))
    #expect(page.split(separator: name).count == 2)
  }

  @Test("No cell of the sheet is a formula to a spreadsheet")
  func formulas() throws {
    let workspace = try workspace()
    try workspace.writeDocument(
      "guidance/plan.md", "title: Plan", "=HYPERLINK(1)\n\n+44 113 496 0000\n\n@SUM(A1)\n\nPlain.")
    let result = try workspace.findings(
      "pack", "guidance/plan", "--content", "content", "--site", Repository.site.path, "--at", Self.at,
      "--stage", "draft", "--for", "A", "--output", "a.html", "--comments", "a.csv")
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      try workspace.read("a.csv").hasSuffix(
        "\r\ntext-1,'=HYPERLINK(1),,\r\ntext-2,'+44 113 496 0000,,\r\ntext-3,'@SUM(A1),,\r\ntext-4,Plain.,,\r\n"
      ))
  }

  @Test("Every row of the sheet has its place in the text, whatever stands there")
  func keys() throws {
    let workspace = try workspace()
    try workspace.writeDocument(
      "guidance/plan.md", "title: Plan",
      """
      > **Note:** A callout.

      1. A numbered paragraph.
         - An item in it.
      2. Another.

      > Said by somebody.
      >
      > — Somebody

      - An item.
      - Another item.

      | A | B |
      | --- | --- |
      | 1 | 2 |

      ```
      code
      ```
      """)
    let result = try workspace.findings(
      "pack", "guidance/plan", "--content", "content", "--site", Repository.site.path, "--at", Self.at,
      "--stage",
      "draft", "--for", "A", "--output", "a.html", "--comments", "a.csv")
    try #require(result.code == 0, "\(result.errors)")
    let keys = try workspace.read("a.csv").split(separator: "\r\n").dropFirst().map {
      $0.prefix { $0 != "," }
    }
    #expect(
      keys == [
        "text-1", "paragraph-1", "paragraph-2", "text-2", "text-3", "text-4", "text-5", "text-6", "text-7",
      ])
    let page = try workspace.read("a.html")
    for key in keys { #expect(page.split(separator: "id=\"\(key)\"").count == 2, "\(key)") }
  }

  @Test("A copy of the final text says so, and one whose release is not settled too")
  func stages() throws {
    #expect(
      try pack(workspace(), as: "final", for: "A", to: "a.html").contains(
        "Final text, as it is to be published."))
    for front in [
      "reference: x", "release: 2027-02-12\nhold: {reason: x}", "release: 2027-06-12\nhold: {reason: x}",
      "release: 2027-02-12\nhold: {reason: x, cleared: {by: A, at: 2027-03-02}}",
    ] {
      #expect(
        try pack(workspace(front), as: "draft", for: "A", to: "a.html")
          .contains("<strong>Not for publication: its release is not settled</strong>"), "\(front)")
    }
  }

  @Test(
    "What is not to come, or would be written over, is refused, and no receipt is written",
    arguments: [
      (["letters/york"], "every edition of letters/york is public"),
      (["letters/leeds", "--output", "content/archive.yml"], "content/archive.yml is there already"),
      (["letters/leeds", "--edition", "2"], "letters/leeds has no edition 2; it has 1"),
      (["letters/leeds", "--for", "a\u{202E}b"], "--for is no name"),
      (["letters/leeds", "--output", "nowhere/a.html"], "nowhere"),
      (["letters/leeds", "--output", "b.html", "--comments", "b.html"], "name the same file"),
      (["letters/leeds", "--comments", "nowhere/a.csv"], "nowhere"),
      (["letters/leeds", "--to", "dsk"], "--to 'dsk' is nobody in recipients.yml"),
    ])
  func refusals(arguments: [String], reason: String) throws {
    let workspace = try workspace()
    let output = arguments.contains("--output") ? [] : ["--output", "a.html"]
    let person = arguments.contains("--for") ? [] : ["--for", "A"]
    let result = try workspace.findings(
      ["pack"] + arguments + output + person
        + ["--stage", "draft", "--content", "content", "--site", Repository.site.path, "--at", Self.at])
    #expect(result.code != 0 && result.errors.contains(reason), "\(result.errors)")
    #expect(!workspace.exists("a.html") && !workspace.exists("content/packs.jsonl"))
  }

  @Test("A text with errors is given to nobody, and not quoted")
  func errors() throws {
    let workspace = try workspace("release: 2027-06-12\nqzkey: qzvalue")
    let result = try pack(workspace, "--stage", "draft", "--for", "A", "--output", "a.html")
    #expect(result.code == 1 && result.errors.contains("letters/leeds edition 1 has errors"))
    #expect(!result.errors.contains("qz") && !workspace.exists("a.html"))
  }

  @Test("A copy changes nothing of the public site")
  func site() throws {
    let workspace = try workspace()
    let before = try workspace.build(at: Self.at)
    _ = try pack(workspace, as: "draft", for: "A", to: "a.html")
    #expect(try workspace.build(at: Self.at, to: "again") == before)
  }

  // MARK: Receipts

  @Test("Every copy has a receipt in a chain, and the text that it names is that of the public record")
  func receipts() throws {
    let workspace = try workspace()
    _ = try pack(workspace, as: "draft", for: "A", to: "a.html")
    let page = try pack(workspace, as: "final", for: "B", to: "b.html")
    #expect(page.contains("<dt>Copy</dt><dd>2</dd>"))
    let lines = try workspace.read("content/packs.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("{\"sequence\":2,\"previous\":\"\(try digest(of: lines[0], workspace))\""))
    #expect(lines[1].contains("\"stage\":\"final\",\"for\":\"B\",\"made\":\"2027-03-01T09:00:00Z\""))
    // The copy is a witness of the lines before its own.
    #expect(page.contains("<span class=\"fingerprint\">\(try digest(of: lines[0], workspace))</span>"))
    #expect(lines[1].hasSuffix("\"page\":\"\(try digest(of: page[...], workspace))\"}"))
    let text = try #require(lines[1].firstMatch(of: /"text":"([0-9a-f]{64})"/)).output.1
    #expect(try workspace.build(at: "2027-06-12T08:30:00Z").text("record.json").contains("\"\(text)\""))

    try workspace.write(
      "content/packs.jsonl", try workspace.read("content/packs.jsonl").replacing("\"A\"", with: "\"C\""))
    let changed = try workspace.findings("check", "--content", "content", "--at", Self.at)
    #expect(changed.code == 1)
    #expect(
      changed.text.contains("content/packs.jsonl:2: error: the line does not follow from the one before it"))
    let another = try pack(workspace, "--stage", "draft", "--for", "D", "--output", "d.html")
    #expect(another.code == 1 && !workspace.exists("d.html"), "\(another.errors)")
  }

  private func digest(of text: Substring, _ workspace: Workspace) throws -> Substring {
    try workspace.write("text", String(text))
    return try workspace.run(["sha256sum", "text"]).text.prefix(64)
  }

  @Test(
    "A copy that is interrupted leaves nothing of itself, and no copy is without a receipt",
    arguments: [("fsync", ""), ("linkat", "{\"sequence\":1,")])
  func killed(call: String, receipt: String) throws {
    let workspace = try workspace()
    try FileManager.default.createDirectory(at: workspace.url("out"), withIntermediateDirectories: false)
    let killed = try strace(workspace, "--trace=\(call)", "--inject=\(call):signal=SIGKILL:when=1")
    #expect(killed.code != 0)
    #expect(try workspace.names(in: "out") == [])
    let receipts = workspace.exists("content/packs.jsonl") ? try workspace.read("content/packs.jsonl") : ""
    #expect(receipts.isEmpty == receipt.isEmpty && receipts.hasPrefix(receipt), "\(receipts)")
    _ = try pack(workspace, as: "draft", for: "A", to: "out/a.html")
    #expect(try workspace.names(in: "out") == ["a.html"])
  }

  @Test("A copy is made where every file has a name from the beginning, and clears what was left there")
  func named() throws {
    let workspace = try workspace()
    try workspace.write("out/.a.html.new", "left")
    let result = try strace(workspace, "--trace-path=out", "--inject=openat:error=EOPNOTSUPP")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try workspace.names(in: "out") == ["a.html"])
    #expect(try workspace.read("out/a.html").contains("<dt>Copy</dt><dd>1</dd>"))
  }

  /// Makes a copy in a folder of its own, with what strace does to system calls.
  private func strace(_ workspace: Workspace, _ options: String...) throws -> CommandResult {
    try workspace.run(
      ["strace", "-f", "-qq", "-o", "strace"] + options + [
        Repository.command.path, "pack", "letters/leeds", "--content", "content", "--site",
        Repository.site.path, "--at", Self.at, "--stage", "draft", "--for", "A", "--output", "out/a.html",
      ])
  }

  @Test("A final text that is not the one that somebody was given is told with the copy")
  func outdated() throws {
    let workspace = try workspace()
    for (person, stage) in [("A", "draft"), ("B", "final"), ("C", "final")] {
      _ = try pack(workspace, as: stage, for: person, to: "\(person).html")
    }
    #expect(try !check(workspace).contains("outdated-pack"))
    let file = "content/letters/leeds/edition-1.md"
    try workspace.write(file, try workspace.read(file).replacing("The second.", with: "The other."))
    let warning =
      "\(file): warning: the text is not the one that 'B' was given as final in copy 2 [outdated-pack]"
    #expect(try check(workspace).contains(warning))
    #expect(try check(workspace).split(separator: "outdated-pack").count == 3)
    let status = try workspace.findings("status", "--content", "content", "--at", Self.at)
    #expect(status.errors.contains(warning) && !status.text.contains("outdated"))
    // Whoever is given the new text is told of no more.
    _ = try pack(workspace, as: "final", for: "B", to: "B2.html")
    #expect(try !check(workspace).contains("'B'"))
    #expect(try check(workspace).contains("'C' was given as final in copy 3"))
  }

  // MARK: Encryption

  @Test("A copy for somebody's key opens with that key alone, and has their name")
  func encrypted() throws {
    let workspace = try workspace()
    for name in ["desk", "other"] {
      try #require(try workspace.run(["age-keygen", "-o", "\(name).txt"]).code == 0)
    }
    let key = try workspace.run(["age-keygen", "-y", "desk.txt"]).text.split(separator: "\n")[0]
    try workspace.write("content/recipients.yml", "- {id: desk, name: The desk, key: \(key)}\n")
    let result = try pack(
      workspace, "--stage", "final", "--to", "desk", "--output", "a.html.age", "--comments", "a.csv.age")
    #expect(result.code == 0, "\(result.errors)")
    for (file, words) in [("a.html.age", "<dt>For</dt><dd>The desk</dd>"), ("a.csv.age", "The second.")] {
      #expect(try workspace.run(["age", "-d", "-i", "desk.txt", file]).text.contains(words))
      #expect(try workspace.run(["age", "-d", "-i", "other.txt", file]).code == 1)
    }
    #expect(
      try workspace.read("content/packs.jsonl").contains("\"for\":\"The desk\",\"sealed-for\":\"desk\""))
  }

  @Test("Sealing a document tells of the receipts that name it")
  func sealedAfterwards() throws {
    let workspace = try workspace()
    try #require(try workspace.run(["age-keygen", "-o", "desk.txt"]).code == 0)
    let key = try workspace.run(["age-keygen", "-y", "desk.txt"]).text.split(separator: "\n")[0]
    try workspace.write(
      "content/recipients.yml", "- {id: desk, name: The desk, key: \(key), sealed-content: true}\n")
    _ = try pack(workspace, as: "draft", for: "A", to: "a.html")
    let words = "content/packs.jsonl names it, in the receipts of packs"
    for (document, isNamed) in [("letters/leeds", true), ("letters/hull", false)] {
      let result = try workspace.findings("seal", document, "--content", "content", "--at", Self.at)
      #expect(result.code == 0 && result.errors.contains(words) == isNamed, "\(result.errors)")
    }
  }

  @Test("A receipt of a sealed document does not name it in the content")
  func sealed() throws {
    let workspace = try workspace()
    try #require(try workspace.run(["age-keygen", "-o", "desk.txt"]).code == 0)
    let key = try workspace.run(["age-keygen", "-y", "desk.txt"]).text.split(separator: "\n")[0]
    try workspace.write(
      "content/recipients.yml", "- {id: desk, name: The desk, key: \(key), sealed-content: true}\n")
    try #require(
      try workspace.findings("seal", "letters/leeds", "--content", "content", "--at", Self.at).code == 0)
    let identity = ["--identity", "desk.txt", "--stage", "draft", "--for", "A", "--output", "a.html"]
    let inContent = try workspace.findings(
      ["pack", "letters/leeds", "--content", "content", "--site", Repository.site.path, "--at", Self.at]
        + identity)
    #expect(inContent.code == 1 && inContent.errors.contains("give a file elsewhere with --packs"))
    for files in [
      ["--packs", "content/packs.jsonl"], ["--packs", "packs.jsonl", "--comments", "content/a.csv"],
    ] {
      let refused = try workspace.findings(
        ["pack", "letters/leeds", "--content", "content", "--site", Repository.site.path, "--at", Self.at]
          + identity + files)
      #expect(refused.code == 1 && refused.errors.contains("the document is sealed, and"), "\(files)")
    }
    let elsewhere = try workspace.findings(
      ["pack", "letters/leeds", "--content", "content", "--site", Repository.site.path, "--at", Self.at]
        + identity + ["--packs", "packs.jsonl"])
    #expect(elsewhere.code == 0, "\(elsewhere.errors)")
    #expect(try workspace.read("a.html").contains("data:image/png;base64,iVBORw=="))
    #expect(!workspace.exists("content/packs.jsonl"))
  }
}
