import Testing

@Suite struct `The stem of an English word` {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("is", "is"), ("was", "was"), ("gas", "gas"), ("gaps", "gap"), ("kiwis", "kiwi"),
    ("caresses", "caress"), ("ties", "tie"), ("cries", "cri"), ("children", "children"), ("child", "child"),
    ("agencies", "agenc"), ("agency", "agenc"), ("agreed", "agre"), ("exceeding", "exceed"),
    ("proceed", "proceed"),
    ("hopping", "hop"), ("hoping", "hope"), ("adding", "add"), ("evening", "evening"), ("outing", "outing"),
    ("dying", "die"), ("luxuriating", "luxuri"), ("sky", "sky"), ("skies", "sky"), ("by", "by"),
    ("say", "say"),
    ("youth", "youth"), ("boyish", "boyish"), ("syzygy", "syzygi"), ("safeguarding", "safeguard"),
    ("inspection", "inspect"), ("inspectorates", "inspector"), ("national", "nation"),
    ("rationalise", "rationalis"),
    ("vulnerability", "vulner"), ("responsibly", "respons"), ("universe", "univers"),
    ("university", "universiti"),
    ("pastor", "pastor"), ("paste", "paste"), ("biologist", "biolog"), ("news", "news"), ("inn's", "inn"),
    ("éies", "éie"), ("éaies", "éai"), ("éé", "éé"), ("ééed", "ééed"), ("naïveties", "naïveti"),
  ])
  func `is that of Porter's rules`(form: String, expected: String) {
    #expect(stem(form) == expected)
  }

  @Test func `is that of PyPI's Snowball`() throws {
    let pairs = try Oracle("words.py", "stems", Oracle.content).pairs
    #expect(pairs.count > 30_000)
    for (form, expected) in pairs where stem(form) != expected {
      Issue.record(
        """
        \(String(decoding: form, as: UTF8.self)): \(String(decoding: stem(form), as: UTF8.self)), \
        not \(String(decoding: expected, as: UTF8.self))
        """)
    }
  }
}
