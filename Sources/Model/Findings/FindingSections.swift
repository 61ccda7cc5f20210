import Markdown

/// A finding as its blocks stand in the letter, before anything is recognised in its words.
struct FindingDraft {
  let kind: FindingKind
  let heading: String
  let strand: String?
  /// The paragraph that leads in its list.
  let lead: Block?
  /// The blocks that hold it: one, or those of a study.
  let parts: [Block]
  /// What the author wrote in braces, the nearest first: at the finding itself, then at the headings above.
  let attributes: [Attributes]

  /// The id that the author chose.
  var id: String? { attributes.first?.id }

  var line: Int { parts.first?.line ?? 1 }

  /// The numbers of its blocks.
  var blocks: [Int] { parts.map(\.number) }

  /// The numbers of the blocks that bear its marks: of a list or quote the first block in it that can.
  var markedBlocks: [Int] { parts.map(\.firstMarkable.number) }

  /// The words of an attribute, from the nearest place that has it.
  func attribute(_ key: String) -> [String] {
    attributes.lazy.map { $0[key] }.first { !$0.isEmpty } ?? []
  }

  /// Its own words, one line a paragraph; those of a study with its lists in their places.
  var text: String {
    parts.flatMap { kind.isStudy ? $0.allWords : $0.ownWords }.joined(separator: "\n")
  }

  /// The words of the items below it.
  var items: [String] { kind.isStudy ? [] : parts.flatMap(\.itemsBelow) }

  var wholeText: String { items.isEmpty ? text : ([text] + items).joined(separator: "\n") }
}

/// The sections of a letter that hold findings.
struct FindingSections {
  private(set) var drafts: [FindingDraft] = []
  /// The headings at the highest level that name no kind, but nearly do.
  private(set) var misspellings: [Block] = []
  private let headings: FindingHeadings

  /// The heading that says the kind of what follows, with the lower one that names the strand.
  private struct Section {
    let kind: FindingKind
    let heading: Block
    let level: Int
    var strand: Block?
    /// The blocks below the heading.
    var blocks: [Block] = []
  }

  private var section: Section?

  /// - Parameter blocks: Those at the top level of the letter.
  init(_ blocks: [Block], _ headings: FindingHeadings) {
    self.headings = headings
    for block in blocks {
      if case .heading(let level) = block.kind {
        begin(block, level: level)
      } else {
        section?.blocks.append(block)
      }
    }
    finish()
  }

  private mutating func begin(_ heading: Block, level: Int) {
    let own = heading.attributes["kind"].first.flatMap(FindingKind.init)
    if let kind = own ?? headings.kind(of: heading.text) {
      finish()
      section = Section(kind: kind, heading: heading, level: level)
    } else if let open = section, level > open.level {
      beginStrand(heading)
    } else {
      finish()
      section = nil
      if headings.nearMiss(of: heading.text) != nil { misspellings.append(heading) }
    }
  }

  /// A lower heading keeps the kind of the one above.
  ///
  /// Within a study that has begun it is a part of it, and
  /// right below the heading it is the title of the study.
  private mutating func beginStrand(_ heading: Block) {
    guard var open = section else { return }
    let isPartOfStudy = open.kind.isStudy && open.strand == nil && !open.blocks.isEmpty
    guard !isPartOfStudy else { return }
    finish()
    open.strand = heading
    open.blocks = []
    section = open
  }

  private mutating func finish() {
    guard let open = section else { return }
    let added = open.kind.isStudy ? study(open) : points(open)
    if added.count == 1, NothingFound.isSaid(by: added[0].wholeText) { return }
    drafts += added
  }

  // MARK: Findings of a section

  private func study(_ section: Section) -> [FindingDraft] {
    let parts = section.blocks.filter { [.paragraph, .quote].contains($0.kind) || $0.isList }
    guard let first = parts.first else { return [] }
    return [draft(parts, lead: nil, attributes: [first.firstAttributes], in: section)]
  }

  private func points(_ section: Section) -> [FindingDraft] {
    var drafts: [FindingDraft] = []
    var lead: Block?
    for (index, block) in section.blocks.enumerated() {
      switch block.kind {
      case .paragraph:
        let next = index + 1 < section.blocks.count ? section.blocks[index + 1] : nil
        if next?.isList ?? false, block.text.hasSuffix(":") {
          lead = block
        } else {
          drafts.append(draft([block], lead: nil, attributes: [block.attributes], in: section))
        }
      case .list:
        drafts += block.children.map { item in
          draft([item], lead: lead, attributes: [item.firstAttributes], in: section)
        }
        lead = nil
      default: break
      }
    }
    return drafts
  }

  private func draft(
    _ parts: [Block], lead: Block?, attributes: [Attributes], in section: Section
  ) -> FindingDraft {
    let kind = attributes.first?["kind"].first.flatMap(FindingKind.init) ?? section.kind
    return FindingDraft(
      kind: kind, heading: section.heading.text, strand: section.strand?.text, lead: lead, parts: parts,
      attributes: attributes + [section.strand?.attributes, section.heading.attributes].compactMap(\.self))
  }
}

extension Block {
  fileprivate var isList: Bool {
    if case .list = kind { true } else { false }
  }

  /// The first item or paragraph.
  fileprivate var firstMarkable: Block {
    guard isList || kind == .quote, let first = children.first else { return self }
    return first.firstMarkable
  }

  /// What the author wrote at the end of it, or of its first paragraph.
  fileprivate var firstAttributes: Attributes {
    guard attributes.isEmpty, let first = children.first else { return attributes }
    return first.firstAttributes
  }

  /// Its words without those of the lists in it, a paragraph each.
  fileprivate var ownWords: [String] {
    if children.isEmpty { return text.isEmpty ? [] : [text] }
    return isList ? [] : children.flatMap(\.ownWords)
  }

  /// All its words in their order.
  fileprivate var allWords: [String] {
    children.isEmpty ? (text.isEmpty ? [] : [text]) : children.flatMap(\.allWords)
  }

  /// The words of the items of the lists in it, an item each, those below them after them.
  fileprivate var itemsBelow: [String] {
    if isList { return children.flatMap { [$0.ownWords.joined(separator: " ")] + $0.itemsBelow } }
    return children.flatMap(\.itemsBelow)
  }
}
