import TestSupport
import Testing

@Suite struct `A document` {
  private func problems(_ text: String, named path: String = "letters/a.md") async throws -> String {
    try await Content { File(path, text) }.problems()
  }

  @Test(arguments: [
    ("---\nsummary: x\n---\n", 2, "the key 'title' is missing", "'title: …'"),
    ("---\n---\nWords.\n", 2, "the key 'title' is missing", "'title: …'"),
    ("---\ntitle: ''\n---\n", 2, "'title' is empty", "text"),
    ("---\nsummary: x\ntitle: \"  \"\n---\n", 3, "'title' is empty", "text"),
  ])
  func `has a title`(text: String, line: Int, message: String, expected: String) async throws {
    #expect(
      try await problems(text) == """
        Content/letters/a.md:\(line): error: \(message) [missing-key]
          expected: \(expected)

        """)
  }

  @Test(arguments: [
    ("", "there is no front matter", "the first line to be ---"),
    ("Words.\n", "there is no front matter", "the first line to be ---"),
    ("\n---\ntitle: x\n---\n", "there is no front matter", "the first line to be ---"),
    ("----\ntitle: x\n---\n", "there is no front matter", "the first line to be ---"),
    ("---\ntitle: x\n", "the front matter does not end", "a second line ---"),
    ("---", "the front matter does not end", "a second line ---"),
  ])
  func `begins with front matter`(text: String, message: String, expected: String) async throws {
    #expect(
      try await problems(text) == """
        Content/letters/a.md:1: error: \(message) [front-matter]
          expected: \(expected)

        """)
  }

  @Test(arguments: [
    "---\ntitle: x\n---\n", "---\r\ntitle: x\r\n---\r\n", "\u{FEFF}---\ntitle: x\n---\n",
    "---  \ntitle: x\n---", "---\ntitle: x\n---\n---\nnot front matter: [\n",
  ])
  func `may have front matter of any line ends`(text: String) async throws {
    #expect(try await problems(text) == "")
  }

  @Test func `has front matter of at most 64 KiB`() async throws {
    let summary = String(repeating: "word ", count: 14_000)
    #expect(
      try await problems("---\ntitle: x\nsummary: \(summary)\n---\n")
        == "Content/letters/a.md:1: error: the front matter is larger than 64 KiB [front-matter]\n")
  }

  @Test func `has at most 2 MiB`() async throws {
    let limit = 2 << 20
    let front = "---\ntitle: x\n---\n"
    let full = front + String(repeating: "x", count: limit - front.utf8.count)
    #expect(try await problems(full) == "")
    #expect(
      try await problems(full + "x")
        == "Content/letters/a.md: error: the file is larger than 2 MiB [input-too-large]\n")
  }

  @Test func `is UTF-8`() async throws {
    let content = try Content {
      File("letters/a.md", bytes: Array("---\ntitle: caf".utf8) + [0xE9] + Array("\n---\n".utf8))
    }
    #expect(
      try await content.problems() == """
        Content/letters/a.md:2: error: byte 14 of the file is not UTF-8 [invalid-utf8]
          expected: a file in UTF-8

        """)
  }

  @Test(arguments: [
    ("title: user\u{202E}gpj", "error", "title", "202E"), ("title: a\u{200B}b", "error", "title", "200B"),
    ("title: \"a\\x07b\"", "error", "title", "7"), ("title: \"a\\u2028b\"", "error", "title", "2028"),
    ("title: x\nsummary: a\u{AD}b", "warning", "summary", "AD"),
    ("title: x\nreference: a\u{FEFF}b", "warning", "reference", "FEFF"),
  ])
  func `shows every character`(
    front: String, severity: String, key: String, scalar: String
  ) async throws {
    let line = 1 + front.split(separator: "\n").count
    #expect(
      try await problems("---\n\(front)\n---\n") == """
        Content/letters/a.md:\(line): \(severity): '\(key)' holds the invisible character U+\(scalar) \
        [invisible-character]
          expected: visible characters only

        """)
  }

  @Test func `has a title of at most 300 characters`() async throws {
    let title = String(repeating: "é", count: 300)
    #expect(try await problems("---\ntitle: \(title)\n---\n") == "")
    #expect(
      try await problems("---\ntitle: \(title)e\n---\n") == """
        Content/letters/a.md:2: error: the title is too long [wrong-value]
          expected: at most 300 characters

        """)
  }

  @Test(
    arguments: [
      ("Leeds.md", "Leeds", "leeds"), ("leeds 2024.md", "leeds 2024", "leeds-2024"),
      ("leeds_2024.md", "leeds_2024", "leeds-2024"), ("a--b.md", "a--b", "a-b"), ("-a.md", "-a", "a"),
      ("léeds.md", "léeds", "l-eds"), ("a.b.md", "a.b", "a-b"), ("лидс.md", "лидс", nil),
      ("a\nb.md", "a\\u{A}b", "a-b"),
    ] as [(String, String, String?)])
  func `has a slug for its name`(name: String, shown: String, suggestion: String?) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    let file = name.split(separator: "\n").joined(separator: "\\u{A}")
    #expect(
      try await problems("---\ntitle: x\n---\n", named: "letters/\(name)") == """
        Content/letters/\(file): error: '\(shown)' is no slug [slug]
          expected: lower-case letters and digits with single hyphens between them
        \(hint)
        """)
  }

  @Test(arguments: ["page", "editions", "feed", "index", "2024"])
  func `does not take the name of a listing`(slug: String) async throws {
    #expect(
      try await problems("---\ntitle: x\n---\n", named: "letters/2024/\(slug).md") == """
        Content/letters/2024/\(slug).md: error: '\(slug)' is the address of a listing [slug]
          expected: a slug other than page, editions, feed, index or four digits

        """)
  }
}
