import Markdown
import Model

/// A passage of a text: a heading, a paragraph, an item of a list, a row of a table.
struct Passage {
  /// Its place among the passages of its edition, counted from 1.
  let number: Int
  let kind: PassageKind
  /// The heading of the section that it stands in.
  let heading: String?
  /// Its anchor on the page, if it has one.
  let id: String?
  /// The finding that it is, or is a part of.
  let finding: Finding?
  /// The nearest anchor: its own, or that of the heading above it.
  let anchor: String?
  /// Its words without markup.
  let text: String
}

/// What a passage is.
enum PassageKind: String, CaseIterable, Sendable {
  case heading, paragraph, item, quote, code, caption
  case tableRow = "table-row"
  case footnote
}

/// Takes a text apart into passages, in its order.
struct PassageReading {
  private var count = 0
  private let findings: FindingBlocks
  /// The finding that holds what is read.
  private var finding: Finding?
  /// The headings above, the highest first.
  private var headings: [(level: Int, text: String, id: String?)] = []

  private init(_ findings: [Finding]) {
    self.findings = FindingBlocks(findings)
  }

  /// Hands on the passages of a text in which those findings stand, in the order of their blocks.
  static func forEach(in blocks: [Block], _ findings: [Finding], _ body: (Passage) -> Void) {
    var reading = PassageReading(findings)
    for block in blocks { reading.read(block, as: .paragraph, id: nil, body) }
  }

  /// Reads a block; the first passage within it bears the id of what it stands in.
  private mutating func read(
    _ block: Block, as kind: PassageKind, id outer: String?, _ body: (Passage) -> Void
  ) {
    let above = finding
    defer { finding = above }
    finding = findings.finding(of: block) ?? finding
    let id = findings.anchor(of: block) ?? block.id ?? outer
    switch block.kind {
    case .heading(let level):
      headings.removeAll { $0.level >= level }
      add(.heading, block.text, id: id, body)
      headings.append((level, block.text, block.id))
    case .row:
      let cells = block.children.map(\.text)
      guard cells.contains(where: { !$0.isEmpty }) else { return }
      add(.tableRow, cells.joined(separator: " | "), id: id, body)
    case .code: add(.code, block.text, id: id, body)
    case .caption: add(.caption, block.text, id: id, body)
    case .footnote: add(.footnote, block.text, id: id, body)
    case .item: read(block.children, as: .item, id: id, body)
    case .quote: read(block.children, as: .quote, id: id, body)
    case .list, .table, .footnotes: read(block.children, as: kind, id: id, body)
    case .paragraph, .cell, .thematicBreak: add(kind, block.text, id: id, body)
    }
  }

  private mutating func read(
    _ blocks: [Block], as kind: PassageKind, id: String?, _ body: (Passage) -> Void
  ) {
    for (index, block) in blocks.enumerated() { read(block, as: kind, id: index == 0 ? id : nil, body) }
  }

  private mutating func add(
    _ kind: PassageKind, _ text: String, id: String?, _ body: (Passage) -> Void
  ) {
    guard !text.isEmpty else { return }
    count += 1
    body(
      Passage(
        number: count, kind: kind, heading: headings.last?.text, id: id, finding: finding,
        anchor: id ?? headings.last?.id, text: text))
  }
}

/// Which blocks of a text are findings, or parts of them.
private struct FindingBlocks {
  private var findings: [Int: Finding] = [:]
  private var anchors: [Int: String] = [:]

  init(_ found: [Finding]) {
    for finding in found {
      for block in finding.blocks { findings[block] = finding }
      if let first = finding.markedBlocks.first { anchors[first] = finding.id }
    }
  }

  /// The finding that the block is, or is a part of.
  func finding(of block: Block) -> Finding? { findings[block.number] }

  /// The anchor of the finding that begins there.
  func anchor(of block: Block) -> String? { anchors[block.number] }
}
