import Diagnostics
import Escaping
import Testing

private let unknownTheme = Diagnostic(
  .error, "unknown-id", at: Place(file: "Content/letters/a.md", line: 4),
  "\(quoting: "neglcet") is not in themes.yml", expected: "an id of themes.yml", suggestion: "neglect")
private let linkless = Diagnostic(
  .warning, "link", at: Place(file: "Content/letters/b.md"), "there is no link")
private let both = [linkless, unknownTheme]

private func report(_ format: DiagnosticFormat, _ diagnostics: [Diagnostic]) -> String {
  String(decoding: format.report(diagnostics), as: UTF8.self)
}

@Suite struct `A report` {
  @Test func `is for people as text`() {
    #expect(
      report(.text, both) == """
        Content/letters/a.md:4: error: 'neglcet' is not in themes.yml [unknown-id]
          expected: an id of themes.yml
          did you mean 'neglect'?
        Content/letters/b.md: warning: there is no link [link]

        """)
  }

  @Test func `is for programs as JSON`() {
    #expect(
      report(.json, both) == """
        {
          "errors": 1,
          "warnings": 1,
          "diagnostics": [
            {
              "severity": "error",
              "rule": "unknown-id",
              "file": "Content/letters/a.md",
              "line": 4,
              "message": "'neglcet' is not in themes.yml",
              "expected": "an id of themes.yml",
              "suggestion": "neglect"
            },
            {
              "severity": "warning",
              "rule": "link",
              "file": "Content/letters/b.md",
              "message": "there is no link"
            }
          ]
        }

        """)
  }

  @Test func `is for GitHub as one command a line`() {
    #expect(
      report(.github, both) == """
        ::error file=Content/letters/a.md,line=4,title=unknown-id::'neglcet' is not in themes.yml; \
        expected: an id of themes.yml; did you mean 'neglect'?
        ::warning file=Content/letters/b.md,title=link::there is no link

        """)
  }

  @Test(arguments: [
    (DiagnosticFormat.text, ""), (.github, ""),
    (.json, "{\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"diagnostics\": []\n}\n"),
  ])
  func `of nothing is empty in its form`(format: DiagnosticFormat, text: String) {
    #expect(report(format, []) == text)
  }
}

@Suite struct `What comes from content` {
  private let hostile = Diagnostic(
    .error, "rule", at: Place(file: "a,b:c\n::error::x%.md", line: 1),
    "\(quoting: "\u{1B}[2J\n::set-output name=x::100%\r\u{202E}<b>")", suggestion: "\u{9B}31m\n")

  @Test func `cannot act on a terminal`() {
    #expect(
      report(.text, [hostile]) == #"""
        a,b:c\u{A}::error::x%.md:1: error: '\u{1B}[2J\u{A}::set-output name=x::100%\u{D}\u{202E}<b>' [rule]
          did you mean '\u{9B}31m\u{A}'?

        """#)
  }

  @Test func `cannot begin a command of GitHub`() {
    #expect(
      report(.github, [hostile]) == #"""
        ::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax%25.md,line=1,title=rule::'\u{1B}[2J%0A::set-output name=x\#
        ::100%25%0D\u{202E}<b>'; did you mean '\u{9B}31m%0A'?

        """#)
  }

  @Test func `stays a string in JSON`() {
    let text = report(.json, [hostile])
    #expect(text.contains(#""file": "a,b:c\n::error::x%.md""#))
    let escaped = #"'\u001b[2J\n::set-output name=x::100%\r"# + "\u{202E}" + #"\u003cb>'"#
    #expect(text.contains(#""message": "\#(escaped)""#))
  }

  @Test func `is quoted up to sixty characters`() {
    let short = Message("\(quoting: String(repeating: "é", count: 60))")
    let long = Message("\(quoting: String(repeating: "é", count: 61))")
    #expect(short.text == "'" + String(repeating: "é", count: 60) + "'")
    #expect(long.text == "'" + String(repeating: "é", count: 60) + "…'")
  }
}
