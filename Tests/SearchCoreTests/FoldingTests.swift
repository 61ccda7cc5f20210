import Testing

@testable import SearchCore

@Suite struct `The folding of a scalar` {
  @Test func `is that of Python's Unicode data for every scalar`() throws {
    let oracle = try Oracle("words.py", "scalars").pairs
    try #require(
      String(decoding: oracle[0].answer, as: UTF8.self) == FoldingTable.unicodeVersion.description,
      "Python has other Unicode data: run Scripts/generate-folding with it, and build every index anew")
    var next: UInt32 = 0
    for (question, answer) in oracle.dropFirst() {
      let scalar = question.span.scalar(at: 0).value
      for other in next..<scalar where Folding.fold(other).isInRun {
        Issue.record("U+\(String(other, radix: 16)) is no part of a word")
      }
      if description(of: scalar) != answer {
        Issue.record("U+\(String(scalar, radix: 16)) folds to \(String(decoding: answer, as: UTF8.self))")
      }
      next = scalar + 1
    }
    for other in next..<0x11_0000 where Folding.fold(other).isInRun {
      Issue.record("U+\(String(other, radix: 16)) is no part of a word")
    }
  }

  private func description(of scalar: UInt32) -> [UInt8] {
    var word = Spelling()
    let folded = Folding.fold(scalar)
    word.append(folded)
    return [UInt8](!folded.isLetter ? "mark ".utf8 : "letter ".utf8) + bytes(of: word)
  }
}
