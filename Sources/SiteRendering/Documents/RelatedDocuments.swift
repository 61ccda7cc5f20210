import Embargo
import Model

/// The documents to read after one: about the same area, on the same theme, under the same guidance.
struct RelatedDocuments {
  private let document: PublishedDocument
  private let renderer: SiteRenderer
  private let language: PageLanguage
  /// What the page shows anyway.
  private let leftOut: Set<DocumentID>

  /// How many documents a list shows where a page of its own has the rest.
  private static let longest = 5

  init(
    _ document: PublishedDocument, _ renderer: SiteRenderer, _ language: PageLanguage,
    leavingOut leftOut: Set<DocumentID>
  ) {
    self.leftOut = leftOut.union([document.id])
    self.document = document
    self.renderer = renderer
    self.language = language
  }

  private var catalogue: Catalogue { renderer.catalogue }
  private var words: Words { language.words }

  /// The lists that hold something, those of this document alone first.
  func groups() -> [Group] {
    let edition = document.current.edition
    let own = [
      group(words[.relatedFollowUps], catalogue.followUps(of: document.id)),
      group(words[.relatedGuidance], catalogue.letters(under: document.id)),
    ]
    let areas = catalogue.areas(of: edition).map { area in
      group(
        words(.relatedArea, area.name), catalogue.documents(aboutArea: area.id),
        rest: Link(words(.allAboutArea, area.name), Address.area(area.id)))
    }
    let themes = catalogue.themes(of: edition).map { theme in
      group(
        words(.relatedTheme, theme.name),
        catalogue.documents(onTheme: theme.id).lazy.filter { $0.document.id.collection == .letters },
        as: \.onTheme, rest: Link(words(.allOnTheme, theme.name), Address.theme(theme.id)))
    }
    return (own + areas + themes).compactMap(\.self)
  }

  /// The documents other than this one, nil where there are none.
  ///
  /// Where a page has the rest of them, only the first are shown, and no more of the list is looked at,
  /// since it grows with the site. What has no page of its own is shown whole.
  private func group(
    _ heading: String, _ documents: some Sequence<ListedDocument>,
    as form: KeyPath<DocumentLine, HTMLText> = \.full, rest: Link? = nil
  ) -> Group? {
    let others = documents.lazy.filter { !leftOut.contains($0.document.id) }
    let looked = rest == nil ? Array(others) : Array(others.prefix(Self.longest + 1))
    guard !looked.isEmpty else { return nil }
    let shown = rest == nil ? looked[...] : looked.prefix(Self.longest)
    let tag = document.current.edition.language
    let lines = shown.map { renderer.line(for: $0, in: language, onPage: tag)[keyPath: form] }
    return Group(
      heading: heading, items: HTMLText(joining: lines, separator: "\n"),
      more: shown.count < looked.count ? rest : nil)
  }
}
