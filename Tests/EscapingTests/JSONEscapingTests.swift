import Escaping
import Foundation
import Testing

@Suite struct `Text in JSON` {
  @Test(arguments: [
    ("", #""""#),
    ("Leeds", #""Leeds""#),
    (#"say "no" \ "#, #""say \"no\" \\ ""#),
    ("a\nb\rc\td", #""a\nb\rc\td""#),
    ("\u{0}\u{1}\u{8}\u{1F}\u{7F}", #""\u0000\u0001\u0008\u001f\u007f""#),
    ("</script><!--", #""\u003c/script>\u003c!--""#),
    ("a\u{2028}b\u{2029}c", #""a\u2028b\u2029c""#),
    ("\u{2028}", #""\u2028""#),
    ("\u{2027}\u{202A}\u{2828}", "\"\u{2027}\u{202A}\u{2828}\""),
    ("é ’ 👍", #""é ’ 👍""#),
  ])
  func `is one string that may stand in a data block of HTML`(text: String, written: String) {
    var bytes = Bytes()
    bytes.append(json: text)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  @Test(arguments: 0..<64)
  func `is read back as it was`(seed: Int) throws {
    let alphabet: [Character] = ["a", "<", "\"", "\\", "\n", "\u{0}", "\u{2028}", "\u{2029}", "é", "👍", "/"]
    let text = String((0..<(seed * 3)).map { alphabet[($0 * 7 + seed * $0 * $0 + seed) % alphabet.count] })
    let line = JSON.array([.string(text)]).line()
    #expect(try JSONDecoder().decode([String].self, from: Data(line)) == [text])
    #expect(!line.contains(UInt8(ascii: "<")))
    #expect(!line.contains(UInt8(ascii: "\n")))
  }
}

@Suite struct `A JSON document` {
  private let document = JSON.object([
    ("b", .number(-3)),
    ("a", .array([.null, .bool(true), .bool(false), .decimal(0.25), "text"])),
    ("empty", .object([])),
    ("none", .array([])),
    ("<key>", .object([("x", .strings(["y", "z"]))])),
  ])

  @Test func `has its members in the order given, one a line`() {
    #expect(
      String(decoding: document.document(), as: UTF8.self) == """
        {
          "b": -3,
          "a": [
            null,
            true,
            false,
            0.25,
            "text"
          ],
          "empty": {},
          "none": [],
          "\\u003ckey>": {
            "x": [
              "y",
              "z"
            ]
          }
        }

        """)
  }

  @Test func `can be written without white space`() {
    #expect(
      String(decoding: document.line(), as: UTF8.self)
        == #"{"b":-3,"a":[null,true,false,0.25,"text"],"empty":{},"none":[],"\u003ckey>":{"x":["y","z"]}}"#)
  }

  @Test func `leaves members without a value out`() {
    let document = JSON.members([("a", nil), ("b", .text(nil)), ("c", .text("d"))])
    #expect(String(decoding: document.line(), as: UTF8.self) == #"{"c":"d"}"#)
  }
}
