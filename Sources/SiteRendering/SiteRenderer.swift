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
  let role: SiteRole
  let addressing: SiteAddressing
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
  /// The sites of channels that are written in the same pass.
  private(set) var channels: [SiteRenderer] = []
  /// The index of the archive; a channel has none of its own.
  let search: SearchIndexFiles?
  /// The findings of all letters, for the lists of the archive and of its channels.
  let findingItems: FindingItems
  /// What the last build left of the letters, nil where every letter is rendered.
  let kept: KeptSite?
  /// The digest of what all letters take, where letters are kept.
  private(set) var letterBasis: Digest?
  /// Whether the site itself is written.
  private let isWritten: Bool

  /// Prepares what pages share, at most `jobs` pieces of work at a time.
  ///
  /// - Parameter kept: What the last build of the same site left, whose tree the output has as its last; where a channel
  ///   alone is written, nothing is kept.
  package init(
    _ archive: PublishedArchive, site: SiteFolder, sink: any OutputSink, jobs: Int,
    scope: SiteScope = .archive, kept: KeptSite? = nil
  ) async throws {
    precondition(!archive.isPacked, "a pack is for one person, and no site")
    let catalogue = Catalogue(archive)
    self.catalogue = catalogue
    self.site = site
    role = .archive
    isWritten = if case .channel = scope { false } else { true }
    addressing = SiteAddressing(archive: archive.settings)
    self.sink = SiteOutput(
      output: isWritten ? sink : NoOutput(output: sink), folder: "", addressing: addressing)
    let kept = isWritten ? kept : nil
    self.kept = kept
    let scratch = try sink.scratch()
    findingItems = FindingItems(in: kept?.file ?? scratch)
    reading = try TextReading(archive)
    let (languages, main) = Self.languages(of: catalogue, site)
    search =
      isWritten
      ? SearchIndexFiles(
        catalogue, main.words, sink: self.sink, scratch: kept?.file ?? scratch, last: kept?.lastSearchIndex)
      : nil
    self.languages = languages
    mainLanguage = main
    lines = try await fanOut(over: catalogue.listed.count, jobs: jobs) { index in
      main.line(for: catalogue.listed[index], in: catalogue, onPage: main.tag)
    }
    channels = channels(in: scope, sink)
    letterBasis = kept.map { _ in basisOfLetters() }
  }

  /// Prepares the site of a channel, which shares what an archive's site has rendered.
  init(_ channel: Channel, as role: SiteRole, of main: SiteRenderer, output: any OutputSink) {
    let settings = main.catalogue.archive.settings
    catalogue = Catalogue(main.catalogue.archive.part(of: channel.id, titled: channel.title))
    site = main.site.folder(of: channel, as: role, archive: settings)
    self.role = role
    isWritten = true
    let pages = ChannelPages(catalogue)
    addressing =
      role == .channelAlone
      ? SiteAddressing(channel, pages: pages, apartFrom: settings)
      : SiteAddressing(channel, pages: pages, within: settings)
    sink = SiteOutput(
      output: output, folder: role == .channelAlone ? "" : SiteAddressing.folder(of: channel),
      addressing: addressing)
    reading = main.reading
    findingItems = main.findingItems
    search = nil
    kept = main.kept
    (languages, mainLanguage) = Self.languages(of: catalogue, site)
    var position = 0
    lines = catalogue.listed.map { document in
      while main.catalogue.listed[position].id != document.id { position += 1 }
      return main.lines[position]
    }
  }

  /// The languages that the site has words for, by their codes, and that of the archive.
  private static func languages(
    of catalogue: Catalogue, _ site: SiteFolder
  ) -> (all: [String: PageLanguage], main: PageLanguage) {
    let tag = catalogue.archive.settings.language
    let mainCode = SiteLanguage.code(of: tag)
    let languages = site.languages.map { code, language in
      (code, PageLanguage(language, tag: code == mainCode ? tag : code, catalogue, site))
    }
    let all = Dictionary(uniqueKeysWithValues: languages)
    guard let main = all[mainCode] else {
      preconditionFailure("a site folder is loaded with the language of its archive")
    }
    return (all, main)
  }

  /// What the rendering of the documents found, for the pages about them.
  package struct Result: Sendable {
    /// Everything that is wrong with the texts, in the order of the documents.
    package let diagnostics: [Diagnostic]
    /// How many public editions have a page.
    package let editions: Int
    /// How many documents those are editions of.
    package let documents: Int
    fileprivate let outcomes: [DocumentOutcome]
    /// What inspectors found, as pages list it.
    fileprivate let findings: FindingCatalogue
    /// The manifest of the search index, nil where none is made.
    fileprivate let search: Bytes?
    /// How much the data for researchers hold, nil where they are not made.
    fileprivate let data: DataSizes?

    /// Whether anything stands in the way of publishing what was rendered.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Writes the pages of all documents, at most `jobs` at a time, with the data of all; overviews come after
  /// the letters, since they show what was found in them.
  package func renderDocuments(jobs: Int) async throws -> Result {
    let documents = catalogue.archive.documents
    let data = isWritten ? try DataFiles(catalogue, reading.criteria, sink: sink) : nil
    // The documents are in the order of their collections, letters before overviews.
    let earlyCount = documents.prefix { $0.id.collection < .overviews }.count
    let early = try await fanOut(over: earlyCount, jobs: jobs) { index in
      let document = documents[index]
      return try renderDocument(document, rows: data?.newRows(of: document.id))
    } inOrder: { rows in
      if let rows, let places = try data?.add(rows) { kept?.note(places, of: rows.document) }
    }
    let findings = FindingCatalogue(
      Dictionary(early.lazy.map { ($0.document, $0.findings) }, uniquingKeysWith: { first, _ in first }),
      in: catalogue)
    let late = try await fanOut(over: documents.count - earlyCount, jobs: jobs) { index in
      let document = documents[earlyCount + index]
      let evidence =
        document.id.collection == .overviews ? RoundEvidence(for: document, findings, self) : nil
      return try renderDocument(document, rows: data?.newRows(of: document.id), evidence: evidence)
    } inOrder: { rows in
      if let rows { try data?.add(rows) }
    }
    let outcomes = early + late
    let counted = outcomes.filter { (isWritten ? self : channels.first ?? self).has($0.document) }
    async let sizes = data?.finish()
    let index = try await search?.finish(jobs: jobs)
    if let index { kept?.note(index.left) }
    return Result(
      diagnostics: outcomes.flatMap(\.diagnostics) + danglingFragments(outcomes),
      editions: counted.map(\.editionCount).reduce(0, +), documents: counted.count, outcomes: outcomes,
      findings: findings, search: index?.manifest, data: try await sizes)
  }

  /// Writes listings, feeds and the files about all documents, and gives the number of pages.
  package func renderPages(after result: Result, jobs: Int) async throws -> Int {
    let found = Dictionary(
      result.outcomes.lazy.map { ($0.document, $0.findings) }, uniquingKeysWith: { first, _ in first })
    let sites = (isWritten ? [self] : []) + channels
    let parts = sites.map { site -> [PagePart] in
      let isArchive = site.role == .archive
      let own = isArchive ? result.findings : FindingCatalogue(found, in: site.catalogue)
      guard isArchive else { return site.sitePages(own) }
      return site.sitePages(own) + [
        { result.data.map(site.dataPages) ?? [] }, { result.search.map { site.searchPages($0, own) } ?? [] },
      ]
    }
    let allParts = parts.flatMap(\.self)
    var prepared = try await fanOut(over: allParts.count, jobs: jobs) { allParts[$0]() }[...]
    let work = parts.map { parts in
      defer { prepared = prepared.dropFirst(parts.count) }
      return prepared.prefix(parts.count).flatMap(\.self)
    }
    let all = work.flatMap(\.self)
    var written = try await fanOut(over: all.count, jobs: jobs) { index in try all[index]() }[...]
    var count = 0
    for (site, work) in zip(sites, work) {
      let pages = written.prefix(work.count).flatMap(\.self) + site.documentPages
      written = written.dropFirst(work.count)
      try site.complete(with: pages, outcomes: result.outcomes)
      count += pages.count
    }
    return count
  }

  /// Writes the files about all pages and documents of the site.
  private func complete(with pages: [Sitemap.Page], outcomes: [DocumentOutcome]) throws {
    for (address, bytes) in Sitemap.files(pages, settings: ownSettings) { try write(bytes, to: address) }
    guard role != .channel else { return try linkAssets() }
    let record = PublicRecord(archive: catalogue.archive, outcomes: outcomes.filter { has($0.document) })
    try write(record.document(), to: .home.file("record.json"))
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

  /// The frame of a page in the language of the archive: the section of the menu that it belongs to, the way
  /// to it, and whether the page itself has a search box, so that the header needs none.
  func frame(
    title: String, address: Address, section: Address? = nil, breadcrumbs: [Link] = [],
    hasOwnSearch: Bool = false
  ) -> PageFrame {
    let header = mainLanguage.frame.header(
      section: section, breadcrumbs: breadcrumbs, hasSearch: !hasOwnSearch)
    return frame(title: title, address: address, language: mainLanguage, header: header)
  }

  /// The frame of a page in a language, with its header.
  func frame(title: String, address: Address, language: PageLanguage, header: HTMLText) -> PageFrame {
    PageFrame(
      language: language, languageTag: language.tag, pageTitle: pageTitle(title), title: title,
      canonical: addressing.canonical(address), feeds: siteFeeds, header: header)
  }

  /// The title of a page among those of other sites.
  func pageTitle(_ title: String) -> String { "\(title) - \(catalogue.archive.settings.title)" }

  /// The feeds that every page names.
  var siteFeeds: [Link] {
    [feed(mainWords(.feedSite, catalogue.archive.settings.title), of: .home)].compactMap(\.self)
  }

  /// The settings of the archive with the address of this site.
  var ownSettings: ArchiveSettings {
    var settings = catalogue.archive.settings
    settings.address = addressing.base
    return settings
  }

  /// Where another form of a text can be asked for.
  var accessibilityPage: Link? {
    let page = DocumentID(.pages, "accessibility")
    return catalogue.archive.document(page).map { Link($0.current.edition.title, $0.id.address) }
  }

  /// Writes a file that is no page; a picture on the page of a document goes to its channels too.
  func write(_ bytes: Bytes, to address: Address) throws {
    try sink.write([bytes], to: address.outputPath)
    for channel in channels where channel.addressing.hasPicture(at: address) {
      try channel.add(address.outputPath, sameAsInArchive: bytes)
    }
  }

  /// Writes a page, and gives its entry in the sitemap.
  func write(_ template: Template, _ view: some PageView, to address: Address) throws -> Sitemap.Page {
    try write(view.frame.language.templates.render(template, view), to: address)
    return Sitemap.Page(address: address, changed: nil)
  }
}
