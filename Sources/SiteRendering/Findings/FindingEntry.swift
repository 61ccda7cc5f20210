import Embargo
import Model
import Templates

/// A finding of a listed letter as the lists of findings need it, the letter's text long gone.
///
/// It says how well agencies do, or is about a criterion. Many lists share it.
final class FindingEntry: Sendable {
  let kind: FindingKind
  let wording: Wording
  let agencies: [String]
  /// The names of the criteria that it is about, of the letter's guidance.
  let criteria: [String]
  /// The finding as an item of a list.
  let item: HTMLText

  init(_ finding: Finding, wording: Wording, item: HTMLText) {
    kind = finding.kind
    self.wording = wording
    agencies = finding.agencies
    criteria = finding.criteria
    self.item = item
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
