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
  /// What an author may have meant for a finding, or for the heading of findings, and is none.
  private(set) var doubts: [FindingDoubt] = []
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
    finish(before: 1)
  }

  private mutating func begin(_ heading: Block, level: Int) {
    let own = heading.attributes["kind"].first.flatMap(FindingKind.init)
    if let kind = own ?? headings.kind(of: heading.text) {
      finish(before: level)
      section = Section(kind: kind, heading: heading, level: level)
    } else if let open = section, level > open.level {
      doubt(heading, within: open)
      beginStrand(heading)
    } else {
      finish(before: level)
      section = nil
      doubt(heading, within: nil)
    }
  }

  /// Notes a heading that names no kind, but nearly does; within the section of another kind only where it
  /// speaks of a priority action, of which none may be missed.
  private mutating func doubt(_ heading: Block, within open: Section?) {
    let written = heading.attributes["kind"]
    if open == nil, !written.isEmpty {
      doubts.append(FindingDoubt(of: .kind, at: heading, kinds: Set(FindingKind.allCases)))
      return
    }
    if let open { guard open.kind != .priorityAction, heading.text.namesAction else { return } }
    guard let miss = headings.miss(of: heading.text),
      open == nil || miss.kinds.contains(.priorityAction)
    else { return }
    doubts.append(FindingDoubt(of: .heading(spelling: miss.spelling), at: heading, kinds: miss.kinds))
  }

  /// A lower heading keeps the kind of the one above.
  ///
  /// Within a study that has begun it is a part of it, and
  /// right below the heading it is the title of the study.
  private mutating func beginStrand(_ heading: Block) {
    guard var open = section else { return }
    let isPartOfStudy = open.kind.isStudy && open.strand == nil && !open.blocks.isEmpty
    guard !isPartOfStudy else { return }
    finish(before: nil)
    open.strand = heading
    open.blocks = []
    section = open
  }

  /// Takes the findings of the section that is open.
  ///
  /// - Parameter level: That of the heading which ends it; nil where it goes on with another strand.
  private mutating func finish(before level: Int?) {
    guard let open = section else { return }
    var added = open.kind.isStudy ? study(open) : points(open)
    noteUnread(in: open)
    added.removeAll { draft in
      guard draft.wholeText.isEmpty, let part = draft.parts.first else { return false }
      doubts.append(FindingDoubt(of: .empty, at: part, kinds: [draft.kind]))
      return true
    }
    if open.blocks.isEmpty, open.strand == nil, let level, level <= open.level {
      doubts.append(FindingDoubt(of: .emptySection, at: open.heading, kinds: [open.kind]))
    }
    if added.count == 1, NothingFound.isSaid(by: added[0].wholeText, of: added[0].kind) { return }
    for draft in added where NothingFound.beginsSaid(by: draft.wholeText, of: draft.kind) {
      guard let part = draft.parts.first else { continue }
      doubts.append(FindingDoubt(of: .denial, at: part, kinds: [draft.kind]))
    }
    drafts += added
  }

  /// Notes the blocks of a section that are no findings, and parts of none, although they say something.
  private mutating func noteUnread(in section: Section) {
    for block in section.blocks {
      let isUnread =
        switch block.kind {
        case .quote: !section.kind.isStudy && !block.isCallout
        case .code, .table: true
        default: false
        }
      guard isUnread else { continue }
      let above = [section.strand, section.heading].compactMap(\.self)
      let isAllowed = ([block] + above).contains { $0.allows(FindingDoubt.Reason.unread.rule) }
      guard !isAllowed else { continue }
      doubts.append(FindingDoubt(of: .unread, at: block, kinds: [section.kind]))
    }
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

extension String {
  /// Whether a word begins as `action` does: looked at in every lower heading, so in the quickest way.
  fileprivate var namesAction: Bool {
    utf8.split(separator: UInt8(ascii: " ")).contains { word in
      word.starts(with: "action".utf8) || word.starts(with: "Action".utf8) || word.starts(with: "ACTION".utf8)
    }
  }
}

extension Block {
  /// Whether it is a quote that says by its first word that it is a note.
  fileprivate var isCallout: Bool {
    guard let text = children.first?.text else { return false }
    return ["Note:", "Important:", "Warning:", "Example:"].contains { text.hasPrefix($0) }
  }

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
