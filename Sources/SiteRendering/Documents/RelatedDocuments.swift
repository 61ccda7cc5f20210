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

  /// One of the lists.
  struct List {
    let heading: String
    let documents: [ListedDocument]
    let form: KeyPath<DocumentLine, HTMLText>
    /// The way to the rest.
    let more: Link?
  }

  /// The lists as groups of lines.
  func groups() -> [Group] {
    lists().map { list in
      let lines = list.documents.map { line(of: $0, in: list) }
      return Group(
        heading: list.heading, items: HTMLText(joining: lines, separator: "\n"), more: list.more)
    }
  }

  /// A document as a line of one of the lists.
  func line(of listed: ListedDocument, in list: List) -> HTMLText {
    renderer.line(for: listed, in: language, onPage: document.current.edition.language)[keyPath: list.form]
  }

  /// The lists that hold something, those of this document alone first.
  func lists() -> [List] {
    let edition = document.current.edition
    // What has no page of its own is shown whole.
    let own = [
      list(words[.relatedFollowUps], others(in: catalogue.followUps(of: document.id))),
      list(words[.relatedGuidance], others(in: catalogue.letters(under: document.id))),
    ]
    let areas = catalogue.areas(of: edition).map { area in
      let others = others(in: catalogue.documents(aboutArea: area.id), upTo: Self.longest + 1)
      let rest = Link(words(.allAboutArea, area.name), Address.area(area.id))
      return list(
        words(.relatedArea, area.name), Array(others.prefix(Self.longest)),
        more: others.count > Self.longest ? rest : nil)
    }
    let themes = catalogue.themes(of: edition).map { theme in
      let (nearest, areAll) = nearestLetters(onTheme: theme.id)
      let rest = Link(words(.allOnTheme, theme.name), Address.theme(theme.id))
      return list(words(.relatedTheme, theme.name), nearest, as: \.onTheme, more: areAll ? nil : rest)
    }
    return (own + areas + themes).compactMap(\.self)
  }

  /// The letters on a theme that are nearest in time, newest first, and whether these are all: as many that are newer
  /// than this document as leave room for those that are older.
  ///
  /// They are of the same round more often than the newest of all would be, and a new letter changes the pages of its
  /// neighbours alone.
  private func nearestLetters(onTheme id: String) -> (letters: [ListedDocument], areAll: Bool) {
    let list = catalogue.documents(onTheme: id)
    let place = catalogue.place(of: document, in: list)
    let isLetter = { (listed: ListedDocument) in listed.document.id.collection == .letters }
    let newer = others(in: list[..<place].reversed().lazy.filter(isLetter), upTo: Self.longest + 1)
    let older = others(in: list[place...].lazy.filter(isLetter), upTo: Self.longest + 1)
    let newerCount = max(Self.longest / 2, Self.longest - older.count)
    let nearest = newer.prefix(newerCount).reversed() + older
    return (Array(nearest.prefix(Self.longest)), newer.count + older.count <= Self.longest)
  }

  /// The documents other than this one, so many at most: no more of a list that grows with the site is looked at.
  private func others(in documents: some Sequence<ListedDocument>, upTo count: Int = .max) -> [ListedDocument]
  {
    var others: [ListedDocument] = []
    for listed in documents where !leftOut.contains(listed.document.id) {
      others.append(listed)
      if others.count == count { break }
    }
    return others
  }

  /// A list of documents, nil where there are none.
  private func list(
    _ heading: String, _ documents: [ListedDocument],
    as form: KeyPath<DocumentLine, HTMLText> = \.full, more: Link? = nil
  ) -> List? {
    documents.isEmpty ? nil : List(heading: heading, documents: documents, form: form, more: more)
  }
}
