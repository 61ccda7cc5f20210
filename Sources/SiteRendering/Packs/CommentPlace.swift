import Markdown
import Model
import Templates

/// A place of a text on which somebody may comment: a finding, a numbered paragraph, or another block.
struct CommentPlace: TemplateView {
  /// The id that it has on the page: `finding-12`, `paragraph-7`, or `text-3` where it has none of its own.
  let key: String
  let text: String
  /// The number of the block that bears the id.
  fileprivate let block: Int
  fileprivate let isNamedHere: Bool

  /// The places of a text in its order; headings and notes are none.
  static func all(in blocks: [Block], _ findings: [Finding]) -> [CommentPlace] {
    var reading = CommentReading(findings)
    for block in blocks { reading.read(block) }
    return reading.places
  }

  /// What shows the keys in the margin: an id for those that have none, and a class for all but findings, whose class
  /// says it.
  static func marks(for places: [CommentPlace]) -> [Int: BlockMark] {
    Dictionary(
      places.map { ($0.block, BlockMark(id: $0.isNamedHere ? $0.key : nil, classes: ["keyed"])) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first words, for a sheet on which one line is enough to find it.
  private var beginning: String {
    let longest = 70
    guard text.count > longest else { return text }
    let start = text.prefix(longest)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + " …"
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "key": key
    case "beginning": beginning
    default: nil
    }
  }
}

/// Takes a text apart into places.
private struct CommentReading {
  private(set) var places: [CommentPlace] = []
  private var count = 0
  private let findings: [Int: Finding]
  private var known: Set<String> = []

  init(_ found: [Finding]) {
    findings = Dictionary(
      found.flatMap { finding in finding.blocks.map { ($0, finding) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func read(_ block: Block) {
    if let finding = findings[block.number] { return add(finding) }
    switch block.kind {
    case .heading, .thematicBreak, .footnotes, .footnote, .caption: break
    case .list, .quote: for part in block.children { read(part) }
    default: add(block)
    }
  }

  /// A finding is one place, however many blocks it has.
  private mutating func add(_ finding: Finding) {
    guard known.insert(finding.id).inserted, let block = finding.markedBlocks.first else { return }
    places.append(
      CommentPlace(key: finding.id, text: finding.text.oneLine, block: block, isNamedHere: false))
  }

  private mutating func add(_ block: Block) {
    let text = block.allText.oneLine
    guard !text.isEmpty else { return }
    if block.id == nil { count += 1 }
    places.append(
      CommentPlace(
        key: block.id ?? "text-\(count)", text: text, block: block.number, isNamedHere: block.id == nil))
  }
}

extension Block {
  /// The words of the block and all in it.
  fileprivate var allText: String {
    ([text] + children.map(\.allText)).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
