package import Diagnostics
package import Embargo
import Escaping
import FanOut
import Markdown
import Model
import PublishingCalendar
import Templates

/// Renders the site of a published archive: every page, feed and data file.
///
/// It takes what is public and nothing else, reads no clock, and writes each file once.
package struct SiteRenderer: Sendable {
  let catalogue: Catalogue
  let site: SiteFolder
  let sink: any OutputSink
  let glossary: Glossary
  /// The ids of public documents, for near misses.
  let suggestions: [String]
  private let frames: [String: SiteFrame]
  private let mainLanguage: SiteLanguage
  /// The listed documents as lines of a listing, rendered once for every list that they stand in.
  private let lines: [DocumentLine]
  private let documentHeaders: [String: [DocumentCollection: HTMLText]]

  /// Prepares what pages share, at most `jobs` pieces of work at a time.
  package init(
    _ archive: PublishedArchive, site: SiteFolder, sink: any OutputSink, jobs: Int
  ) async throws {
    let catalogue = Catalogue(archive)
    self.catalogue = catalogue
    self.site = site
    self.sink = sink
    glossary = Glossary(
      archive.lists.glossary.compactMap { entry in entry.expansion.map { (entry.term, $0) } })
    suggestions = archive.documents.map(\.id.description)
    let frames = site.languages.mapValues { SiteFrame(catalogue, site, $0) }
    self.frames = frames
    guard let main = site.languages[SiteLanguage.code(of: archive.settings.language)] else {
      preconditionFailure("a site folder is loaded with the language of its archive")
    }
    mainLanguage = main
    documentHeaders = site.languages.mapValues { language in
      Self.documentHeaders(frames[language.words.language], language.words, catalogue)
    }
    lines = try await fanOut(over: catalogue.listed.count, jobs: jobs) { index in
      DocumentLine(catalogue.listed[index], in: catalogue, main)
    }
  }

  private static func documentHeaders(
    _ frame: SiteFrame?, _ words: Words, _ catalogue: Catalogue
  ) -> [DocumentCollection: HTMLText] {
    var headers: [DocumentCollection: HTMLText] = [:]
    for collection in DocumentCollection.allCases {
      let listing = collection.address.map { Link(words[collection.plural], $0) }
      let ways = [Link(words[.home], Address.home), listing].compactMap(\.self)
      let way = ways.filter { catalogue.hasPage($0.href) }
      headers[collection] = frame?.header(section: collection.address, breadcrumbs: way)
    }
    return headers
  }

  /// What a rendering found and made.
  package struct Result: Sendable {
    package let diagnostics: [Diagnostic]
    package let editions: Int
    fileprivate let outcomes: [DocumentOutcome]

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Writes the pages of all documents, at most `jobs` at a time.
  package func renderDocuments(jobs: Int) async throws -> Result {
    let documents = catalogue.archive.documents
    let outcomes = try await fanOut(over: documents.count, jobs: jobs) { index in
      try renderDocument(documents[index])
    }
    return Result(
      diagnostics: outcomes.flatMap(\.diagnostics) + danglingFragments(outcomes),
      editions: outcomes.map(\.editionCount).reduce(0, +), outcomes: outcomes)
  }

  /// Writes listings, feeds and the files about all documents, and gives the number of pages.
  package func renderPages(after result: Result, jobs: Int) async throws -> Int {
    let pages = sitePages()
    let addresses = try await fanOut(over: pages.count, jobs: jobs) { index in try pages[index]() }
    let record = PublicRecord(archive: catalogue.archive, outcomes: result.outcomes)
    try write(record.document(), to: .home.file("record.json"))
    let listed = addresses.flatMap(\.self) + documentPages
    for (address, bytes) in Sitemap.files(listed, settings: catalogue.archive.settings) {
      try write(bytes, to: address)
    }
    return listed.count
  }

  private var documentPages: [Sitemap.Page] {
    catalogue.archive.documents.lazy.filter { !$0.isWithdrawn }.map {
      Sitemap.Page(address: $0.id.address, changed: $0.current.release)
    }
  }

  /// The links to parts of documents that have no such part.
  private func danglingFragments(_ outcomes: [DocumentOutcome]) -> [Diagnostic] {
    var anchors: [DocumentID: Set<String>] = [:]
    for outcome in outcomes {
      guard let document = outcome.record.last?.shown.edition.id.document else { continue }
      anchors[document] = outcome.anchors
    }
    return outcomes.flatMap(\.fragments).compactMap { $0.warning(anchors: anchors) }
  }

  // MARK: What pages share

  /// The words and templates for a language, those of the archive where there are none.
  func language(for tag: String) -> SiteLanguage {
    site.languages[SiteLanguage.code(of: tag)] ?? mainLanguage
  }

  var mainWords: Words { mainLanguage.words }

  /// A document as a line of a listing, nil where it has left listings.
  func line(for document: PublishedDocument) -> DocumentLine? {
    catalogue.position(of: document.id).map { lines[$0] }
  }

  /// A document as a line in the language of a page, nil where it has left listings.
  func line(for document: PublishedDocument, in language: SiteLanguage) -> DocumentLine? {
    guard language.words.language != mainWords.language, catalogue.position(of: document.id) != nil else {
      return line(for: document)
    }
    return DocumentLine(document, in: catalogue, language)
  }

  /// The documents by the year of their listing, in their order.
  func years(
    of documents: some Sequence<PublishedDocument>, as form: KeyPath<DocumentLine, HTMLText> = \.full
  ) -> [Group] {
    var groups: [(year: Int, lines: [HTMLText])] = []
    for document in documents {
      guard let line = line(for: document) else { continue }
      let year = catalogue.day(of: document).year
      if groups.last?.year != year { groups.append((year, [])) }
      groups[groups.count - 1].lines.append(line[keyPath: form])
    }
    return groups.map { group in
      Group(heading: String(group.year), items: HTMLText(joining: group.lines, separator: "\n"))
    }
  }

  /// The header of the documents of a collection.
  func header(of collection: DocumentCollection, in language: SiteLanguage) -> HTMLText {
    documentHeaders[language.words.language]?[collection] ?? HTMLText(rendered: [])
  }

  /// The frame of a page in the language of the archive: the section of the menu that it belongs to, and the
  /// way to it.
  func frame(
    title: String, address: Address, section: Address? = nil, breadcrumbs: [Link] = []
  ) -> PageFrame {
    let header =
      frames[mainWords.language]?.header(section: section, breadcrumbs: breadcrumbs) ?? HTMLText(rendered: [])
    return frame(title: title, address: address, language: mainLanguage, header: header)
  }

  /// The frame of a page in a language, with its header.
  func frame(title: String, address: Address, language: SiteLanguage, header: HTMLText) -> PageFrame {
    let settings = catalogue.archive.settings
    guard let siteFrame = frames[language.words.language] else {
      preconditionFailure("every language of the site has a frame")
    }
    return PageFrame(
      language: language,
      languageTag: language.words.language == mainLanguage.words.language
        ? settings.language : language.words.language,
      pageTitle: "\(title) - \(settings.title)", title: title,
      canonical: settings.absolute(address), feeds: [siteFeed], site: siteFrame,
      header: header)
  }

  private var siteFeed: Link {
    Link(mainWords(.feedSite, catalogue.archive.settings.title), Address.home.file("feed.xml"))
  }

  /// Where another form of a text can be asked for.
  var accessibilityPage: Link? {
    let page = DocumentID(.pages, "accessibility")
    return catalogue.archive.document(page).map { Link($0.current.edition.title, $0.id.address) }
  }

  func write(_ bytes: Bytes, to address: Address) throws {
    try sink.write([bytes], to: address.outputPath)
  }

  /// Writes a page, and gives its entry in the sitemap.
  func write(_ template: Template, _ view: some PageView, to address: Address) throws -> Sitemap.Page {
    try write(view.frame.language.templates.render(template, view), to: address)
    return Sitemap.Page(address: address, changed: nil)
  }
}
