import Escaping
import Model
import TestSupport
import Testing

@testable import Audit

@Suite struct `Phrases` {
  /// What is found in a text of secrets that are phrases by themselves.
  private func found(_ secrets: [String], in texts: String...) -> Set<String> {
    var set = PhraseSet()
    for secret in secrets { set.insert(secret, .title, telling: .entry(of: "list", secret)) }
    set.close()
    var found: Set<String> = []
    var reader = PhraseReader()
    for text in texts {
      set.search(Bytes(text.utf8).span, with: &reader) { found.insert(set.secrets[$1].subject.description) }
    }
    return Set(found.map { String($0.dropFirst("list: ".count)) })
  }

  @Test(arguments: 0..<20) func `are the runs of words that a plain search finds`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let vocabulary = ["the", "police", "did", "not", "ask", "why"]
    let words = { (count: Int) in (0..<count).map { _ in vocabulary.randomElement(using: &random) ?? "" } }
    let text = words(300)
    let secrets = (0..<200).map { _ in words(Int.random(in: 1...8, using: &random)) }
    let expected = secrets.filter { secret in
      text.indices.contains { text[$0...].starts(with: secret) }
    }
    let joined = Set(secrets.map { $0.joined(separator: " ") })
    #expect(
      found(Array(joined), in: text.joined(separator: ", "))
        == Set(expected.map { $0.joined(separator: " ") }))
    #expect(!expected.isEmpty && expected.count < secrets.count)
  }

  @Test(arguments: [
    "NAÏVE FAÇADE of the quarter", "nai\u{308}ve fac\u{327}ade of the quarter",
    "na\u{AD}ïve façade of\u{2060} the quarter",
    "naive facade — of 'the' quarter", "ｎａｉｖｅ façade of the quarter", "a naïve façade of the quarter's",
  ])
  func `do not depend on letter case, Unicode form, accents or punctuation`(text: String) {
    #expect(found(["naïve façade of the quarter"], in: text).count == 1)
  }

  @Test func `go on from one text to the next`() {
    #expect(found(["harbour quarter"], in: "the harbour", "quarter is").count == 1)
    #expect(found(["harbour quarter"], in: "the quarter", "harbour is").isEmpty)
  }

  @Test func `of more than eight words are found by any eight of them`() {
    let secret = "one two three four five six seven eight nine ten"
    #expect(found([secret], in: "and three four five six seven eight nine ten too").count == 1)
    #expect(found([secret], in: "one two three four five six seven and eight nine ten").isEmpty)
  }

  @Test func `can be the name of a document, in an address or alone`() throws {
    var set = PhraseSet()
    set.insert(try #require(DocumentID("letters/harbour-2025")))
    set.insert(try #require(DocumentID("letters/leeds")))
    set.close()
    let count = { (text: String) in
      var count = 0
      var reader = PhraseReader()
      set.search(Bytes(text.utf8).span, with: &reader) { _, _ in count += 1 }
      return count
    }
    #expect(count("https://example.org/letters/harbour-2025/") > 0)
    #expect(count("see harbour-2025.") > 0)
    #expect(count("/letters/leeds/") > 0)
    #expect(count("the harbour in 2025, and Leeds") == 0)
  }

  @Test func `that are left out are not found`() {
    var set = PhraseSet()
    set.insertRuns(of: [Bytes("a b c d e f g h i".utf8)], telling: .entry(of: "x", "y"))
    #expect(set.count == 2)
    set.close()
    var phrases: [Phrase] = []
    var reader = PhraseReader()
    set.search(Bytes("a b c d e f g h".utf8).span, with: &reader) { phrase, _ in phrases.append(phrase) }
    set.remove(phrases)
    set.close()
    var rest = 0
    var again = PhraseReader()
    set.search(Bytes("a b c d e f g h i".utf8).span, with: &again) { _, _ in rest += 1 }
    #expect(rest == 1)
  }
}
