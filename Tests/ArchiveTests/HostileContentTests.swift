import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct `Hostile content` {
  @Test func `is reported all at once, in one order`() async throws {
    let content = try Content {
      Settings("colour: red")
      File("themes.yml", "- {id: X, name: x}\n")
      File("notes.txt")
      File("letters/A.md", "---\ntitle: x\n---\n")
      Document("letters/a.md", "themes: [x]\nrelease: soon\nfoo: bar")
      Document("letters/b/edition-2.md", "release: 2024-03-12")
      File("letters/b/x.svg")
      File("letters/c.md", "no front matter")
    }
    let report = try await content.problems()
    let lines = report.split(separator: "\n").filter { $0.hasSuffix("]") }
    #expect(
      lines == [
        "Content/archive.yml:5: error: unknown key 'colour' [unknown-key]",
        "Content/letters/A.md: error: 'A' is no slug [slug]",
        "Content/letters/a.md:2: error: 'x' is not in themes.yml [unknown-id]",
        "Content/letters/a.md:3: error: 'release' is 'soon' [wrong-value]",
        "Content/letters/a.md:4: error: unknown key 'foo' [unknown-key]",
        "Content/letters/b/edition-2.md: error: edition 1 is missing before this one [edition-order]",
        "Content/letters/b/x.svg: warning: a file of this type cannot be published [attachment-type]",
        "Content/letters/c.md:1: error: there is no front matter [front-matter]",
        "Content/notes.txt: error: this is no part of the content [unexpected-file]",
        "Content/themes.yml:1: error: 'X' is no id [wrong-value]",
      ])
  }

  @Test func `cannot act on the terminal by its names`() async throws {
    let content = try Content {
      File("letters/\u{1B}[2J\u{202E}x.md", "")
      File("letters/a\n::error::b.md", "")
    }
    let text = try await content.problems(.text)
    let github = try await content.problems(.github)
    #expect(text.contains(#"Content/letters/\u{1B}[2J\u{202E}x.md: error: '\u{1B}[2J\u{202E}x' is no slug"#))
    #expect(text.contains(#"Content/letters/a\u{A}::error::b.md: error: 'a\u{A}::error::b' is no slug"#))
    #expect(!text.contains("\u{1B}") && !github.contains("\u{1B}") && !github.contains("\n::error::b"))
    #expect(
      github.contains("file=Content/letters/a%0A%3A%3Aerror%3A%3Ab.md,title=slug::'a%0A::error::b' is no"))
  }

  @Test func `may have names that are not UTF-8`() async throws {
    let content = try Content { Document("letters/ok.md") }
    let letters = content.path + "/letters/"
    // The library takes paths as text, so the name comes from a folder renamed by the shell.
    try run("cp '\(content.path)/letters/ok.md' \"$(printf '\(letters)caf\\351.md')\"")
    try run("mkdir \"$(printf '\(letters)d\\351')\"")
    let report = try await content.problems()
    #expect(report.contains("Content/letters/caf\u{FFFD}.md: error: 'caf\u{FFFD}' is no slug [slug]\n"))
    #expect(
      report.contains(
        "Content/letters/d\u{FFFD}: error: the name of this folder is not UTF-8 [invalid-utf8]\n"))
  }

  @Test func `may be pipes, which are not waited for`() async throws {
    let content = try Content { Document("letters/a/edition-1.md") }
    try run("mkfifo '\(content.path)/letters/b.md' '\(content.path)/letters/a/x.pdf' '\(content.path)/x.yml'")
    #expect(
      try await content.problems().split(separator: "\n").filter { $0.hasSuffix("]") } == [
        "Content/letters/a/x.pdf: error: this leads to no attachment in the folder of the document "
          + "[symbolic-link]",
        "Content/letters/b.md: warning: this is no document [unexpected-file]",
        "Content/x.yml: error: this is no part of the content [unexpected-file]",
      ])
  }

  @Test func `may be a list that is a folder`() async throws {
    let content = try Content { Document("letters/a.md") }
    try content.remove("themes.yml")
    try content.write(File("themes.yml/x"))
    let report = try await content.problems()
    #expect(report.contains("Content/themes.yml: error: this is no part of the content [unexpected-file]"))
    #expect(report.contains("Content/themes.yml: error: cannot read"))
  }

  @Test(arguments: [
    "a: &a [x]\nb: &b [*a, *a]\n", "a: \(String(repeating: "[", count: 5000))",
    "title: !!python/object:os.system x",
  ])
  func `cannot hide in the YAML of front matter`(frontMatter: String) async throws {
    let report = try await Content { Document("letters/a.md", frontMatter) }.problems()
    #expect(report.contains("Content/letters/a.md:2: error: ") && report.contains("[yaml-"))
  }

  private func run(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
  }
}
