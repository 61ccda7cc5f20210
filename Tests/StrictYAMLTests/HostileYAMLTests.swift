import StrictYAML
import Testing

@Suite struct `YAML` {
  @Test(arguments: [
    ("flow sequences", "a: " + String(repeating: "[", count: 100_000)),
    (
      "closed flow sequences",
      "a: " + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    ),
    ("flow mappings", "a: " + String(repeating: "{a: ", count: 100_000)),
    ("block sequences on a line", String(repeating: "- ", count: 100_000) + "a"),
    ("complex keys", String(repeating: "? ", count: 100_000) + "a"),
    ("mixed markers", String(repeating: "? - ", count: 50_000) + "a"),
    ("block mappings", (0..<2000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")),
  ])
  func `that nests deep is refused`(_: String, text: String) {
    let reading = Reading(text)
    #expect(reading.value == nil)
    #expect(reading.problems.contains("error: the YAML is nested too deep [yaml-nesting]\n"))
  }

  @Test(arguments: [
    ("brackets closed in quotation marks", "a: " + String(repeating: "[\"]\", ", count: 100_000)),
    ("brackets closed in comments", "a: " + String(repeating: "[ # ]\n", count: 100_000)),
    (
      "markers and spaces",
      (0..<8).map { String(repeating: " ", count: 32 * $0) + String(repeating: "- ", count: 16) }
        .joined(separator: "\n") + "a"
    ),
  ])
  func `that hides its depth does no harm`(_: String, text: String) {
    _ = Reading(text)
  }

  @Test func `that nests as deep as a person writes is read`() throws {
    let text = "a: " + String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(Reading(text).problems == "")
  }

  /// Ten lists of ten aliases each: a billion texts, if anybody looked.
  private static let bomb =
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    + (1..<10).map { level in
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      return "a\(level): &a\(level) [\(aliases)]\n"
    }.joined()

  /// The smallest steps: each list holds the one before twice.
  private static let smallBomb =
    "a0: &a0 [x, x]\n" + (1..<4).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

  @Test(arguments: [
    ("as a value", bomb), ("as a key", bomb + "? *a9\n: x\n"), ("in small steps", smallBomb + "? *a3\n: x\n"),
  ])
  func `that multiplies itself costs nothing`(_: String, text: String) {
    let duration = ContinuousClock().measure {
      let reading = Reading(text)
      #expect(reading.report.hasErrors)
      #expect(reading.report.diagnostics.count < 100)
      #expect(reading.problems.contains("YAML anchors and aliases are not accepted [yaml-anchor]"))
    }
    #expect(duration < .seconds(5))
  }

  @Test func `is told from a text with many stars and an ampersand`() {
    let text = "a: \"Fire & Rescue\"\nb: >\n" + String(repeating: "  2 *3 and *4*\n", count: 50)
    #expect(Reading(text).problems == "")
  }

  @Test func `of many entries is read in little time`() {
    let text = String(repeating: "- {id: a, name: b}\n", count: 20_000)
    let duration = ContinuousClock().measure { _ = Reading(text) }
    #expect(duration < .seconds(20))
  }
}
