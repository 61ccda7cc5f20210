import Foundation
import Testing

/// `findings render`: Markdown on standard input or from a file to a fragment of HTML.
@Suite struct RenderTests {
  private func render(_ input: Data) throws -> CommandResult {
    try Workspace().findings("render", input: input)
  }

  private func render(_ text: String) throws -> CommandResult {
    try render(Data(text.utf8))
  }

  @Test("Standard input and a file give the same fragment")
  func inputAndFile() throws {
    let workspace = try Workspace()
    let text = "## Heading\n\nA *paragraph* of [text](letters/leeds-2024).\n"
    try workspace.write("text.md", text)
    let file = try workspace.findings("render", "text.md")
    let input = try workspace.findings("render", input: Data(text.utf8))
    #expect(file.code == 0 && input.code == 0)
    #expect(file.output == input.output)
    #expect(file.text.contains("<em>paragraph</em>"))
    #expect(file.text.contains("href=\"letters/leeds-2024\""), "links stay as written")
    #expect(file.errors.isEmpty)
  }

  @Test("Front matter is not looked for")
  func frontMatterIsText() throws {
    let result = try render("---\ntitle: Leeds\n---\n\nText.\n")
    #expect(result.text.contains("title: Leeds"))
  }

  @Test("Nothing gives nothing")
  func empty() throws {
    let result = try render("")
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
  }

  /// What is unsafe, and what may not be in the output.
  static let unsafe: [(String, String)] = [
    ("<script>alert(1)</script>", "<script"), ("<b onclick=x>bold</b>", "<b"),
    ("[link](javascript:alert)", "href=\"javascript"), ("![i](data:image/svg+xml,x)", "src=\"data:"),
    ("[link](VBScript:x)", "href=\"vbscript"), ("<javascript:alert(1)>", "href=\"javascript"),
    ("[link](java&#10;script:alert)", "href=\"javascript"), ("text <!-- comment -->", "<!-- comment"),
    ("[a](file:///etc/passwd)", "href=\"file"),
  ]

  @Test("What is unsafe is an error, and the safe HTML is printed all the same", arguments: unsafe)
  func unsafeInput(text: String, forbidden: String) throws {
    let result = try render("Before.\n\n\(text)\n\nAfter.\n")
    #expect(result.code == 1)
    #expect(result.errors.contains("standard input:3: error: "), "\(result.errors)")
    #expect(result.text.contains("<p>Before.</p>") && result.text.contains("<p>After.</p>"))
    #expect(!result.text.lowercased().contains(forbidden), "\(result.text)")
  }

  @Test("Input that is not UTF-8 is an error that names the byte")
  func invalidUTF8() throws {
    let result = try render(Data("Before ".utf8) + [0xFF, 0xC3] + Data(" after\n".utf8))
    #expect(result.code == 1)
    #expect(result.errors.contains("7"), "\(result.errors)")
    #expect(String(validating: result.output, as: UTF8.self) != nil)
  }

  /// Large and strange inputs, none of which may crash or hang.
  static let hostile: [(String, Data)] = [
    ("3 MiB", Data(repeating: UInt8(ascii: "a"), count: 3 << 20)),
    ("65 MiB", Data(repeating: UInt8(ascii: "\n"), count: 65 << 20)),
    ("every byte", Data((0...255).map { UInt8($0) })),
    ("zeros", Data(count: 1 << 16)),
    ("noise", Data((0..<200_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) })),
    ("brackets", Data(repeating: UInt8(ascii: "["), count: 1 << 20)),
    ("quotations", Data(repeating: UInt8(ascii: ">"), count: 1 << 20)),
    ("emphasis", Data(String(repeating: "*a_ ", count: 250_000).utf8)),
    ("backticks", Data((1..<1400).map { String(repeating: "`", count: $0) }.joined(separator: " ").utf8)),
    ("nested lists", Data((0..<900).map { String(repeating: "  ", count: $0) + "- a\n" }.joined().utf8)),
    ("footnotes", Data((0..<30_000).map { "[^\($0)] " }.joined().utf8)),
    (
      "tables",
      Data(
        ("|" + String(repeating: "a|", count: 60_000) + "\n" + "|" + String(repeating: "-|", count: 60_000))
          .utf8)
    ),
    ("entities", Data(String(repeating: "&", count: 1 << 20).utf8)),
    ("definitions", Data((0..<40_000).map { "[\($0)]: x\n" }.joined().utf8)),
    ("open links", Data(String(repeating: "[a](<b", count: 150_000).utf8)),
    ("comments", Data(String(repeating: "<!--", count: 200_000).utf8)),
  ]

  @Test("Hostile input ends soon, with a diagnostic at the most", arguments: hostile)
  func hostileInput(name: String, input: Data) throws {
    let start = ContinuousClock.now
    let result = try render(input)
    #expect(result.code == 0 || result.code == 1, "\(name): \(result.code)")
    #expect(result.code == 0 || !result.errors.isEmpty, "\(name)")
    #expect(result.errors.utf8.count < 200_000, "\(name): \(result.errors.utf8.count) bytes of diagnostics")
    #expect(ContinuousClock.now - start < .seconds(10), "\(name)")
    #expect(String(validating: result.output, as: UTF8.self) != nil, "\(name)")
  }

  @Test(
    "A file that is not there, a folder and a pipe are errors", arguments: ["missing.md", ".", "pipe.md"])
  func unreadableFile(name: String) throws {
    let workspace = try Workspace()
    try workspace.run(["mkfifo", "pipe.md"])
    let result = try workspace.findings("render", name)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("cannot read"), "\(result.errors)")
  }
}
