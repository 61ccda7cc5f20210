import Embargo
import Escaping
import FileSystem
import Model
import Templates

/// A finding of a listed letter as the lists of findings need it, the letter's text long gone.
///
/// It says how well agencies do, or is about a criterion.
struct FindingEntry: Sendable {
  let kind: FindingKind
  let wording: Wording
  let agencies: [String]
  /// The names of the criteria that it is about, of the letter's guidance.
  let criteria: [String]
  /// Where it waits as an item of a list.
  let item: Range<Int>

  init(kind: FindingKind, wording: Wording, agencies: [String], criteria: [String], item: Range<Int>) {
    self.kind = kind
    self.wording = wording
    self.agencies = agencies
    self.criteria = criteria
    self.item = item
  }

  init(_ finding: Finding, wording: Wording, item: Range<Int>) {
    self.init(
      kind: finding.kind, wording: wording, agencies: finding.agencies, criteria: finding.criteria, item: item
    )
  }
}

/// Findings as items of lists, as HTML that waits in a file until a page shows it.
struct FindingItems: Sendable {
  private let scratch: ScratchFile

  init(in scratch: ScratchFile) {
    self.scratch = scratch
  }

  /// Adds the items of a letter, and gives their places.
  func add(_ items: [HTMLText]) throws -> [Range<Int>] {
    var bytes = Bytes()
    let ranges = items.map { item in
      let start = bytes.count
      bytes += item.bytes
      bytes.append("\n")
      return start..<(bytes.count - 1)
    }
    let place = try scratch.append(bytes).lowerBound
    return ranges.map { (place + $0.lowerBound)..<(place + $0.upperBound) }
  }

  /// The items at some places, a line's end between them; nil where there are none.
  func html(at places: some Sequence<Range<Int>>) throws -> HTMLText? {
    var html = Bytes()
    var run: Range<Int>?
    for place in places {
      // Findings of one letter often stand together here too, and are read at once.
      if let open = run, open.upperBound + 1 == place.lowerBound {
        run = open.lowerBound..<place.upperBound
        continue
      }
      try append(run, to: &html)
      run = place
    }
    try append(run, to: &html)
    return html.isEmpty ? nil : HTMLText(rendered: html)
  }

  private func append(_ run: Range<Int>?, to html: inout Bytes) throws {
    guard let run else { return }
    if !html.isEmpty { html.append("\n") }
    try scratch.read(run, into: &html)
  }
}

/// A finding as an item of a list: its kind and words, and the way to it in its letter.
struct FindingItem: TemplateView {
  /// What the findings of one letter share.
  struct Letter {
    let title: String
    let path: String
    let day: ShownDay
    let themes: String?
    let wording: String?

    init(_ document: PublishedDocument, in catalogue: Catalogue, _ words: Words) {
      let edition = document.current.edition
      title = edition.title
      path = document.id.address.path
      day = ShownDay(catalogue.day(of: document), words)
      let names = catalogue.themes(of: edition).map(\.name)
      themes = names.isEmpty ? nil : names.joined(separator: words[.listSeparator])
      wording = edition.wording == .official ? nil : words[edition.wording.short]
    }
  }

  private let finding: Finding
  private let letter: Letter
  private let kind: String
  private let agencies: String?

  init(_ finding: Finding, of letter: Letter, in catalogue: Catalogue, _ words: Words) {
    self.finding = finding
    self.letter = letter
    kind = words[finding.kind.name]
    let names = finding.agencies.map { catalogue.agency($0).name }
    agencies = names.isEmpty ? nil : names.joined(separator: words[.listSeparator])
  }

  private var paragraphs: [String] {
    guard finding.text.utf8.contains(UInt8(ascii: "\n")) else { return [finding.text] }
    return finding.text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { String($0) }
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "kind": finding.kind.rawValue
    case "kindLabel": kind
    case "strand": finding.strand
    case "leadIn": finding.lead
    case "paragraphs": paragraphs
    case "items": finding.items.ifAny
    case "href": letter.path + "#" + finding.id
    case "title": letter.title
    case "agencies": agencies
    case "themes": letter.themes
    case "wordingShort": letter.wording
    default: letter.day.child(named: name)
    }
  }
}

extension FindingKind {
  /// What one finding of the kind is called.
  var name: Phrase {
    switch self {
    case .headline: .findingHeadline
    case .priorityAction: .findingPriorityAction
    case .improvement: .findingImprovement
    case .strength: .findingStrength
    case .main: .findingMain
    case .context: .findingContext
    case .practiceEffective: .findingPracticeEffective
    case .practiceImprovement: .findingPracticeImprovement
    }
  }

  /// What findings of the kind are called.
  var plural: Phrase {
    switch self {
    case .headline: .findingsHeadline
    case .priorityAction: .findingsPriorityAction
    case .improvement: .findingsImprovement
    case .strength: .findingsStrength
    case .main: .findingsMain
    case .context: .findingsContext
    case .practiceEffective: .findingsPracticeEffective
    case .practiceImprovement: .findingsPracticeImprovement
    }
  }
}
