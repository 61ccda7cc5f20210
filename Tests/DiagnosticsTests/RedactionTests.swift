import Diagnostics
import Testing

@Suite struct `A redacted diagnostic` {
  private let place = Place(file: "Content/letters/a.md", line: 7)

  @Test func `keeps our words and none of the text`() {
    let inner: Message = "the id \(quoting: "secret-2")"
    let diagnostic = Diagnostic(
      .warning, "rule", at: place, "\(inner) stands \(2) times in \("themes.yml"): \(quoting: "secret")",
      expected: "not \(quoting: "secret-3")")
    #expect(diagnostic.redacted.message.text == "the id '…' stands 2 times in themes.yml: '…'")
    #expect(diagnostic.redacted.expected?.text == "not '…'")
  }

  @Test(arguments: [(true, nil), (false, "neglect")] as [(Bool, String?)])
  func `keeps a suggestion that does not quote the text`(isQuoted: Bool, kept: String?) {
    let diagnostic = Diagnostic(
      .error, "rule", at: place, "it is wrong", suggestion: "neglect", isSuggestionQuoted: isQuoted)
    #expect(diagnostic.redacted.suggestion == kept)
    #expect(diagnostic.redacted.place == place)
  }
}
