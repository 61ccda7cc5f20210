import Testing

@testable import SearchCore

@Suite struct `A snippet` {
  private static let text =
    "Leaders share information early. Practice is good. Children wait too long for help there."

  @Test func `of a short text is all of it`() {
    #expect(
      shown(["wait"], size: 200)
        == "Leaders share information early. Practice is good. Children [wait] too long for help there.")
    #expect(shown(["wait"], size: 0) == shown(["wait"], size: 200))
  }

  @Test(arguments: [
    (["Leaders"], "[Leaders] share information early.…"),
    (["wait", "help"], "…Children [wait] too long for [help] there."),
    ([], "Leaders share information early.…"),
  ]) func `of a long text shows most marks`(words: [String], snippet: String) {
    #expect(shown(words, size: 40) == snippet)
  }

  @Test func `marks nothing twice`() {
    let matches = [(0, 7), (0, 13), (8, 13), (20, 22)].map {
      TextMatching.Match(term: 0, position: 0, start: $0, end: $1)
    }
    #expect(Snippet(bytes(Self.text), matches, size: 0).marks == [0, 13, 20, 22])
  }

  private func shown(_ words: [String], size: Int) -> String {
    let terms = words.map { Term(.spelling, [bytes($0.lowercased())], text: bytes($0)) }
    let whole = bytes(Self.text)
    let snippet = Snippet(whole, TextMatching(terms).find(in: whole).matches, size: size)
    var shown = snippet.text
    for (index, mark) in snippet.marks.enumerated().reversed() {
      shown.insert(UInt8(ascii: index % 2 == 0 ? "[" : "]"), at: mark)
    }
    return String(decoding: shown, as: UTF8.self)
  }
}

@Suite struct `The distance of two words` {
  @Test(arguments: [
    ("police", "police", 0), ("police", "polce", 1), ("police", "policee", 1), ("police", "pelice", 1),
    ("police", "poilce", 1), ("safegaurding", "safeguarding", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("", "ab", 2),
  ]) func `counts letters`(one: String, other: String, distance: Int) {
    #expect(EditDistance.between(bytes(one), bytes(other), atMost: 3) == distance)
    #expect(EditDistance.between(bytes(other), bytes(one), atMost: 3) == distance)
    if distance > 0 { #expect(EditDistance.between(bytes(one), bytes(other), atMost: distance - 1) == nil) }
  }
}

@Suite struct `JSON` {
  @Test func `escapes what must not stand in it`() {
    let text = bytes("a\"b\\c\nd\u{0}\u{1F}\u{7F}é🙂") + [0xFF, 0xC3]
    let writer = JSONWriter()
    writer.value(text)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "\"a\\\"b\\\\c\\nd\\u0000\\u001f\\u007fé🙂\u{FFFD}\u{FFFD}\"")
  }

  @Test(arguments: [(0, "0.000"), (7, "0.007"), (4250, "4.250"), (12_045, "12.045")])
  func `has numbers of thousandths`(thousandths: Int, text: String) {
    let writer = JSONWriter()
    writer.begin(.object)
    writer.field("a", thousandths: thousandths)
    writer.field("b", true)
    writer.array("c")
    writer.end(.array)
    writer.end(.object)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":\(text),\"b\":true,\"c\":[]}")
  }
}

@Suite struct `Numbers` {
  @Test func `are sorted, and equals stay as they are`() {
    for count in [0, 1, 2, 3, 7, 64, 100] {
      let keys = (0..<count).map { $0 * 37 % 11 }
      let expected = (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
      #expect(sortedNumbers(count) { keys[$0] < keys[$1] } == expected)
    }
  }

  @Test func `are merged as sets`() {
    let (one, other) = (set([1, 3, 5, 7]), set([3, 4, 7, 9]))
    #expect(merged(one) { $0.formUnion(other) } == [1, 3, 4, 5, 7, 9])
    #expect(merged(one) { $0.formIntersection(other) } == [3, 7])
    #expect(merged(one) { $0.subtract(other) } == [1, 5])
    #expect(merged(one) { $0.subtract(PassageSet()) } == [1, 3, 5, 7])
  }

  private func set(_ keys: [UInt64]) -> PassageSet {
    var set = PassageSet()
    for key in keys { set.append(key) }
    return set
  }

  private func merged(_ set: PassageSet, _ merge: (inout PassageSet) -> Void) -> [UInt64] {
    var set = set
    merge(&set)
    return set.keys
  }
}
