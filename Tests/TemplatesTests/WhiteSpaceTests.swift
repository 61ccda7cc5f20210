import Testing

/// From the specification of Mustache: tags that stand alone on their lines.
@Suite struct `A tag alone on its line` {
  private static let yes: Tree = ["boolean": true]

  @Test(arguments: [
    Example("spaces around", " | {{#boolean}}\t|\t{{/boolean}} | \n", yes, shows: " | \t|\t | \n"),
    Example(
      "line ends within", " | {{#boolean}} {{! Important }}\n {{/boolean}} | \n", yes, shows: " |  \n  | \n"),
    Example(
      "inline, indented", " {{#boolean}}YES{{/boolean}}\n {{#boolean}}GOOD{{/boolean}}\n", yes,
      shows: " YES\n GOOD\n"),
    Example(
      "alone", "| This Is\n{{#boolean}}\n|\n{{/boolean}}\n| A Line\n", yes, shows: "| This Is\n|\n| A Line\n"),
    Example(
      "alone, indented", "| This Is\n  {{#boolean}}\n|\n  {{/boolean}}\n| A Line\n", yes,
      shows: "| This Is\n|\n| A Line\n"),
    Example(
      "alone, tabs", "| This Is\n\t{{#boolean}}\t\n|\n \t{{/boolean}} \n| A Line\n", yes,
      shows: "| This Is\n|\n| A Line\n"),
    Example("alone, CRLF", "|\r\n{{#boolean}}\r\n{{/boolean}}\r\n|", yes, shows: "|\r\n|"),
    Example(
      "alone, indented, CRLF", "|\r\n {{#boolean}}\r\na\r\n {{/boolean}}\r\n|", yes, shows: "|\r\na\r\n|"),
    Example("alone on the first line", "  {{#boolean}}\n#{{/boolean}}\n/", yes, shows: "#\n/"),
    Example("alone on the last line", "#{{#boolean}}\n/\n  {{/boolean}}", yes, shows: "#\n/\n"),
    Example(
      "doubled", "{{#boolean}}\n* first\n{{/boolean}}\n* second\n{{#boolean}}\n* third\n{{/boolean}}\n", yes,
      shows: "* first\n* second\n* third\n"),
    Example(
      "one in another", "{{#boolean}}\n{{#boolean}}\na\n{{/boolean}}\n{{/boolean}}\nb\n", yes, shows: "a\nb\n"
    ),
    Example("nothing within", "a\n{{#boolean}}\n{{/boolean}}\nb\n", yes, shows: "a\nb\n"),
    Example("empty lines stay", "a\n\n{{#boolean}}\n\nb\n{{/boolean}}\n\nc\n", yes, shows: "a\n\n\nb\n\nc\n"),
  ])
  func `leaves no line behind`(example: Example) throws {
    try example.check()
  }
}
