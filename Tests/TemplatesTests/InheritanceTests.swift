import Testing

/// From the specification of Mustache: partials and inheritance.
@Suite struct `A template` {
  @Test(arguments: [
    Example("a partial", "\"{{>text}}\"", partials: ["text": "from partial"], shows: "\"from partial\""),
    Example(
      "the values around", "{{>partial}}", ["text": "content"], partials: ["partial": "*{{text}}*"],
      shows: "*content*"),
    Example(
      "the nearest value", "{{#l}}{{>p}}{{/l}}", ["l": [["n": 1], ["n": 2]]], partials: ["p": "{{.n}};"],
      shows: "1;2;"),
    Example(
      "partials of partials", "{{>outer}}", ["a": "hello", "b": "world"],
      partials: ["outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!"], shows: "*hello world!*"),
    Example("spaces around", "| {{>partial}} |", partials: ["partial": "\t|\t"], shows: "| \t|\t |"),
    Example("spaces within the tag", "|{{> partial }}|", partials: ["partial": "[]"], shows: "|[]|"),
    Example("alone on its line", "a\n{{> p }}\nb\n", partials: ["p": "1\n2\n"], shows: "a\n1\n2\nb\n"),
    Example(
      "alone on its line, CRLF", "|\r\n{{>partial}}\r\n|", partials: ["partial": ">"], shows: "|\r\n>|"),
    Example("names with hyphens", "{{> a-b }}", partials: ["a-b": "x"], shows: "x"),
  ])
  func `includes others`(example: Example) throws {
    try example.check()
  }

  private static let family = [
    "parent": "{{<older}}{{$a}}p{{/a}}{{/older}}",
    "older": "{{<grandParent}}{{$a}}o{{/a}}{{/grandParent}}",
    "grandParent": "{{$a}}g{{/a}}",
  ]

  @Test(arguments: [
    Example("as it is", "{{$title}}Default{{/title}}\n", shows: "Default\n"),
    Example("with a variable", "{{$foo}}default {{bar}}{{/foo}}\n", ["bar": "baz"], shows: "default baz\n"),
    Example(
      "with a section", "{{$foo}}{{#bar}}{{baz}}{{/bar}}{{/foo}}", ["bar": ["baz": "qux"]], shows: "qux"),
    Example("of another", "{{<p}}{{/p}}", partials: ["p": "{{$foo}}default{{/foo}}"], shows: "default"),
    Example(
      "of another, replaced", "{{<p}}{{$title}}own{{/title}}{{/p}}",
      partials: ["p": "...{{$title}}Default{{/title}}..."], shows: "...own..."),
    Example(
      "not by a value", "{{<p}}{{/p}}", ["title": "no"], partials: ["p": "{{$title}}d{{/title}}"], shows: "d"),
    Example(
      "twice", "{{<p}}{{$a}}own{{/a}}{{/p}}", partials: ["p": "{{$a}}1{{/a}} {{$a}}2{{/a}}"], shows: "own own"
    ),
    Example(
      "in two places",
      "t|{{<p}}{{$s}}1{{/s}}{{/p}}{{<p}}{{$s}}2{{/s}}{{/p}}|{{<p}}{{/p}}",
      partials: ["p": "[{{$s}}d{{/s}}]"], shows: "t|[1][2]|[d]"),
    Example(
      "with line ends", "{{<p}}{{$a}}\npeaked\n\n:(\n{{/a}}{{/p}}", partials: ["p": "{{$a}}peaking{{/a}}"],
      shows: "peaked\n\n:(\n"),
    Example("by a grandchild", "{{<parent}}{{$a}}c{{/a}}{{/parent}}", partials: family, shows: "c"),
    Example("by a parent", "{{<parent}}{{/parent}}", partials: family, shows: "p"),
    Example(
      "within what replaces another", "{{<leaf}}{{$inner}}own{{/inner}}{{/leaf}}",
      partials: [
        "leaf": "{{<base}}{{$main}}[{{$inner}}d{{/inner}}]{{/main}}{{/base}}",
        "base": "<{{$main}}{{/main}}>",
      ], shows: "<[own]>"),
    Example(
      "in a partial of the base", "{{<base}}{{$a}}own{{/a}}{{/base}}",
      partials: ["base": "{{>part}}", "part": "[{{$a}}d{{/a}}]"], shows: "[own]"),
    Example(
      "text around blocks is not shown", "{{<p}} asdf {{$foo}}hmm{{/foo}} asdf {{/p}}",
      partials: ["p": "{{$foo}}d{{/foo}}"], shows: "hmm"),
    Example(
      "the values of its place", "{{<p}}{{$block}}I say {{fruit}}.{{/block}}{{/p}}",
      ["fruit": "apples", "nested": ["fruit": "bananas"]],
      partials: ["p": "{{#nested}}{{$block}}You say {{fruit}}.{{/block}}{{/nested}}"], shows: "I say bananas."
    ),
    Example(
      "recursion that ends", "{{<parent}}{{$foo}}override{{/foo}}{{/parent}}",
      partials: [
        "parent": "{{$foo}}default{{/foo}} {{$bar}}{{<parent2}}{{/parent2}}{{/bar}}",
        "parent2": "{{$foo}}p2{{/foo}} {{<parent}}{{$bar}}don't recurse{{/bar}}{{/parent}}",
      ], shows: "override override override don't recurse"),
    Example(
      "alone on their lines", "{{<p}}\n{{$a}}\none\ntwo\n{{/a}}\n{{! said }}\n{{/p}}\n",
      partials: ["p": "Hi,\n{{$a}}\ndefault\n{{/a}}\nbye\n"], shows: "Hi,\none\ntwo\nbye\n"),
    Example(
      "a line between", "{{<p}}\n{{$a}}\none\n{{/a}}\n{{/p}}\n",
      partials: ["p": "<main>\n{{$a}}{{/a}}\n</main>\n"], shows: "<main>\none\n\n</main>\n"),
  ])
  func `has blocks that others replace`(example: Example) throws {
    try example.check()
  }
}
