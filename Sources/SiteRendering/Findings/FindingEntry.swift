import Embargo
import Model
import Templates

/// A finding of a listed letter as the lists of findings need it, the letter's text long gone.
struct FindingEntry: Sendable {
  let kind: FindingKind
  let wording: Wording
  let agencies: [String]
  /// The names of the criteria that it is about, of the letter's guidance.
  let criteria: [String]
  /// The finding as an item of a list.
  let item: HTMLText
}

/// A finding as an item of a list: its kind and words, and the way to it in its letter.
struct FindingItem: TemplateView {
  private let finding: Finding
  private let kind: String
  private let paragraphs: [String]
  private let href: String
  private let document: PublishedDocument
  private let day: ShownDay
  private let agencies: String?
  private let themes: String?
  private let wording: String?

  init(_ finding: Finding, in document: PublishedDocument, _ catalogue: Catalogue, _ words: Words) {
    let edition = document.current.edition
    self.finding = finding
    self.document = document
    kind = words[finding.kind.name]
    paragraphs = finding.text.split(separator: "\n").map(String.init)
    href = document.id.address.path + "#" + finding.id
    day = ShownDay(catalogue.day(of: document), words)
    let agencies = finding.agencies.map { catalogue.agency($0).name }
    self.agencies = agencies.isEmpty ? nil : agencies.joined(separator: words[.listSeparator])
    let themes = catalogue.themes(of: edition).map(\.name)
    self.themes = themes.isEmpty ? nil : themes.joined(separator: words[.listSeparator])
    wording = edition.wording == .official ? nil : words[edition.wording.short]
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "kind": finding.kind.rawValue
    case "kindLabel": kind
    case "strand": finding.strand
    case "leadIn": finding.lead
    case "paragraphs": paragraphs
    case "items": finding.items.ifAny
    case "href": href
    case "title": document.current.edition.title
    case "agencies": agencies
    case "themes": themes
    case "wordingShort": wording
    default: day.child(named: name)
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
