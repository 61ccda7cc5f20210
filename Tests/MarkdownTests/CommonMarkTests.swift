import Testing

@Suite("Plain CommonMark")
struct CommonMarkTests {
  @Test("is written as cmark writes it, construct by construct", arguments: commonMarkExamples)
  func examples(_ source: String) {
    #expect(plainHTML(source) == cmarkHTML(source))
  }

  @Test("is written as cmark writes it, for constructs put together at random", arguments: 0..<16)
  func random(_ seed: UInt64) {
    var generator = RandomMarkdown(seed: seed)
    for _ in 0..<250 {
      let source = generator.document()
      let (ours, cmarks) = (plainHTML(source), cmarkHTML(source))
      if ours != cmarks {
        Issue.record("\(source.debugDescription)\n\(ours.debugDescription)\n\(cmarks.debugDescription)")
        return
      }
    }
  }
}
