import Testing

/// Where our engine means to differ from swift-mustache; everywhere else they are the same.
@Suite struct `Our engine` {
  struct Difference: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let template: String
    let view: Tree
    var partials: [String: String] = [:]
    let ours: String
    let reference: String
  }

  @Test(arguments: [
    Difference(
      testDescription: "shows no list", template: "[{{a}}{{{a}}}]", view: ["a": ["b"]], ours: "[]",
      reference: "[[&quot;b&quot;][\"b\"]]"),
    Difference(
      testDescription: "shows no view", template: "[{{a}}]", view: ["a": ["b": "c"]], ours: "[]",
      reference: "[[&quot;b&quot;: &quot;c&quot;]]"),
    Difference(
      testDescription: "keeps the nearest value where a list is empty",
      template: "{{#v}}{{^l}}{{.a}}{{/l}}{{/v}}", view: ["v": ["l": [], "a": "A"]], ours: "A", reference: ""),
    Difference(
      testDescription: "indents no partial", template: "  {{>p}}\n.", view: [:], partials: ["p": "1\n2\n"],
      ours: "1\n2\n.", reference: "  1\n  2\n."),
    Difference(
      testDescription: "indents no block", template: "{{<p}}{{$a}}\n1\n2\n{{/a}}{{/p}}", view: [:],
      partials: ["p": "x\n  {{$a}}\n{{/a}}\n"], ours: "x\n1\n2\n", reference: "x\n  1\n  2\n"),
    Difference(
      testDescription: "keeps the indentation of what replaces a block",
      template: "{{<p}}\n{{$a}}\n  1\n  2\n{{/a}}\n{{/p}}", view: [:], partials: ["p": "{{$a}}{{/a}}"],
      ours: "  1\n  2\n", reference: "1\n2\n"),
    Difference(
      testDescription: "knows in a partial where the list around it stands",
      template: "{{#l}}{{>p}}{{/l}}", view: ["l": [1, 2]], partials: ["p": "{{.}}{{^last()}}, {{/last()}}"],
      ours: "1, 2", reference: "1, 2, "),
    Difference(
      testDescription: "sees a line begin after a closing tag alone on its line",
      template: "{{#a}}x\n{{/a}}\n{{#a}}\ny\n{{/a}}\n", view: ["a": true], ours: "x\ny\n",
      reference: "x\n\ny\n"),
    Difference(
      testDescription: "knows a tag whose name stands on the next line", template: "|{{\n a\n}}|",
      view: ["a": "A"], ours: "|A|", reference: "|\n a\n}}|"),
    Difference(
      testDescription: "takes away the spaces after a tag alone on the last line",
      template: "a\n{{! b }}  ", view: [:], ours: "a\n", reference: "a\n  "),
  ])
  func `differs where it means to`(difference: Difference) throws {
    let (template, view, partials) = (difference.template, difference.view, difference.partials)
    #expect(try ours(template, view, partials: partials) == difference.ours)
    #expect(try reference(template, view.native, partials: partials) == difference.reference)
  }

  /// swift-mustache would not come back from this.
  @Test func `gives a block within what replaces it its own text`() throws {
    let result = try ours(
      "{{<p}}{{$a}}1{{$a}}2{{/a}}{{/a}}{{/p}}", [:], partials: ["p": "[{{$a}}d{{/a}}]"])
    #expect(result == "[12]")
  }
}
