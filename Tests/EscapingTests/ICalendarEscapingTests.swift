import Escaping
import Testing

@Suite struct `A property of an iCalendar file` {
  private static func written(_ text: String) -> String {
    var bytes = Bytes()
    bytes.append(iCalendar: "SUMMARY", text: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Leeds", "SUMMARY:Leeds\r\n"), ("", "SUMMARY:\r\n"),
    (#"a, b; c \n: "d""#, #"SUMMARY:a\, b\; c \\n: "d""# + "\r\n"),
    ("two\nlines", #"SUMMARY:two\nlines"# + "\r\n"),
    ("x\r\nEND:VCALENDAR\r\n", #"SUMMARY:x\nEND:VCALENDAR\n"# + "\r\n"),
    ("a\tb\u{0}\u{7F}c", "SUMMARY:a bc\r\n"), ("Dŵr 👍", "SUMMARY:Dŵr 👍\r\n"),
  ])
  func `has its text escaped`(text: String, line: String) {
    #expect(Self.written(text) == line)
  }

  @Test(arguments: ["a", "ŵ", "–", "👍", ","], 55...80)
  func `is folded at 75 octets and cuts no character`(character: String, count: Int) {
    let text = String(repeating: character, count: count)
    let lines = Self.written(text).split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.dropLast().allSatisfy { $0.utf8.count <= 75 })
    // No line could have taken the first character of the next.
    for (line, next) in zip(lines, lines.dropFirst().dropLast()) {
      #expect(next.first == " ")
      #expect(line.utf8.count + (next.dropFirst().first?.utf8.count ?? 75) > 75)
    }
    let unfolded = lines.dropLast().enumerated().map { $0 == 0 ? $1 : $1.dropFirst() }.joined()
    let escaped = character == "," ? String(repeating: "\\,", count: count) : text
    #expect(unfolded == "SUMMARY:" + escaped)
  }

  @Test func `takes a value that is written already as it stands`() {
    var bytes = Bytes()
    bytes.append(iCalendar: "URL", verbatim: "https://findings.example.org/a;b,c/")
    #expect(String(decoding: bytes, as: UTF8.self) == "URL:https://findings.example.org/a;b,c/\r\n")
  }
}
