import GZip
import SearchCore
import SearchIndexing
import Testing

@Suite struct `The search index` {
  private static let words = """
    agency agencies police health school children child domestic abuse neglect safeguarding hub multi-agency
    strategy meeting referral the of and to in MASH 4.2.1 KS2 thresholds assessment plan plans court nurse
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Documents of random words, the same for the same seed.
  private static func documents(_ count: Int, seed: UInt64 = 7) -> [SearchableDocument] {
    var dice = Dice(state: seed)
    return (0..<count).map { number in
      let findings = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
        (0..<Int.random(in: 1...40, using: &dice)).map { _ in
          words.randomElement(using: &dice).map { Bool.random(using: &dice) ? $0 : $0 + "\(number % 50)" }
            ?? ""
        }.joined(separator: " ")
      }
      return SearchableDocument(number: number, title: "Letter \(number)", findings)
    }
  }

  @Test func `does not depend on the order in which documents come`() async throws {
    let documents = Self.documents(150)
    var dice = Dice(state: 3)
    let first = try await IndexFiles.of(documents)
    let second = try await IndexFiles.of(documents, order: Array(documents.indices).shuffled(using: &dice))
    #expect(first == second)
  }

  @Test func `keeps its old texts where they are when a document is added`() async throws {
    let documents = Self.documents(200)
    let before = try await IndexFiles.of(Array(documents.dropLast()))
    let after = try await IndexFiles.of(documents)
    let texts = before.filter { $0.key.hasPrefix("text/") }
    let kept = texts.filter { after[$0.key] == $0.value }
    // 199 documents are in four folders of 64, of which the last is filled up.
    #expect(texts.count == 199)
    #expect(kept.count == 192)
  }

  @Test func `has pieces of bounded size`() async throws {
    let long = (0..<3000).map {
      "Finding \($0) of many about the police and the health service in a long letter."
    }
    let files = try await IndexFiles.of(
      Self.documents(300) + [SearchableDocument(number: 300, title: "Long", long)])
    for (path, bytes) in files { #expect(bytes.count < 1 << 16, "\(path)") }
    let answer = try OpenIndex(files).answer("q=%22finding+2999%22&passages=1")
    #expect(answer.json.contains(#""total":1"#))
    #expect(answer.json.contains("#finding-3000"))
  }

  @Test func `has no two pieces that begin alike`() async throws {
    let long = (0..<3000).map { "Finding \($0) of many about the police and the health service." }
    let documents =
      Self.documents(100)
      + (100..<103).map { SearchableDocument(number: $0, title: "Long", long) }
    let pieces = try await IndexFiles.of(documents).values.map { file in
      try #require(GZip.decompress(file, limit: 1 << 24)).prefix(12)
    }
    #expect(Set(pieces).count == pieces.count)
  }

  @Test func `says no more of an abbreviation than a public text does`() async throws {
    let silent = try await IndexFiles.of([SearchableDocument(number: 0, title: "Letter", ["Nothing of it"])])
    let spoken = try await IndexFiles.of([SearchableDocument(number: 0, title: "Letter", ["In the MASH"])])
    #expect(try OpenIndex(silent).answer("q=mash").json.contains(#""expanded":[]"#))
    #expect(try OpenIndex(spoken).answer("q=mash").json.contains(#""from":"MASH""#))
  }

  @Test func `leads from a town to its area`() async throws {
    let files = try await IndexFiles.of([SearchableDocument(number: 0, title: "Letter", ["Police"])])
    let answer = try OpenIndex(files).answer("q=police+otley&facets=none").json
    #expect(
      answer.contains(
        #""places":[{"name":"Otley","area":"leeds","area-name":"Leeds","url":"/areas/leeds/"}]"#))
  }

  @Test func `is read without texts when only conditions are asked for`() async throws {
    let index = try OpenIndex(try await IndexFiles.of(Self.documents(100)))
    let pieces = try index.answer("theme=neglect&facets=documents").pieces
    #expect(!pieces.isEmpty)
    #expect(!pieces.contains { $0.hasPrefix("text/") || $0.hasPrefix("positions/") })
  }

  @Test func `answers the same whatever was asked before`() async throws {
    let files = try await IndexFiles.of(Self.documents(120))
    let requests = [
      "q=police+health", "q=%22domestic+abuse%22", "q=safe*", "q=-police+kind:strength", "q=agencys",
      "q=4.2.1",
    ]
    let used = try OpenIndex(files)
    for _ in 0..<2 { for request in requests { _ = try used.answer(request) } }
    for request in requests {
      #expect(try used.answer(request).json == OpenIndex(files).answer(request).json, "\(request)")
    }
  }
}

/// Numbers that look random and are the same on every machine: xorshift64*.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}
