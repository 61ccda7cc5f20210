import Embargo
import Model

/// The documents to read after one: about the same area, on the same theme, under the same guidance.
struct RelatedDocuments {
  private let document: PublishedDocument
  private let renderer: SiteRenderer
  private let words: Words

  /// How many documents each list shows; the rest is on a page of its own.
  private static let longest = 5

  init(_ document: PublishedDocument, _ renderer: SiteRenderer, _ words: Words) {
    self.document = document
    self.renderer = renderer
    self.words = words
  }

  private var catalogue: Catalogue { renderer.catalogue }

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
          words(.relatedTheme, theme.name), catalogue.documents(onTheme: id), as: \.withoutThemes,
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
  private func group(
    _ heading: String, _ documents: Catalogue.Selection, as form: KeyPath<DocumentLine, HTMLText> = \.full,
    more: Link?
  ) -> Group? {
    let others = documents.lazy.filter { $0.id != document.id }.prefix(Self.longest)
    let items = others.compactMap { renderer.line(for: $0)?[keyPath: form] }
    guard !items.isEmpty else { return nil }
    return Group(
      heading: heading, items: HTMLText(joining: items, separator: "\n"),
      more: documents.count > Self.longest + 1 ? more : nil)
  }
}
