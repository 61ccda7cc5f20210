import Escaping
import Testing

@Suite struct `Text on a terminal` {
  @Test(arguments: [
    ("", ""),
    ("Leeds – it’s fine", "Leeds – it’s fine"),
    ("two\nlines\r\n", #"two\u{A}lines\u{D}\u{A}"#),
    ("\u{1B}[2Jgone", #"\u{1B}[2Jgone"#),
    ("\u{9B}31m", #"\u{9B}31m"#),
    ("tab\tbell\u{7}", #"tab\u{9}bell\u{7}"#),
    ("\u{0}", #"\u{0}"#),
    ("user\u{202E}gpj.exe", #"user\u{202E}gpj.exe"#),
    ("\u{2066}a\u{2069}\u{200F}", #"\u{2066}a\u{2069}\u{200F}"#),
    ("zero\u{200B}width\u{FEFF}", #"zero\u{200B}width\u{FEFF}"#),
    ("soft\u{AD}hyphen", #"soft\u{AD}hyphen"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
    ("tag\u{E0041}", #"tag\u{E0041}"#),
    ("e\u{301}", "e\u{301}"),
    ("\u{A0}", "\u{A0}"),
  ])
  func `shows every character, and none acts`(text: String, escaped: String) {
    #expect(text.escapedForTerminal == escaped)
  }

  @Test func `is left alone where it is long and harmless`() {
    let text = String(repeating: "Oxfordshire ", count: 10_000)
    #expect(text.escapedForTerminal == text)
  }
}
