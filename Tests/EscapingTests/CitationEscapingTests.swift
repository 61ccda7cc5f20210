import Escaping
import Testing

@Suite struct `Text in a citation` {
  @Test(arguments: [
    ("", ""),
    ("Leeds – it’s fine", "Leeds – it’s fine"),
    ("Fire & Rescue", #"Fire \& Rescue"#),
    ("50% of $1 #2 a_b", ##"50\% of \$1 \#2 a\_b"##),
    (#"\input{/etc/passwd}"#, #"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}"#),
    ("}, author = {Nobody", #"\textbraceright{}, author = \textbraceleft{}Nobody"#),
    ("~^", #"\textasciitilde{}\textasciicircum{}"#),
    ("a < b > c | d", #"a \textless{} b \textgreater{} c \textbar{} d"#),
    (#"say "no" @comment"#, #"say "no" @comment"#),
    ("a -- b --- c, a-b", "a -{}- b -{}-{}- c, a-b"),
    ("''it's``", "'{}'it's`{}`"),
    ("two\nlines\r\u{7F}", "two lines  "),
    ("Ŵyl Dŵr ü ł 👍", "Ŵyl Dŵr ü ł 👍"),
  ])
  func `prints in LaTeX as it is written`(text: String, written: String) {
    var bytes = Bytes()
    bytes.append(bibTeX: text)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
    // BibTeX counts braces, whatever stands before them.
    #expect(written.count { $0 == "{" } == written.count { $0 == "}" })
  }

  @Test(arguments: [
    ("Leeds", "TI  - Leeds\r\n"),
    ("", "TI  - \r\n"),
    ("Leeds\r\nER  - \r\nTY  - BOOK", "TI  - Leeds  ER  -   TY  - BOOK\r\n"),
    ("a\tb\u{0}c", "TI  - a b c\r\n"),
    ("Ŵyl & 50% {x}", "TI  - Ŵyl & 50% {x}\r\n"),
  ])
  func `is one line of RIS`(text: String, line: String) {
    var bytes = Bytes()
    bytes.append(risTag: "TI", text)
    #expect(String(decoding: bytes, as: UTF8.self) == line)
  }
}
