import Diagnostics
import Embargo
import Escaping
import Model
import SearchIndexing
import Templates

extension SiteRenderer {
  /// Writes the pages of a document, or keeps them as the last build left them where nothing that they take has changed.
  func renderDocument(
    _ document: PublishedDocument, rows: DocumentRows?, evidence: RoundEvidence? = nil
  ) throws -> (DocumentOutcome, DocumentRows?) {
    guard let kept, let basis = letterBasis, document.id.collection == .letters else {
      let rendering = try rendering(of: document, rows: rows, evidence: evidence)
      kept?.pass(items: rendering.outcome.items)
      return (rendering.outcome, rendering.rows)
    }
    let key = LetterKey(document, in: self, basis: basis).digest
    if let entry = kept.last(of: document.id, key),
      let last = try keep(document, entry, hasDatabase: rows?.database != nil)
    {
      kept.keep(entry, of: document.id)
      return (last.outcome, DocumentRows(kept: entry.rows, last.database, of: document.id))
    }
    let rendering = try rendering(of: document, rows: rows, evidence: nil)
    if let letter = rendering.kept {
      try kept.keep(letter, items: rendering.outcome.items, key)
    } else {
      kept.pass(items: rendering.outcome.items)
    }
    return (rendering.outcome, rendering.rows)
  }

  /// Writes the pages of a document: each public edition at its own address, the latest at the document's,
  /// the data and citations beside it, and the attachments that any of them links to; the latest edition of an
  /// overview shows the evidence of its round.
  private func rendering(
    of document: PublishedDocument, rows: DocumentRows?, evidence: RoundEvidence?
  ) throws -> DocumentRendering {
    var rendering = DocumentRendering(of: document, with: self, rows: rows)
    for shown in document.editions { try rendering.add(shown, evidence) }
    return rendering
  }
}

/// The rendering of one document, edition by edition, to the site and to the channels that have it.
private struct DocumentRendering {
  private let document: PublishedDocument
  private let renderer: SiteRenderer
  private let channels: [SiteRenderer]
  private var attachments: DocumentAttachments
  private var names = AttachmentNames()
  private(set) var outcome: DocumentOutcome
  /// The rows of the data, nil where none are made.
  private(set) var rows: DocumentRows?
  private var links: [String] = []
  /// What the search index needs to have the document again without reading it.
  private var searchEntry: KeptDocument?

  init(of document: PublishedDocument, with renderer: SiteRenderer, rows: DocumentRows?) {
    self.document = document
    self.renderer = renderer
    self.rows = rows
    channels = renderer.channels.filter { $0.has(document.id) }
    attachments = DocumentAttachments(of: document.id, to: renderer.sink, channels)
    outcome = DocumentOutcome(of: document.id)
  }

  /// Renders the next edition.
  mutating func add(_ shown: PublishedEdition, _ evidence: RoundEvidence?) throws {
    let language = renderer.language(for: shown.edition.language)
    let rendered = try RenderedEdition(
      shown, of: document, with: renderer.reading, words: language.words,
      readAttachment: { try attachments.write($0) })
    let isCurrent = shown.edition.id == document.current.edition.id
    let citation = Citation(shown, of: document, in: renderer.catalogue, language.words)
    let page = DocumentPage(
      rendered, of: document, citation, renderer: renderer, language: language,
      evidence: isCurrent ? try evidence?.write() : nil)
    try write(page.view(), of: shown)
    try write(citation, of: shown)
    outcome.add(rendered)
    links += rendered.archiveLinks
    if isCurrent { try add(current: rendered) }
    addRows(of: rendered)
    outcome.diagnostics += names.add(
      rendered.attachments.map(\.attachment.name), file: shown.edition.body.file)
  }

  /// What the next build may take over; nil where there is something to be said of the document, which is said again
  /// only when it is read again, or its text fills several files of the search index.
  var kept: KeptLetter? {
    guard outcome.diagnostics.isEmpty, searchEntry.map({ $0.summary != nil }) ?? true else { return nil }
    return KeptLetter(
      links: links, answers: renderer.answers(to: links, in: document), outcome: outcome, search: searchEntry,
      database: rows?.database)
  }

  private mutating func addRows(of rendered: RenderedEdition) {
    guard var own = rows.take() else { return }
    own.add(rendered, of: document, in: renderer.catalogue, renderer.reading.criteria)
    rows = own
  }

  private func write(_ view: DocumentView, of shown: PublishedEdition) throws {
    try renderer.write(view, of: shown, in: document)
    for channel in channels {
      try channel.write(channel.framed(view, in: document), of: shown, in: document)
    }
  }

  private func write(_ citation: Citation, of shown: PublishedEdition) throws {
    for format in CitationFormat.allCases {
      let path = format.address(of: shown, in: document).outputPath
      try renderer.sink.write([format.document(citation)], to: path)
    }
  }

  /// Writes the data of the latest edition, and keeps what other pages need of it.
  private mutating func add(current rendered: RenderedEdition) throws {
    try renderer.sink.write(
      [DocumentJSON(rendered, of: document, in: renderer.catalogue).document()],
      to: document.id.address.file("index.json").outputPath)
    outcome.anchors = Set(rendered.anchors)
    searchEntry = try renderer.search?.add(rendered, of: document)
    if !document.isWithdrawn { outcome.findings = try renderer.entries(of: rendered.findings, in: document) }
  }
}

extension SiteRenderer {
  /// Writes the page of an edition at its address, and at that of the document where it is the latest.
  fileprivate func write(
    _ view: DocumentView, of shown: PublishedEdition, in document: PublishedDocument
  ) throws {
    var page = Bytes()
    page.reserveCapacity(view.body.bytes.count + 16_384)
    view.frame.language.templates.render(.document, view, to: &page)
    let path = shown.edition.id.address.outputPath
    guard shown.edition.id == document.current.edition.id else { return try sink.write([page], to: path) }
    let main = document.id.address.outputPath
    try sink.write([page], to: main)
    try sink.link(path, to: main)
  }

  /// The findings that stand in lists, as lists in the language of the archive show them.
  fileprivate func entries(of findings: [Finding], in document: PublishedDocument) throws -> [FindingEntry] {
    let listed = findings.filter { FindingKind.judgements.contains($0.kind) || !$0.criteria.isEmpty }
    guard !listed.isEmpty else { return [] }
    let letter = FindingItem.Letter(document, in: catalogue, mainWords)
    let items = listed.map { finding in
      let item = FindingItem(finding, of: letter, in: catalogue, mainWords)
      return HTMLText(rendered: mainLanguage.templates.render(.finding, item))
    }
    return zip(listed, try findingItems.add(items)).map {
      FindingEntry($0, wording: document.current.edition.wording, item: $1)
    }
  }
}
