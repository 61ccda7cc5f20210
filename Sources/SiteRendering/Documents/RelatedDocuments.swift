import Embargo
import Model

/// The documents to read after one: about the same area, on the same theme, under the same guidance.
struct RelatedDocuments {
  private let document: PublishedDocument
  private let renderer: SiteRenderer
  private let language: SiteLanguage

  /// How many documents each list shows; the rest is on a page of its own.
  private static let longest = 5

  init(_ document: PublishedDocument, _ renderer: SiteRenderer, _ language: SiteLanguage) {
    self.document = document
    self.renderer = renderer
    self.language = language
  }

  private var catalogue: Catalogue { renderer.catalogue }
  private var words: Words { language.words }

  func groups() -> [Group] {
    let edition = document.current.edition
    var groups = [followUps, underGuidance]
    for id in edition.facts.areas {
      guard let area = catalogue.area(id) else { continue }
      groups.append(
        group(
          words(.relatedArea, area.name), catalogue.documents(aboutArea: id),
          more: Link(words(.allAboutArea, area.name), Address.area(id))))
    }
    for id in edition.themes {
      guard let theme = catalogue.theme(id) else { continue }
      groups.append(
        group(
          words(.relatedTheme, theme.name),
          catalogue.documents(onTheme: id), only: .letters, as: \.withoutThemes,
          more: Link(words(.allOnTheme, theme.name), Address.theme(id))))
    }
    return groups.compactMap(\.self)
  }

  private var followUps: Group? {
    group(words[.relatedFollowUps], catalogue.followUps(of: document.id), more: nil)
  }

  private var underGuidance: Group? {
    group(words[.relatedGuidance], catalogue.letters(under: document.id), more: nil)
  }

  /// The first of the documents other than this one, nil where there are none.
  ///
  /// No more of the list is looked at than is shown, since it grows with the site.
  private func group(
    _ heading: String, _ documents: Catalogue.Selection, only collection: DocumentCollection? = nil,
    as form: KeyPath<DocumentLine, HTMLText> = \.full, more: Link?
  ) -> Group? {
    let others = documents.lazy.filter { other in
      other.id != document.id && (collection == nil || other.id.collection == collection)
    }.prefix(Self.longest + 1)
    let items = others.compactMap { renderer.line(for: $0, in: language)?[keyPath: form] }
    guard !items.isEmpty else { return nil }
    return Group(
      heading: heading, items: HTMLText(joining: items.prefix(Self.longest), separator: "\n"),
      more: items.count > Self.longest ? more : nil)
  }
}
