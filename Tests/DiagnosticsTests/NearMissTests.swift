import Diagnostics
import Testing

@Suite struct `A near miss` {
  private static let themes = ["neglect", "exploitation", "domestic-abuse", "serious-youth-violence"]

  @Test(
    arguments: [
      ("neglcet", "neglect"),  // two letters in the wrong order
      ("neglec", "neglect"),  // one missing
      ("neglectt", "neglect"),  // one too many
      ("naglact", "neglect"),  // two wrong
      ("Neglect", "neglect"),  // letter case
      ("exploitaton", "exploitation"),
      ("domestic_abuse", "domestic-abuse"),
      ("domestic-abus", "domestic-abuse"),
      ("serious-yuoth-violense", "serious-youth-violence"),
      ("probation", nil),
      ("abc", nil),
      ("neglect-and-abuse", nil),
      ("", nil),
      ("🙂", nil),
    ] as [(String, String?)])
  func `is found within a third of the word`(word: String, meant: String?) {
    #expect(nearMiss(for: word, among: Self.themes) == meant)
  }

  @Test(arguments: [["beat", "boat"], ["boat", "beat"]])
  func `is the first in the alphabet among equals`(candidates: [String]) {
    #expect(nearMiss(for: "bat", among: candidates) == "beat")
  }

  @Test func `is the nearest of several`() {
    #expect(nearMiss(for: "leeds-2025", among: ["leeds-2014", "leeds-2024", "leads-2025x"]) == "leeds-2024")
  }

  @Test func `costs little for a hostile word`() {
    let word = String(repeating: "ab", count: 500_000)
    let candidates = (0..<1000).map { String(repeating: "ba", count: 1000) + String($0) }
    #expect(ContinuousClock().measure { _ = nearMiss(for: word, among: candidates) } < .seconds(10))
  }
}
