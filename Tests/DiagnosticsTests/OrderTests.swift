import Diagnostics
import Testing

@Suite struct `The diagnostics of a report` {
  private static let sorted = [
    Diagnostic(.error, "a", at: Place(file: "a.md"), "no line"),
    Diagnostic(.error, "a", at: Place(file: "a.md", line: 2), "two"),
    Diagnostic(.warning, "b", at: Place(file: "a.md", line: 2), "b"),
    Diagnostic(.error, "a", at: Place(file: "a.md", line: 10), "ten"),
    Diagnostic(.error, "a", at: Place(file: "b.md", line: 1), "one"),
    Diagnostic(.error, "a", at: Place(file: "b.md", line: 1), "one", suggestion: "x"),
    Diagnostic(.warning, "a", at: Place(file: "b.md", line: 1), "one", suggestion: "x"),
    Diagnostic(.error, "a", at: Place(file: "b.md", line: 1), "one", suggestion: "y"),
    Diagnostic(.error, "a", at: Place(file: "b.md", line: 1), "one", expected: "z"),
  ]

  @Test(arguments: 0..<20)
  func `have one order, whatever order they were found in`(seed: Int) {
    var shuffled = Self.sorted
    for index in shuffled.indices { shuffled.swapAt(index, (index * 7 + seed * 5) % shuffled.count) }
    #expect(shuffled.sorted() == Self.sorted)
    #expect(DiagnosticFormat.text.report(shuffled) == DiagnosticFormat.text.report(Self.sorted))
  }
}
