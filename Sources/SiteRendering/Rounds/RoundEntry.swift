import Embargo
import Model
import Templates

/// A round of inspections on the page of its theme: the overview that looks back on it, and what it covers.
struct RoundEntry: TemplateView {
  private let link: Link
  /// The language of title and summary, where it is not that of the page.
  private let language: String?
  private let day: ShownDay
  private let span: HTMLText?
  private let letters: String?
  private let wording: String?
  private let summary: String?

  /// The rounds whose overviews are among the documents of a theme, the newest first; one in two languages once.
  static func all(
    of documents: some Sequence<ListedDocument>, in catalogue: Catalogue, _ words: Words
  ) -> [RoundEntry] {
    documents.compactMap { listed in
      guard case .overview(let round) = listed.document.current.edition.facts,
        !catalogue.isTranslation(listed.document)
      else { return nil }
      return RoundEntry(listed.document, round, in: catalogue, words)
    }
  }

  private init(
    _ overview: PublishedDocument, _ round: Round, in catalogue: Catalogue, _ words: Words
  ) {
    let edition = overview.current.edition
    link = Link(edition.title, overview.id.address)
    language = edition.language(on: catalogue.archive.settings.language)
    day = ShownDay(catalogue.day(of: overview), words)
    span = round.from.flatMap { from in round.to.map { words.dates(from: from, to: $0) } }
    let count = catalogue.letters(of: round, upTo: overview.firstRelease).count
    letters = count == 0 ? nil : words.count(count, .letters)
    wording = edition.wording == .official ? nil : words[edition.wording.short]
    summary = edition.summary
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "lang": language
    case "span": span
    case "letters": letters
    case "wordingShort": wording
    case "summary": summary
    case "date", "datetime": day.child(named: name)
    default: link.child(named: name)
    }
  }
}
