import Escaping
import Testing

@Suite struct `Text in HTML` {
  @Test(arguments: [
    ("", ""),
    ("Leeds", "Leeds"),
    ("Fire & Rescue", "Fire &amp; Rescue"),
    ("a < b > c", "a &lt; b &gt; c"),
    ("say \"no\"", "say &quot;no&quot;"),
    ("it's", "it's"),
    ("&amp;", "&amp;amp;"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onclick=\"x", "&quot; onclick=&quot;x"),
    ("é ’ 中 👨‍👩‍👧", "é ’ 中 👨‍👩‍👧"),
    ("\u{202E}\u{2028}", "\u{202E}\u{2028}"),
  ])
  func `is escaped where it is special, and nowhere else`(text: String, escaped: String) {
    var bytes = Bytes()
    bytes.append(html: text)
    #expect(String(decoding: bytes, as: UTF8.self) == escaped)

    var fromBytes = Bytes()
    fromBytes.append(html: Array(text.utf8)[...])
    #expect(fromBytes == bytes)
  }

  @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;")], 0..<40)
  func `is escaped at every place of a long run`(special: (character: String, escape: String), place: Int) {
    let (before, after) = (String(repeating: "a", count: place), String(repeating: "é", count: 40 - place))
    var bytes = Bytes()
    bytes.append(html: Array((before + special.character + after).utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == before + special.escape + after)
  }

  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func `changes four bytes only, whatever stands around them`(byte: UInt8) {
    var bytes = Bytes()
    bytes.append(html: [UInt8](repeating: byte, count: 19)[...])
    let changes = "<>&\"".utf8.contains(byte)
    #expect((bytes == [UInt8](repeating: byte, count: 19)) == !changes)
    #expect(bytes.contains { "<>\"".utf8.contains($0) } == false)
  }

  @Test func `is appended after what is there`() {
    var bytes = Bytes("<p>".utf8)
    bytes.append(html: "1 < 2")
    bytes.append("</p>")
    bytes.append(decimal: -12)
    bytes.append(verbatim: "<br>")
    #expect(String(decoding: bytes, as: UTF8.self) == "<p>1 &lt; 2</p>-12<br>")
  }
}

@Suite struct `Text in XML` {
  @Test(arguments: [
    ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"),
    ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
    ("bell\u{7}", "bell\u{FFFD}"),
    ("\u{0}\u{8}\u{B}\u{C}\u{E}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("]]>", "]]&gt;"),
    ("é", "é"),
  ])
  func `is escaped, and what XML forbids is replaced`(text: String, escaped: String) {
    var bytes = Bytes()
    bytes.append(xml: text)
    #expect(String(decoding: bytes, as: UTF8.self) == escaped)
  }
}
