import Templates
import Testing

@Suite struct `A wrong template` {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let templates: [(name: String, text: String)]
    let expected: [String]

    init(_ name: String, _ templates: KeyValuePairs<String, String>, _ expected: String...) {
      testDescription = name
      self.templates = templates.map { (name: $0.key, text: $0.value) }
      self.expected = expected
    }
  }

  @Test(arguments: [
    Case("an unclosed section", ["a": "1\n2\n{{#x}}\n4\n"], "a:3: {{/x}} is missing"),
    Case("an unclosed inverted section", ["a": "{{^x}}\n4\n"], "a:1: {{/x}} is missing"),
    Case("an unclosed block", ["a": "\n{{$x}}"], "a:2: {{/x}} is missing"),
    Case("an unclosed parent", ["b": "", "a": "\n\n{{<b}}\n{{$x}}\n{{/x}}\n"], "a:3: {{/b}} is missing"),
    Case(
      "the inner of two unclosed", ["a": "{{#x}}\n{{#y}}\n"], "a:2: {{/y}} is missing"),
    Case("a wrong close", ["a": "{{#x}}\n{{/y}}\n"], "a:2: {{/y}} closes what is not open"),
    Case("a wrong order", ["a": "{{#x}}\n{{#y}}\n\n{{/x}}\n"], "a:4: {{/x}} closes what is not open"),
    Case("a close too many", ["a": "{{#x}}\n{{/x}}\n{{/x}}\n"], "a:3: {{/x}} closes what is not open"),
    Case("a missing partial", ["a": "1\n{{> b}}\n3"], "a:2: there is no template 'b'"),
    Case("a missing partial inline", ["a": "1\n2 {{> b}} 2\n"], "a:2: there is no template 'b'"),
    Case("a missing parent", ["a": "{{<b}}\n{{$x}}\n{{/x}}\n{{/b}}\n"], "a:1: there is no template 'b'"),
    Case(
      "a missing partial of a partial, said once", ["a": "\n\n{{> b}}", "b": "\n{{> c}}", "d": "{{> b}}"],
      "b:2: there is no template 'c'"),
    Case(
      "a missing partial in a block", ["a": "{{<b}}\n{{$x}}\n{{> c}}\n{{/x}}\n{{/b}}", "b": "{{$x}}{{/x}}"],
      "a:3: there is no template 'c'"),
    Case("itself", ["a": "1\n{{> a}}\n"], "a:2: 'a' includes itself"),
    Case("itself many times", ["a": "{{> a}}{{> a}}{{> a}}{{> a}}{{> a}}"], "a:1: 'a' includes itself"),
    Case(
      "each other", ["a": "\n{{> b}}\n", "b": "{{> a}}"], "a:2: 'b' includes itself",
      "b:1: 'a' includes itself"),
    Case("a tag without an end", ["a": "1\n2 {{x\n{{y\n"], "a:2: a tag does not end"),
    Case("a tag that ends in the next", ["a": "1\n{{x\n{{y}}\n"], "a:2: a tag does not end"),
    Case("three braces that end in two", ["a": "1\n{{{x}}\n"], "a:2: a tag does not end"),
    Case("two names", ["a": "1\n{{x y}}\n"], "a:2: 'x y' is no name"),
    Case("two names of a section", ["a": "1\n{{#x y}}\n{{/x y}}\n"], "a:2: 'x y' is no name"),
    Case("no name", ["a": "\n{{}}\n"], "a:2: '' is no name"),
    Case("a name with an empty part", ["a": "{{x..y}}"], "a:1: 'x..y' is no name"),
    Case("other delimiters", ["a": "{{=<% %>=}}"], "a:1: '=<% %>=' is no name"),
    Case("another function", ["a": "{{uppercased(x)}}"], "a:1: 'uppercased(x)' is no name"),
    Case(
      "a variable between blocks", ["a": "\n{{<b}}\n{{x}}\n{{/b}}", "b": ""],
      "a:2: only blocks may stand in {{<b}}"),
    Case(
      "lines after comments, sections and CRLF",
      ["a": "{{!\n\n}}\r\n{{#x}}\r\n{{/x}}\r\n\r\n{{\ny\n}} {{x y}}"],
      "a:9: 'x y' is no name"),
    Case(
      "several", ["a": "{{#x}}", "b": "{{> c}}", "d": "{{> a}}"], "a:1: {{/x}} is missing",
      "b:1: there is no template 'c'"),
  ])
  func `is said to be, with its name and line`(wrong: Case) throws {
    let problems = try #require(throws: TemplateProblems.self) { _ = try TemplateSet(wrong.templates) }
    #expect(problems.errors.map { "\($0.template):\($0.line): \($0.message)" } == wrong.expected)
  }

  @Test func `can be asked for by name`() throws {
    let templates = try TemplateSet([(name: "a", text: "")])
    #expect(templates.contains("a"))
    #expect(!templates.contains("b"))
  }
}
