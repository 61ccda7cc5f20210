import Diagnostics
import StrictYAML
import Testing

private enum Shade: String, CaseIterable {
  case light, dark
}

@Suite struct `The fields of a mapping` {
  private func problems(_ text: String, reading read: (inout Fields) -> Void) throws -> String {
    let reading = Reading(text)
    var fields = try #require(reading.fields)
    read(&fields)
    fields.reportUnknownKeys()
    return reading.problems
  }

  @Test func `give what is asked for`() throws {
    let text = """
      text: 010
      flag: true
      count: 34
      choice: dark
      texts: [a, "b"]
      one: c
      fields: {x: y}
      list: [{x: 1}, {x: 2}]
      """
    let reading = Reading(text)
    var fields = try #require(reading.fields)
    #expect(fields.requiredText("text") == "010")
    #expect(fields.flag("flag") == true)
    #expect(fields.count("count") == 34)
    #expect(fields.choice("choice", of: Shade.self) == .dark)
    #expect(fields.texts("texts").map(\.text) == ["a", "b"])
    #expect(fields.texts("texts").map(\.line) == [5, 5])
    #expect(fields.texts("one", orOne: true).map(\.text) == ["c"])
    let mapping = fields.fields("fields")
    var inner = try #require(mapping)
    #expect(inner.text("x") == "y")
    #expect(fields.list("list").map { $0.line(of: "x") } == [8, 8])
    #expect(fields.text("absent") == nil)
    #expect(fields.names() == ["text", "flag", "count", "choice", "texts", "one", "fields", "list"])
    fields.reportUnknownKeys()
    #expect(reading.problems == "")
  }

  @Test func `say which key was probably meant`() throws {
    let problems = try problems("title: a\nsumary: b\nzzz: c") { fields in
      _ = fields.text("title")
      _ = fields.text("summary")
    }
    #expect(
      problems == """
        list.yml:2: error: unknown key 'sumary' [unknown-key]
          expected: one of summary, title
          did you mean 'summary'?
        list.yml:3: error: unknown key 'zzz' [unknown-key]
          expected: one of summary, title

        """)
  }

  @Test(arguments: [
    ("text: [a]", "'text' is a list", "text"), ("text: {a: b}", "'text' is a mapping", "text"),
    ("texts: a", "'texts' is text", "a list of texts"),
    ("texts: {a: b}", "'texts' is a mapping", "a list of texts"),
    ("texts: [[a]]", "an entry of 'texts' is a list", "text"),
    ("texts: [{a: b}]", "an entry of 'texts' is a mapping", "text"),
    ("texts: [~]", "an entry of 'texts' is nothing", "text"),
    ("fields: a", "'fields' is text", "keys and values"),
    ("fields: []", "'fields' is a list", "keys and values"),
    ("list: {a: b}", "'list' is a mapping", "a list of keys and values"),
    ("list: [a]", "this is text", "keys and values"), ("flag: [a]", "'flag' is a list", "text"),
    ("text:", "'text' has no value", "a value, or the key left out"),
    ("fields: ~", "'fields' has no value", "a value, or the key left out"),
    ("list:", "'list' has no value", "a value, or the key left out"),
  ])
  func `say what a value of the wrong type should be`(text: String, message: String, expected: String) throws
  {
    let problems = try problems(text) { fields in
      _ = fields.text("text")
      _ = fields.texts("texts")
      _ = fields.fields("fields")
      _ = fields.list("list")
      _ = fields.flag("flag")
    }
    #expect(problems == "list.yml:1: error: \(message) [wrong-type]\n  expected: \(expected)\n")
  }

  @Test(
    arguments: [
      ("flag: yes", "'flag' is 'yes'", "true or false", nil),
      ("flag: True", "'flag' is 'True'", "true or false", nil),
      ("count: -1", "'count' is '-1'", "a whole number", nil),
      ("count: 1.5", "'count' is '1.5'", "a whole number", nil),
      ("count: 1e3", "'count' is '1e3'", "a whole number", nil),
      ("count: 9999999999", "'count' is '9999999999'", "a whole number", nil),
      ("choice: drak", "'choice' is 'drak'", "one of light, dark", "dark"),
      ("choice: Dark", "'choice' is 'Dark'", "one of light, dark", "dark"),
      ("choice: ''", "'choice' is ''", "one of light, dark", nil),
    ] as [(String, String, String, String?)])
  func `say what a wrong value should be`(
    text: String, message: String, expected: String, suggestion: String?
  ) throws {
    let problems = try problems(text) { fields in
      _ = fields.flag("flag")
      _ = fields.count("count")
      _ = fields.choice("choice", of: Shade.self)
    }
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(problems == "list.yml:1: error: \(message) [wrong-value]\n  expected: \(expected)\n\(hint)")
  }

  @Test(arguments: [
    ("{}", 1, "the key 'title' is missing", "'title: …'"), ("title: ''", 1, "'title' is empty", "text"),
    ("\ntitle: \" \\t\"", 2, "'title' is empty", "text"),
  ])
  func `say which key is missing`(text: String, line: Int, message: String, expected: String) throws {
    let problems = try problems(text) { _ = $0.requiredText("title") }
    #expect(problems == "list.yml:\(line): error: \(message) [missing-key]\n  expected: \(expected)\n")
  }

  @Test(arguments: [("- a", "a list"), ("a", "text"), ("~", "nothing")])
  func `are read of a mapping alone`(text: String, kind: String) {
    let reading = Reading(text)
    _ = reading.fields
    #expect(
      reading.problems == "list.yml:1: error: this is \(kind) [wrong-type]\n  expected: keys and values\n")
  }
}
