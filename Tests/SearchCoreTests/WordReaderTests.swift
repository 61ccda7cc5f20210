import Testing

@testable import SearchCore

@Suite struct `Words of a text` {
  @Test(arguments: [
    ("", []),
    ("– … 👍 _ ", []),
    ("Joint inspection of 2019.", ["0 joint", "1 inspection", "2 of", "3 2019"]),
    ("CAFÉ naïve Łódź ŵyl", ["0 cafe", "1 naive", "2 łodz", "3 wyl"]),
    ("ﬁve ½ m² Ⅻ İ", ["0 five", "1 12", "2 m2", "3 xii", "4 i"]),
    ("각", ["0 \u{1100}\u{1161}\u{11A8}"]),
    ("cafe\u{301}s", ["0 cafes"]),
    ("\u{301}a", ["0 a"]),
    ("don't O’Brien", ["0 don", "1 t", "2 o", "3 brien"]),
    ("child's children’s CHILD‘S s's", ["0 child", "1 children", "2 child", "3 s"]),
    ("it'set it's\u{301} 's", ["0 it", "1 set", "2 it", "3 s", "4 s"]),
    ("safe\u{AD}guard\u{200B}ing", ["0 safeguard", "1 ing"]),
    ("child\u{2060}’\u{FEFF}s", ["0 child"]),
  ])
  func `are runs of letters, numbers and marks`(text: String, expected: [String]) {
    #expect(plainWords(of: text) == expected)
  }

  @Test(arguments: [
    ("multi-agency", ["0 multi", "1 agency", "0 multi-agency"]),
    ("face‐to‑face.", ["0 face", "1 to", "2 face", "0 face-to-face"]),
    ("see 4.2.1 now", ["0 see", "1 4", "2 2", "3 1", "1 4.2.1", "4 now"]),
    ("a-b.c d", ["0 a", "1 b", "2 c", "0 a-b.c", "3 d"]),
    ("a--b c.-d e- f", ["0 a", "1 b", "2 c", "3 d", "4 e", "5 f"]),
    ("-g h/i j–k", ["0 g", "1 h", "2 i", "3 j", "4 k"]),
    ("multi-agency's-b", ["0 multi", "1 agency", "0 multi-agency", "2 b"]),
    ("a\u{AD}-\u{AD}b", ["0 a", "1 b", "0 a-b"]),
    ("a-\u{301}b", ["0 a", "1 b"]),
    ("a-\u{FF9E}-b \u{FF9E}", ["0 a", "1 b"]),
  ])
  func `may be compounds, in parts and whole`(text: String, expected: [String]) {
    #expect(plainWords(of: text) == expected)
  }

  @Test func `have a place among the words and in the text`() {
    #expect(
      words(of: "É1 multi\u{AD}-agency’s x") == """
        single 0 0 3 e1 e1
        part 1 4 9 multi multi
        part 2 12 18 agency agenc
        whole 1 4 18 multi-agency multi-ag
        single 3 23 24 x x

        """)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 64), 64), (String(repeating: "a", count: 65), 64),
    (String(repeating: "a", count: 63) + "é", 64), (String(repeating: "中", count: 30), 63),
    (String(repeating: "ᎠA", count: 30), 64), (String(repeating: "ﷺ", count: 3), 64),
  ])
  func `are cut to 64 bytes between characters`(text: String, length: Int) {
    let word = plainWords(of: text)[0].dropFirst(2)
    #expect(word.utf8.count == length && !word.contains("\u{FFFD}"))
  }

  @Test func `may be read of one passage after the other`() {
    let (last, text) = ([UInt8]("a-b c".utf8), [UInt8]("d-e".utf8))
    var reader = WordReader()
    for words in 0...4 {
      for _ in 0..<words { _ = reader.next(in: last.span) }
      reader.restart()
      var found: [Word] = []
      while let word = reader.next(in: text.span) { found.append(word) }
      #expect(
        found == [
          Word(kind: .part, position: 0, range: 0..<1), Word(kind: .part, position: 1, range: 2..<3),
          Word(kind: .whole, position: 0, range: 0..<3),
        ])
      reader.restart()
    }
  }

  @Test func `end at what is not UTF-8`() {
    let text: [UInt8] = [0x61, 0xE2, 0x80, 0x62, 0xC3, 0x63, 0xFF, 0x2D, 0x64, 0xED, 0xA0, 0x80, 0x65, 0xC3]
    #expect(
      String(decoding: words(of: text), as: UTF8.self) == """
        single 0 0 1 a a
        single 1 3 4 b b
        single 2 5 6 c c
        single 3 8 9 d d
        single 4 12 13 e e

        """)
  }

  @Test func `are those of another reader`() throws {
    let pairs = try Oracle("words.py", "texts", Oracle.content).pairs
    for (text, expected) in pairs where words(of: text) != expected {
      let (found, expected) = (lines(of: words(of: text)), lines(of: expected))
      let first = zip(found, expected).prefix { $0 == $1 }.count
      Issue.record(
        """
        \(String(decoding: text.prefix(60), as: UTF8.self)) \(text.prefix(60)): \
        \(found.dropFirst(first).prefix(1)), not \(expected.dropFirst(first).prefix(1))
        """)
    }
  }

  private func lines(of listing: [UInt8]) -> [Substring] {
    String(decoding: listing, as: UTF8.self).split(separator: "\n")
  }

  /// Position and form of each word.
  private func plainWords(of text: String) -> [String] {
    words(of: text).split(separator: "\n").map { line in
      let fields = line.split(separator: " ")
      return "\(fields[1]) \(fields[4])"
    }
  }
}
