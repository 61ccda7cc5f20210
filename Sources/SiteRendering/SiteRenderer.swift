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
  let reading: TextReading
  /// The language of the archive.
  let mainLanguage: PageLanguage
  /// The languages that the site has words for, by their codes.
  private let languages: [String: PageLanguage]
  /// The listed documents as lines of a listing, rendered once for every list that they stand in.
  private let lines: [DocumentLine]

  /// Prepares what pages share, at most `jobs` pieces of work at a time.
  package init(
    _ archive: PublishedArchive, site: SiteFolder, sink: any OutputSink, jobs: Int
  ) async throws {
    let catalogue = Catalogue(archive)
    self.catalogue = catalogue
    self.site = site
    self.sink = sink
    reading = try TextReading(archive)
    let mainCode = SiteLanguage.code(of: archive.settings.language)
    let languages = site.languages.map { code, language in
      let tag = code == mainCode ? archive.settings.language : code
      return (code, PageLanguage(language, tag: tag, catalogue, site))
    }
    self.languages = Dictionary(uniqueKeysWithValues: languages)
    guard let main = self.languages[mainCode] else {
      preconditionFailure("a site folder is loaded with the language of its archive")
    }
    mainLanguage = main
    lines = try await fanOut(over: catalogue.listed.count, jobs: jobs) { index in
      main.line(for: catalogue.listed[index], in: catalogue, onPage: main.tag)
    }
  }

  /// What the rendering of the documents found, for the pages about them.
  package struct Result: Sendable {
    /// Everything that is wrong with the texts, in the order of the documents.
    package let diagnostics: [Diagnostic]
    /// How many public editions have a page.
    package let editions: Int
    fileprivate let outcomes: [DocumentOutcome]

    /// Whether anything stands in the way of publishing what was rendered.
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
    let findings = FindingCatalogue(
      Dictionary(
        result.outcomes.lazy.map { ($0.document, $0.findings) }, uniquingKeysWith: { first, _ in first }),
      in: catalogue)
    let pages = sitePages(findings)
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
    for outcome in outcomes { anchors[outcome.document] = outcome.anchors }
    return outcomes.flatMap(\.fragments).compactMap { $0.warning(anchors: anchors) }
  }

  // MARK: What pages share

  /// The words and templates for a language, those of the archive where there are none.
  func language(for tag: String) -> PageLanguage {
    languages[SiteLanguage.code(of: tag)] ?? mainLanguage
  }

  /// The words in the language of the archive.
  var mainWords: Words { mainLanguage.words }

  /// A document as a line of a page in the language of the archive.
  func line(for listed: ListedDocument) -> DocumentLine { lines[listed.position] }

  /// A document as a line of a page with that language tag, in the words of a language.
  func line(for listed: ListedDocument, in language: PageLanguage, onPage tag: String) -> DocumentLine {
    tag == mainLanguage.tag
      ? line(for: listed) : language.line(for: listed.document, in: catalogue, onPage: tag)
  }

  /// The documents by the year of their listing, in their order.
  func years(
    of documents: some Sequence<ListedDocument>, as form: KeyPath<DocumentLine, HTMLText> = \.full
  ) -> [Group] {
    var groups: [(year: Int, lines: [HTMLText])] = []
    for listed in documents {
      let year = catalogue.day(of: listed.document).year
      if groups.last?.year != year { groups.append((year, [])) }
      groups[groups.count - 1].lines.append(line(for: listed)[keyPath: form])
    }
    return groups.map { group in
      Group(heading: String(group.year), items: HTMLText(joining: group.lines, separator: "\n"))
    }
  }

  /// The frame of a page in the language of the archive: the section of the menu that it belongs to, and the
  /// way to it.
  func frame(
    title: String, address: Address, section: Address? = nil, breadcrumbs: [Link] = []
  ) -> PageFrame {
    let header = mainLanguage.frame.header(section: section, breadcrumbs: breadcrumbs)
    return frame(title: title, address: address, language: mainLanguage, header: header)
  }

  /// The frame of a page in a language, with its header.
  func frame(title: String, address: Address, language: PageLanguage, header: HTMLText) -> PageFrame {
    let settings = catalogue.archive.settings
    return PageFrame(
      language: language, languageTag: language.tag, pageTitle: "\(title) - \(settings.title)", title: title,
      canonical: settings.absolute(address),
      feeds: [feed(mainWords(.feedSite, settings.title), of: .home)].compactMap(\.self), header: header)
  }

  /// Where another form of a text can be asked for.
  var accessibilityPage: Link? {
    let page = DocumentID(.pages, "accessibility")
    return catalogue.archive.document(page).map { Link($0.current.edition.title, $0.id.address) }
  }

  /// Writes a file that is no page.
  func write(_ bytes: Bytes, to address: Address) throws {
    try sink.write([bytes], to: address.outputPath)
  }

  /// Writes a page, and gives its entry in the sitemap.
  func write(_ template: Template, _ view: some PageView, to address: Address) throws -> Sitemap.Page {
    try write(view.frame.language.templates.render(template, view), to: address)
    return Sitemap.Page(address: address, changed: nil)
  }
}
