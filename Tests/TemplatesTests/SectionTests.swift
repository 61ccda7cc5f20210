import Testing

/// From the specification of Mustache: sections and inverted sections.
@Suite struct `A section` {
  private static let nested: Tree = [
    "tops": [
      [
        "tname": ["upper": "A", "lower": "a"],
        "middles": [["mname": "1", "bottoms": [["bname": "x"], ["bname": "y"]]]],
      ]
    ]
  ]

  @Test(arguments: [
    Example("true", "[{{#boolean}}shown{{/boolean}}]", ["boolean": true], shows: "[shown]"),
    Example("false", "[{{#boolean}}shown{{/boolean}}]", ["boolean": false], shows: "[]"),
    Example("absent", "[{{#missing}}shown{{/missing}}]", shows: "[]"),
    Example("a view", "{{#context}}Hi {{name}}.{{/context}}", ["context": ["name": "Joe"]], shows: "Hi Joe."),
    Example("no text", "[{{#a}}shown{{/a}}]", ["a": ""], shows: "[shown]"),
    Example("nought", "[{{#a}}shown {{.}}{{/a}}]", ["a": 0], shows: "[shown 0]"),
    Example(
      "values around", "{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}",
      ["a": "foo", "b": "wrong", "sec": ["b": "bar"], "c": ["d": "baz"]], shows: "foo, bar, baz"),
    Example("a text", "{{#foo}}{{.}} is {{foo}}{{/foo}}", ["foo": "bar"], shows: "bar is bar"),
    Example(
      "lists in lists",
      "{{#tops}}{{#middles}}{{tname.lower}}{{mname}}.{{#bottoms}}{{tname.upper}}{{mname}}{{bname}}."
        + "{{/bottoms}}{{/middles}}{{/tops}}", nested, shows: "a1.A1x.A1y."),
    Example("a list", "{{#l}}{{item}}{{/l}}", ["l": [["item": 1], ["item": 2], ["item": 3]]], shows: "123"),
    Example("an empty list", "[{{#list}}shown{{/list}}]", ["list": []], shows: "[]"),
    Example(
      "within itself", "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |", ["bool": true],
      shows: "| A B C D E |"),
    Example(
      "false within itself", "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |", ["bool": false],
      shows: "| A  E |"),
    Example("texts", "{{#list}}({{.}}){{/list}}", ["list": ["a", "<b>"]], shows: "(a)(&lt;b&gt;)"),
    Example("texts unescaped", "{{#list}}({{{.}}}{{&.}}){{/list}}", ["list": ["<b>"]], shows: "(<b><b>)"),
    Example("numbers", "{{#list}}({{.}}){{/list}}", ["list": [1, 2, 3]], shows: "(1)(2)(3)"),
    Example(
      "flags", "{{#list}}{{#.}}yes {{/.}}{{^.}}no {{/.}}{{/list}}", ["list": [true, false]], shows: "yes no "),
    Example(
      "lists of lists", "{{#list}}({{#.}}{{.}}{{/.}}){{/list}}", ["list": [[1, 2], ["a", "b"]]],
      shows: "(12)(ab)"),
    Example("dotted", "[{{#a.b.c}}Here{{/a.b.c}}]", ["a": ["b": ["c": true]]], shows: "[Here]"),
    Example("dotted, false", "[{{#a.b.c}}Here{{/a.b.c}}]", ["a": ["b": ["c": false]]], shows: "[]"),
    Example("dotted, broken", "[{{#a.b.c}}Here{{/a.b.c}}]", ["a": [:]], shows: "[]"),
    Example(
      "of the nearest value alone", "{{#a}}[{{#.b}}no{{/.b}}{{#.c}}{{.}}{{/.c}}]{{/a}}",
      ["a": ["c": "C"], "b": true], shows: "[C]"),
    Example("white space within the tag", "|{{# boolean }}={{/ boolean }}|", ["boolean": true], shows: "|=|"),
  ])
  func `shows its text for what there is`(example: Example) throws {
    try example.check()
  }

  @Test(arguments: [
    Example("false", "[{{^boolean}}shown{{/boolean}}]", ["boolean": false], shows: "[shown]"),
    Example("true", "[{{^boolean}}shown{{/boolean}}]", ["boolean": true], shows: "[]"),
    Example("absent", "[{{^missing}}shown{{/missing}}]", shows: "[shown]"),
    Example("a view", "[{{^context}}shown{{/context}}]", ["context": ["name": "Joe"]], shows: "[]"),
    Example("a list", "[{{^list}}shown{{/list}}]", ["list": [1]], shows: "[]"),
    Example("an empty list", "[{{^list}}shown{{/list}}]", ["list": []], shows: "[shown]"),
    Example("a text", "[{{^text}}shown{{/text}}]", ["text": ""], shows: "[]"),
    Example("dotted", "[{{^a.b}}shown{{/a.b}}]", ["a": ["b": false]], shows: "[shown]"),
    Example("dotted, broken", "[{{^a.b}}shown{{/a.b}}]", ["a": [:]], shows: "[shown]"),
    Example(
      "within itself", "| A {{^bool}}B {{^bool}}C{{/bool}} D{{/bool}} E |", ["bool": false],
      shows: "| A B C D E |"),
    Example(
      "alone", "| This Is\n{{^boolean}}\n|\n{{/boolean}}\n| A Line\n", ["boolean": false],
      shows: "| This Is\n|\n| A Line\n"),
  ])
  func `that is inverted shows its text for what there is not`(example: Example) throws {
    try example.check()
  }

  @Test(arguments: [
    Example(
      "first and last",
      "{{#l}}{{#first()}}<{{/first()}}{{.}}{{^last()}}, {{/last()}}{{#last()}}>{{/last()}}{{/l}}",
      ["l": ["a", "b", "c"]], shows: "<a, b, c>"),
    Example(
      "one is both", "{{#l}}{{#first()}}<{{/first()}}{{.}}{{#last()}}>{{/last()}}{{/l}}", ["l": [1]],
      shows: "<1>"),
    Example(
      "of the list around a flag", "{{#l}}{{#yes}}{{#first()}}{{n}}{{/first()}}{{/yes}}{{/l}}",
      ["l": [["n": 1], ["n": 2]], "yes": true], shows: "1"),
    Example(
      "of the inner list", "{{#l}}{{#.}}{{^last()}}{{.}}{{/last()}}{{/.}}{{/l}}", ["l": [[1, 2], [3, 4]]],
      shows: "13"),
    Example(
      "of no list within a view", "{{#l}}{{#v}}[{{#first()}}no{{/first()}}{{first()}}]{{/v}}{{/l}}",
      ["l": [["v": [:]]]], shows: "[]"),
    Example(
      "outside of lists", "[{{#last()}}no{{/last()}}{{first()}}{{^first()}}yes{{/first()}}]", shows: "[yes]"),
    Example(
      "the first element", "{{#first(l)}}<ul>{{#l}}{{.}}{{/l}}</ul>{{/first(l)}}", ["l": [1, 2]],
      shows: "<ul>12</ul>"),
    Example("the first of none", "[{{#first(l)}}<ul>{{/first(l)}}{{first(m)}}]", ["l": []], shows: "[]"),
    Example("the first as a variable", "{{first(l)}}", ["l": ["<", 2]], shows: "&lt;"),
    Example("the first of a text", "[{{#first(t)}}no{{/first(t)}}]", ["t": "text"], shows: "[]"),
  ])
  func `knows where its list stands`(example: Example) throws {
    try example.check()
  }
}
