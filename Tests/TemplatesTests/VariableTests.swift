import Testing

/// From the specification of Mustache: interpolation and comments.
@Suite struct `A variable` {
  @Test(arguments: [
    Example("without a tag", "Hello from {Mustache}!", shows: "Hello from {Mustache}!"),
    Example("a text", "Hello, {{subject}}!", ["subject": "world"], shows: "Hello, world!"),
    Example("no text", "[{{subject}}]", ["subject": ""], shows: "[]"),
    Example("escaped", "{{forbidden}}", ["forbidden": "& \" < >"], shows: "&amp; &quot; &lt; &gt;"),
    Example("an apostrophe", "{{forbidden}}", ["forbidden": "'"], shows: "'"),
    Example("three braces", "{{{forbidden}}}", ["forbidden": "& \" < >"], shows: "& \" < >"),
    Example("an ampersand", "{{&forbidden}}", ["forbidden": "& \" < >"], shows: "& \" < >"),
    Example("a number", "\"{{mph}} miles\"", ["mph": 85], shows: "\"85 miles\""),
    Example("a number unescaped", "{{{mph}}}{{&mph}}", ["mph": -85], shows: "-85-85"),
    Example("a flag", "{{yes}} {{{no}}}", ["yes": true, "no": false], shows: "true false"),
    Example("absent", "I ({{cannot}}) be seen {{{cannot}}}{{&cannot}}!", shows: "I () be seen !"),
    Example("tags in a value", "{{a}}", ["a": "{{b}}", "b": "no"], shows: "{{b}}"),
    Example(
      "dotted", "{{person.name}} == {{#person}}{{name}}{{/person}}", ["person": ["name": "Joe"]],
      shows: "Joe == Joe"),
    Example(
      "dotted, deeply", "{{a.b.c.d.e.name}}", ["a": ["b": ["c": ["d": ["e": ["name": "Phil"]]]]]],
      shows: "Phil"),
    Example("dotted, broken", "[{{a.b.c}}]", ["a": [:]], shows: "[]"),
    Example(
      "dotted, broken chains do not climb", "[{{a.b.c.name}}]",
      ["a": ["b": [:]], "c": ["name": "Jim"]], shows: "[]"),
    Example(
      "dotted, the first name climbs", "{{#a}}{{b.c.name}}{{/a}}",
      ["a": ["b": ["c": ["name": "Phil"]]], "b": ["c": ["name": "Wrong"]]], shows: "Phil"),
    Example(
      "dotted, the nearest first name counts", "[{{#a}}{{b.c}}{{/a}}]", ["a": ["b": [:]], "b": ["c": "no"]],
      shows: "[]"),
    Example(
      "of the nearest value alone", "{{#a}}[{{.b}}{{.c}}{{.d.e}}]{{/a}}",
      ["a": ["c": "C", "d": ["e": "E"]], "b": "no"], shows: "[CE]"),
    Example("names", "{{a-b}}{{c_d}}{{e1}}", ["a-b": 1, "c_d": 2, "e1": 3], shows: "123"),
    Example("white space around", "| {{string}} |", ["string": "---"], shows: "| --- |"),
    Example("alone on its line", "  {{string}}\n", ["string": "---"], shows: "  ---\n"),
    Example(
      "white space within", "|{{ string }}{{{ string }}}{{& string }}|", ["string": "-"], shows: "|---|"),
    Example("line ends within", "|{{ string\n}}|", ["string": "-"], shows: "|-|"),
    Example("letters of all kinds", "ŵ{{a}}’", ["a": "Llŷn – 日本 👩‍👩‍👧"], shows: "ŵLlŷn – 日本 👩‍👩‍👧’"),
  ])
  func `shows its value`(example: Example) throws {
    try example.check()
  }

  @Test(arguments: [
    Example("inline", "12345{{! Comment Block! }}67890", shows: "1234567890"),
    Example("of many lines", "12345{{!\n  This is a\n  comment\n}}67890\n", shows: "1234567890\n"),
    Example("alone", "Begin.\n{{! Comment }}\nEnd.\n", shows: "Begin.\nEnd.\n"),
    Example("alone, indented", "Begin.\n  {{! Comment }}\nEnd.\n", shows: "Begin.\nEnd.\n"),
    Example("alone, indented by a tab", "Begin.\n\t{{! Comment }}\t\nEnd.\n", shows: "Begin.\nEnd.\n"),
    Example("alone, CRLF", "|\r\n{{! Comment }}\r\n|", shows: "|\r\n|"),
    Example("alone, indented, CRLF", "|\r\n  {{! Comment }}\r\n|", shows: "|\r\n|"),
    Example("alone on the first line", "  {{! Comment }}\n!", shows: "!"),
    Example("alone on the last line", "!\n  {{! Comment }}", shows: "!\n"),
    Example("alone, of many lines", "Begin.\n{{!\nComment\n}}\nEnd.\n", shows: "Begin.\nEnd.\n"),
    Example("after text", "  12 {{! 34 }}\n", shows: "  12 \n"),
    Example("two on a line", "{{! 1 }}{{! 2 }}\n", shows: "\n"),
    Example("white space around", "12345 {{! Comment }} 67890", shows: "12345  67890"),
    Example("with a tag", "{{! {{a }}b", ["a": "no"], shows: "b"),
  ])
  func `in a comment shows nothing`(example: Example) throws {
    try example.check()
  }
}
