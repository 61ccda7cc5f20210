/// CommonMark put together at random from pieces that interfere with each other, the same for a seed.
struct RandomMarkdown {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
  }

  private mutating func random(below bound: Int) -> Int {
    // SplitMix64
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func choice(_ pieces: [String]) -> String {
    pieces[random(below: pieces.count)]
  }

  /// Up to eight lines, each with marks of blocks before a few inlines.
  mutating func document() -> String {
    var source = ""
    for _ in 0...random(below: 8) {
      for _ in 0..<random(below: 3) { source += choice(Self.blockMarks) }
      for _ in 0..<random(below: 5) { source += choice(Self.inlines) }
      source += choice(Self.lineEnds)
    }
    return source
  }

  /// A piece of Markdown with our additions, or a byte of any value.
  mutating func hostileBytes() -> [UInt8] {
    switch random(below: 12) {
    case 0: [UInt8(random(below: 256))]
    case 1, 2: Array(choice(Self.blockMarks).utf8)
    case 3, 4: Array(choice(Self.inlines).utf8)
    case 5, 6: Array(choice(Self.lineEnds).utf8)
    default: Array(choice(Self.additions).utf8)
    }
  }

  private static let additions = [
    "|", "|-|", "\n|a|b|\n|-|-|\n", "-|-\n", "\\|", "[^1]", "[^1]: a b\n", "[^1]: c\n", "[^2]", "[^x]: ",
    "[^1][^2]", "{#a}", "{#b .c}", "{", "}",
    "{kind=x}\n", "\\{", "Table: x\n\n", "> **Note:** a", "paragraph 1", "paragraphs 1 to 3, 2", "1. a\n",
    "2. b\n", "\n\n", "## paragraph 1\n", "# a\n",
    "[a]: b\n", "[a]", "&shy;", "\n---\n", "\n===\n", "a", "b c", "*", "`", "[", "]", "\\[^1]",
    "https://e.org", "[^3]: https://e.org\n",
  ]

  private static let blockMarks = [
    "> ", ">", "- ", "* ", "+ ", "1. ", "7) ", "# ", "## ", "###### ", "    ", "  ", "\t", "```",
    "``` swift x",
    "~~~\n", "---", "===", "***", "- - -", "[a]: /b", "[a]: <b c> 'd'", "<div>", "<!-- c -->", "<script>",
    " ", "   ",
  ]

  private static let inlines = [
    "a", "b c", "*", "**", "_", "__", "***", "`", "``", "[", "]", "(", ")", "![", "](", "](/u)",
    "](<u v> \"t\")",
    "[a]", "[x][a]", "![i][a]", "<b>", "</b>", "<http://e.org/?a=1&b='2'>", "<m@e.org>", "<!--", "-->",
    "<?p?>",
    "&amp;", "&", "&#65;", "&copy;", "&nbsp;", "\\", "\\*", "\\[", "\\\n", "  \n", " ", "é", "ß", "\u{2019}",
    "\u{A0}", "\"", "'",
    "<", ">", "!", "#", "foo_bar", "*x*", "**y**", "`z`", "[l](javascript:x)", "[l](data:image/png;x)",
    "![p](q \"r\")", "http://x", "](\\)", "1", "-", "+", "=", "\t", "😀", "://", "%20", "\"t\"", "\u{1}",
  ]

  private static let lineEnds = ["\n", "\n", "\n", "\n\n", "\r\n", "  \n", "\\\n", "\n\n\n", "", "\r"]
}
