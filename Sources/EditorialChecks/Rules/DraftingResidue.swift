import Diagnostics
import Model

extension EditorialRule {
  /// What drafting leaves behind.
  ///
  /// That is an instruction of a template (`ENTER LA NAME`, `Insert name here`), an abbreviation for what is still
  /// to come (`TBC`, `Tba`, `TODO`, unless the glossary has it), `XX` for a figure or a day, `DRAFT`, brackets with
  /// an instruction in them (`[insert name]`, `[to be added]`), `track changes` as the name of the feature, filler
  /// text, and what word processors write for comments, lost references and empty fields. `Leaders track changes in
  /// demand` is none, and neither is the numeral of `Annex XX`.
  static let draftingResidue = EditorialRule(
    "drafting-residue", "the text holds residue of drafting", words: beginnings.map(\.word)
  ) { manuscript in
    let glossary = Set(manuscript.lists.glossary.map(\.term))
    let spots = beginnings.flatMap { beginning in
      manuscript.spots(of: [beginning.word]).filter { spot in
        guard beginning.isResidue(spot), let token = spot[0] else { return false }
        let written = String(decoding: spot.passage.bytes[token.range], as: UTF8.self)
        return !glossary.contains(written) && !glossary.contains(written.uppercased())
      }
    }
    return withoutOverlaps(spots).map { spot in
      Slip(
        at: .spot(spot),
        "this looks like residue of drafting: \(quoting: spot.passage.text(excerpt(at: spot)))",
        expected: "the final text")
    }
  }

  /// The spots that are not in the excerpt of an earlier one.
  private static func withoutOverlaps(_ spots: [Spot]) -> [Spot] {
    var ends: [ObjectIdentifier: Int] = [:]
    return spots.sorted { $0.index < $1.index }.filter { spot in
      let passage = ObjectIdentifier(spot.passage)
      guard spot.index >= ends[passage, default: 0] else { return false }
      ends[passage] = excerpt(at: spot).upperBound
      return true
    }
  }

  /// A few words from the spot on.
  private static func excerpt(at spot: Spot) -> Range<Int> {
    spot.index..<min(spot.index + 4, spot.passage.tokens.count)
  }

  /// A word with which residue may begin, and what has to hold of it.
  private static let beginnings: [(word: Word, isResidue: @Sendable (Spot) -> Bool)] = [
    ("enter", isInstruction), ("insert", isInstruction), ("add", isInstruction), ("delete", isInstruction),
    ("tbc", { _ in true }), ("tba", { _ in true }), ("todo", isInCapitals), ("fixme", isInCapitals),
    ("draft", isInCapitals), ("comment", isReviewComment), ("commented", isReviewComment),
    ("xx", isPlaceholder), ("xxx", isPlaceholder), ("xxxx", isPlaceholder), ("xxxxx", isPlaceholder),
    ("[", isBracketedInstruction), ("track", isTrackedChanges), ("tracked", isTrackedChanges),
    ("lorem", { $0.word(1) == "ipsum" }),
    ("error", { $0.reads(["error", "!"]) && ["reference", "bookmark", "no"].contains($0.word(2)) }),
    ("click", { $0.reads(["click", "or", "tap"]) || $0.reads(["click", "here", "to", "enter"]) }),
    ("drafting", { $0.reads(["drafting", "note"]) }),
    ("la", { $0.reads(["la", "name"]) && isInCapitals($0) }),
  ]

  /// What templates ask for.
  private static let blanks: Set<Word> = [
    "name", "names", "date", "dates", "text", "title", "number", "figure", "figures", "address", "area", "la",
    "details", "quote", "reference", "link", "logo",
  ]

  /// `INSERT DATE`: capitals alone, and more of them after it; `Insert name here`, `insert the date`.
  private static func isInstruction(_ spot: Spot) -> Bool {
    if isInCapitals(spot) && isInCapitals(spot.moved(by: 1)) { return true }
    let isImperative = spot[-1].map { $0.kind == .mark || $0.word == "please" } ?? true
    let isArticle = spot.word(1).map { ["the", "a", "an", "your"].contains($0) } ?? false
    let noun = isArticle ? 2 : 1
    guard isImperative, spot.word(0) != "delete", let word = spot.word(noun), blanks.contains(word) else {
      return false
    }
    return spot.word(0) == "insert" || spot.word(noun + 1) == "here"
  }

  /// `Comment [AB1]:`, as a word processor writes the remark of a reviewer.
  private static func isReviewComment(_ spot: Spot) -> Bool {
    guard spot.word(1) == "[", spot[2]?.capitals != Token.Capitals.none, let last = spot[3] else {
      return false
    }
    return last.word == "]" || last.kind == .number && spot.word(4) == "]"
  }

  private static func isInCapitals(_ spot: Spot) -> Bool {
    spot[0]?.capitals == .all
  }

  private static func isPlaceholder(_ spot: Spot) -> Bool {
    let numbered: Set<Word> = [
      "annex", "appendix", "article", "book", "chapter", "page", "pages", "pp", "part", "schedule", "section",
      "title", "volume",
    ]
    // "pages xx to xxx" has its word before the first numeral.
    return ![-1, -3].contains { spot.word($0).map(numbered.contains) ?? false }
  }

  private static let instructions: Set<Word> = [
    "insert", "enter", "add", "name", "date", "tbc", "tba", "check", "update", "delete", "xx", "xxx",
    "number", "la", "dn", "note",
  ]

  /// `[insert name]`, `[NAME]`, `[DN: check]`, `[to be added]`: not the words that an editor adds to a quotation.
  private static func isBracketedInstruction(_ spot: Spot) -> Bool {
    if spot.reads(["to", "be"], at: 1) {
      let awaited: Set<Word> = [
        "added", "agreed", "checked", "completed", "confirmed", "inserted", "updated",
      ]
      return spot.word(3).map(awaited.contains) ?? false
    }
    guard let first = spot[1], first.kind == .word, instructions.contains(first.word) else { return false }
    return first.capitals == .all || ["insert", "enter", "add", "tbc", "tba", "dn"].contains(first.word)
  }

  /// `Track Changes`, or `in track changes`: the feature and not what somebody does.
  private static func isTrackedChanges(_ spot: Spot) -> Bool {
    guard spot.word(1) == "changes", let changes = spot[1] else { return false }
    if changes.isCapitalised { return true }
    guard let before = spot[-1] else { return spot[2].map { $0.kind == .mark } ?? true }
    let leading: Set<Word> = ["in", "with", "using", "via", "see", "by", "accept", "accepted", "(", "["]
    return leading.contains(before.word)
  }
}
