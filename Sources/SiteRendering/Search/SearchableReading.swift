import Embargo
import Escaping
import Markdown
import Model
import PublishingCalendar
import SearchCore
import SearchIndexing

/// Reads public documents as search sees them: a title, a summary, and passages, of which each finding is one.
struct SearchableReading: Sendable {
  private let catalogue: Catalogue
  private let words: Words
  /// The places of documents in the order of their first release, the oldest 0.
  private let numbers: [DocumentID: Int]

  /// How often a word of the title counts, of the summary, and of a heading; one of the text counts once.
  private static let weights = (title: 5, summary: 2, heading: 2)

  init(_ catalogue: Catalogue, _ words: Words) {
    self.catalogue = catalogue
    self.words = words
    let listed = catalogue.listed
    numbers = Dictionary(
      listed.enumerated().map { ($1.id, listed.count - 1 - $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a document in the index; nil where it stands in no listing.
  func number(of document: DocumentID) -> Int? { numbers[document] }

  /// The document by its latest edition, nil where it stands in no listing.
  func searchable(_ rendered: RenderedEdition, of document: PublishedDocument) -> SearchableDocument? {
    guard let number = numbers[document.id] else { return nil }
    let day = catalogue.day(of: document)
    return SearchableDocument(
      number: number, label: label(of: rendered.shown.edition, document, day),
      day: day.year * 10_000 + day.month * 100 + day.dayOfMonth, values: values(of: rendered.shown.edition),
      passages: passages(of: rendered))
  }

  // MARK: What it is about

  private func label(of edition: Edition, _ document: PublishedDocument, _ day: Day) -> Label {
    var label = Label()
    label[.path] = Bytes(document.id.address.path.utf8)
    label[.title] = Bytes(edition.title.utf8)
    label[.summary] = Bytes((edition.summary ?? "").utf8)
    label[.type] = Bytes(words[edition.singular].utf8)
    label[.areas] = Bytes(
      catalogue.areas(of: edition).map(\.name).joined(separator: words[.listSeparator]).utf8)
    label[.date] = Bytes(day.description.utf8)
    label[.day] = Bytes(words.date(day).utf8)
    if let wording = wording(of: edition) {
      label[.wording] = wording.id
      label[.wordingName] = wording.name
    }
    return label
  }

  /// In the order of `Facet.ofDocuments`.
  private func values(of edition: Edition) -> [[FacetValue]] {
    let collection = edition.id.document.collection
    return Facet.ofDocuments.map { facet in
      switch facet {
      case .theme: catalogue.themes(of: edition).map { FacetValue($0.id, $0.name) }
      case .area: catalogue.areas(of: edition).map { FacetValue($0.id, $0.name) }
      case .inspectorate:
        catalogue.inspectorates(named: edition.inspectorates).map { FacetValue($0.id, $0.name) }
      case .type: [FacetValue(collection.rawValue, words[collection.plural])]
      case .wording: [wording(of: edition)].compactMap(\.self)
      case .programme:
        [catalogue.programme(of: edition)].compactMap(\.self).map { FacetValue($0.id, $0.name) }
      case .year, .kind, .agency, .criterion: preconditionFailure("these are no columns of documents")
      }
    }
  }

  /// Whose words the text is; nil for the pages of the archive itself, which are nobody's official text.
  private func wording(of edition: Edition) -> FacetValue? {
    guard edition.id.document.collection != .pages else { return nil }
    return FacetValue(edition.wording.rawValue, words[edition.wording.short])
  }

  // MARK: Passages

  private func passages(of rendered: RenderedEdition) -> [SearchableDocument.Passage] {
    let edition = rendered.shown.edition
    var passages = [passage("title", edition.title, weight: Self.weights.title)]
    if let summary = edition.summary {
      passages.append(passage("summary", summary, weight: Self.weights.summary))
    }
    var open: (finding: Finding, lines: [String])?
    let close = {
      if let finding = open { passages.append(passage(of: finding.finding, finding.lines)) }
      open = nil
    }
    PassageReading.forEach(in: rendered.blocks, rendered.findings) { passage in
      if let finding = passage.finding {
        if open?.finding.number != finding.number {
          close()
          open = (finding, [])
        }
        open?.lines.append(passage.text)
      } else {
        close()
        passages.append(
          self.passage(
            passage.kind.rawValue, passage.text, anchor: passage.anchor,
            weight: passage.kind == .heading ? Self.weights.heading : 1))
      }
    }
    close()
    return passages
  }

  private func passage(
    _ kind: String, _ text: String, anchor: String? = nil, weight: Int
  ) -> SearchableDocument.Passage {
    SearchableDocument.Passage(
      kind: FacetValue(kind, ""), anchor: Bytes((anchor ?? "").utf8), text: Bytes(text.utf8), weight: weight)
  }

  private func passage(of finding: Finding, _ lines: [String]) -> SearchableDocument.Passage {
    let kind = FacetValue(finding.kind.rawValue, words[finding.kind.name])
    let kinds = FacetValue(finding.kind.rawValue, words[finding.kind.plural])
    return SearchableDocument.Passage(
      kind: kind, anchor: Bytes(finding.id.utf8), text: Bytes(lines.joined(separator: "\n").utf8),
      marks: [(Facet.kind, kinds)]
        + finding.agencies.map { (.agency, FacetValue($0, catalogue.agency($0).name)) }
        + finding.criteria.map { (.criterion, FacetValue($0, $0)) })
  }
}

extension FacetValue {
  /// A value by its id and what readers call it.
  convenience init(_ id: String, _ name: String) {
    self.init(id: Bytes(id.utf8), name: Bytes(name.utf8))
  }
}
