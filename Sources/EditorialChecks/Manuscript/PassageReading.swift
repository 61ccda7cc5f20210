import Markdown
import Model

/// Turns an edition into passages: every text that readers see, with the rules that are allowed there.
struct PassageReading {
  private(set) var passages: [Passage] = []
  /// What authors allow, block by block.
  private(set) var allowances: [Allowance] = []
  /// The headings that the blocks now read stand under, the highest first.
  private var section: [Section] = []

  private struct Section {
    let level: Int
    /// Tells the heading from all others.
    let number: Int
    let allowed: Set<String>
  }

  // MARK: The front matter

  mutating func read(_ edition: Edition) {
    add(edition.title, "title")
    add(edition.summary, "summary")
    add(edition.change, "change")
    add(edition.source?.name, "source", "name")
    guard case .letter(let letter) = edition.facts else { return }
    add(letter.addressees, "addressees")
    add(letter.signatories, "signatories")
    add(letter.principalAuthority, "principal-authority")
    add(letter.statement?.basis, "statement", "basis")
    add(letter.statement?.lead, "statement", "lead")
    add(letter.statement?.cooperating ?? [], "statement", "cooperating")
  }

  private mutating func add(_ text: String?, _ key: String, _ inner: String? = nil) {
    guard let text else { return }
    passages.append(Passage(text, .frontMatter, at: .frontMatter(FrontMatterKey(key, inner))))
  }

  private mutating func add(_ texts: [String], _ key: String, _ inner: String? = nil) {
    for (index, text) in texts.enumerated() {
      let place = FrontMatterKey(key, inner, entry: index)
      passages.append(Passage(text, .frontMatter, at: .frontMatter(place)))
    }
  }

  // MARK: The text

  mutating func read(_ blocks: [Block]) {
    for block in blocks { read(block, allowed: []) }
  }

  private mutating func read(_ block: Block, allowed: Set<String>) {
    let own = block.attributes["allow"]
    if !own.isEmpty { allowances.append(Allowance(rules: own, line: block.line)) }
    let allowed = own.isEmpty ? allowed : allowed.union(own)
    switch block.kind {
    case .heading(let level):
      while let last = section.last, last.level >= level { section.removeLast() }
      let outer = section.last?.allowed ?? []
      section.append(Section(level: level, number: block.number, allowed: outer.union(allowed)))
      add(block, .heading, allowed: allowed)
    case .row: addRow(block, allowed: allowed)
    case .footnotes:
      section = []
      for note in block.children { add(note, .footnote, allowed: []) }
    default:
      if !block.text.isEmpty { add(block, .paragraph, allowed: allowed) }
      let around = section
      for child in block.children { read(child, allowed: allowed) }
      section = around
    }
  }

  private mutating func add(_ block: Block, _ kind: Passage.Kind, allowed: Set<String>) {
    add(block.text, kind, at: .text(line: block.line, lineStarts: block.lineStarts), allowed: allowed)
  }

  /// The cells of a row as one text, since what stands in one says what is meant by the next.
  private mutating func addRow(_ row: Block, allowed: Set<String>) {
    let text = row.children.map(\.text).joined(separator: " | ")
    add(text, .row, at: .text(line: row.line, lineStarts: []), allowed: allowed)
  }

  private mutating func add(
    _ text: String, _ kind: Passage.Kind, at place: Passage.Place, allowed: Set<String>
  ) {
    let allowedInSection = section.last?.allowed ?? []
    passages.append(
      Passage(
        text, kind, at: place, section: section.map(\.number),
        allowed: allowedInSection.isEmpty ? allowed : allowed.union(allowedInSection)))
  }

  // MARK: Links

  /// Reads the mailboxes and telephone numbers that links lead to; other addresses are no text.
  mutating func read(_ links: [Link]) {
    let lines = PassageLines(passages)
    for link in links {
      guard let address = Self.contact(link.destination) else { continue }
      let around = lines.passage(around: link.line)
      passages.append(
        Passage(
          address, .address, at: .text(line: link.line, lineStarts: []), section: around?.section ?? [],
          allowed: around?.allowed ?? []))
    }
  }

  /// The mailbox or telephone number that a destination is, nil where it is anything else.
  private static func contact(_ destination: String) -> String? {
    guard let colon = destination.firstIndex(of: ":"),
      ["mailto", "tel"].contains(destination[..<colon].lowercased())
    else { return nil }
    return String(destination[destination.index(after: colon)...].prefix { $0 != "?" })
  }
}

/// The passages of a text in the order of their lines.
struct PassageLines {
  private let passages: [(line: Int, passage: Passage)]

  init(_ passages: [Passage]) {
    self.passages = passages.compactMap { passage in passage.line(of: 0).map { ($0, passage) } }
      .sorted { $0.line < $1.line }
  }

  /// The passage in which something on that line stands.
  func passage(around line: Int) -> Passage? {
    passages[..<passages.partitioningIndex { $0.line > line }].last?.passage
  }
}

/// What an author allows at a block.
struct Allowance {
  let rules: [String]
  /// The line of the block.
  let line: Int
}
