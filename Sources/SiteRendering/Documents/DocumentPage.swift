import Diagnostics
import Embargo
import Escaping
import Markdown
import Model
import Templates

/// What the rendering of a document leaves for the pages and files about all of them.
struct DocumentOutcome: Sendable {
  let document: DocumentID
  /// Its public editions, first to last.
  let record: [EditionRecord]
  let diagnostics: [Diagnostic]
  /// The links to parts of other documents, which are looked at when all are rendered.
  let fragments: [DocumentFragment]
  /// The ids of the latest edition, which the document's address shows.
  let anchors: Set<String>
  let editionCount: Int
  /// The findings of the latest edition, while the document stands in listings.
  let findings: [FindingEntry]
}

/// An edition in `record.json`.
struct EditionRecord: Sendable {
  let shown: PublishedEdition
  let digest: Digest
  let attachments: [RenderedAttachment]
}

extension SiteRenderer {
  /// Writes the pages of a document: each public edition at its own address, the latest at the document's,
  /// the data and citations beside it, and the attachments that any of them links to; the latest edition of an
  /// overview shows the evidence of its round.
  func renderDocument(
    _ document: PublishedDocument, rows: DocumentRows?, evidence: RoundEvidence? = nil
  ) throws -> (DocumentOutcome, DocumentRows?) {
    var rows = rows
    var read: [String: RenderedAttachment] = [:]
    var names = AttachmentNames()
    var records: [EditionRecord] = []
    var diagnostics: [Diagnostic] = []
    var fragments: [DocumentFragment] = []
    var anchors: Set<String> = []
    var findings: [FindingEntry] = []
    let channels = channels.filter { $0.has(document.id) }
    for shown in document.editions {
      let rendered = try RenderedEdition(
        shown, of: document, with: reading, words: language(for: shown.edition.language).words
      ) { attachment in
        if let known = read[attachment.name] { return known }
        guard let bytes = try attachment.read() else { return nil }
        let path = document.id.address.file(attachment.name).outputPath
        try sink.write([bytes], to: path)
        for channel in channels { try channel.add(path, sameAsInArchive: bytes) }
        let result = RenderedAttachment(
          attachment: attachment, size: bytes.count, digest: Digest(of: bytes))
        read[attachment.name] = result
        return result
      }
      let isCurrent = shown.edition.id == document.current.edition.id
      let language = language(for: shown.edition.language)
      let citation = Citation(shown, of: document, in: catalogue, language.words)
      let view = DocumentPage(
        rendered, of: document, citation, renderer: self, language: language,
        evidence: isCurrent ? try evidence?.write() : nil
      ).view()
      try write(view, of: shown, in: document)
      for channel in channels {
        try channel.write(channel.framed(view, in: document), of: shown, in: document)
      }
      if isCurrent {
        try sink.write(
          [DocumentJSON(rendered, of: document, in: catalogue).document()],
          to: document.id.address.file("index.json").outputPath)
        anchors = Set(rendered.anchors)
        if !document.isWithdrawn { findings = entries(of: rendered.findings, in: document) }
      }
      for format in CitationFormat.allCases {
        let path = format.address(of: shown, in: document).outputPath
        try sink.write([format.document(citation)], to: path)
      }
      records.append(
        EditionRecord(shown: shown, digest: rendered.digest, attachments: rendered.attachments))
      diagnostics += rendered.diagnostics
      diagnostics += rows?.add(rendered, of: document, in: catalogue, reading.criteria) ?? []
      diagnostics += names.add(rendered.attachments.map(\.attachment.name), file: shown.edition.body.file)
      fragments += rendered.fragments
    }
    let outcome = DocumentOutcome(
      document: document.id, record: records, diagnostics: diagnostics, fragments: fragments,
      anchors: anchors, editionCount: records.count, findings: findings)
    return (outcome, rows)
  }

  /// The findings that stand in lists, as lists in the language of the archive show them.
  private func entries(of findings: [Finding], in document: PublishedDocument) -> [FindingEntry] {
    let listed = findings.filter { FindingKind.judgements.contains($0.kind) || !$0.criteria.isEmpty }
    guard !listed.isEmpty else { return [] }
    let letter = FindingItem.Letter(document, in: catalogue, mainWords)
    return listed.map { finding in
      let item = FindingItem(finding, of: letter, in: catalogue, mainWords)
      return FindingEntry(
        finding, wording: document.current.edition.wording,
        item: HTMLText(rendered: mainLanguage.templates.render(.finding, item)))
    }
  }

  /// Writes the page of an edition at its address, and at that of the document where it is the latest.
  private func write(
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
}

/// Makes the view of one edition's page.
struct DocumentPage {
  private let rendered: RenderedEdition
  private let document: PublishedDocument
  private let renderer: SiteRenderer
  private let language: PageLanguage
  private let facts: DocumentFacts
  private let citation: Citation
  private let evidence: RoundEvidenceView?

  init(
    _ rendered: RenderedEdition, of document: PublishedDocument, _ citation: Citation,
    renderer: SiteRenderer, language: PageLanguage, evidence: RoundEvidenceView?
  ) {
    self.citation = citation
    self.evidence = evidence
    self.rendered = rendered
    self.document = document
    self.renderer = renderer
    self.language = language
    facts = DocumentFacts(
      document: document, shown: rendered.shown, catalogue: renderer.catalogue, words: language.words,
      criteria: renderer.reading.criteria[document.id], evidence: evidence)
  }

  private var words: Words { language.words }
  private var shown: PublishedEdition { rendered.shown }
  private var edition: Edition { rendered.shown.edition }
  private var catalogue: Catalogue { renderer.catalogue }
  private var isPage: Bool { document.id.collection == .pages }

  /// The page as its template sees it.
  func view() -> DocumentView {
    var view = DocumentView(
      frame: frame(), body: rendered.html, kindLabel: isPage ? nil : citation.kind, summary: edition.summary,
      citation: citation.html(words), permanentAddress: citation.address)
    view.eyebrow = eyebrow
    view.notices = notices
    view.facts = isPage ? [] : facts.rows()
    view.wording = isPage ? nil : wording
    view.milestones = ShownMilestone.all(of: edition, in: document, catalogue.archive, words)
    view.glance = FindingGlance.all(rendered.findings, words)
    view.consultation = ConsultationStatus(shown, words)
    view.questions = rendered.questions.map { Link($0.text, "#" + $0.id) }
    view.questionCount = words.count(rendered.questions.count, .questions)
    view.evidence = evidence
    view.contents = ContentsList(rendered.headings)?.html
    view.attachments = attachments
    view.citationFormats = CitationFormat.allCases.map { format in
      Link(format.name, format.address(of: shown, in: document))
    }
    view.appliesTo =
      edition.appliesTo.isEmpty ? nil : edition.appliesTo.joined(separator: words[.listSeparator])
    view.history = history
    view.translations = translations
    if case .letter(let letter) = edition.facts {
      view.addressees = letter.addressees
      view.signatories = letter.signatories
    }
    if !shown.isSuperseded {
      let related = RelatedDocuments(
        document, renderer, language, leavingOut: evidence?.documents ?? [])
      view.related = related.groups()
    }
    view.alternativeFormat = renderer.accessibilityPage
    return view
  }

  // MARK: The frame

  private func frame() -> PageFrame {
    var frame = renderer.frame(
      title: edition.title, address: document.id.address, language: language,
      header: language.header(of: document.id.collection))
    frame.languageTag = edition.language
    frame.description = edition.summary
    frame.openGraphType = "article"
    frame.isHiddenFromRobots = shown.isSuperseded || document.isWithdrawn
    frame.editionLabel = words(
      .editionValue, "\(words[.factEdition]) \(edition.id.number)",
      words.date(catalogue.day(of: shown.release)))
    frame.alternates = [
      Alternate(type: "application/json", href: document.id.address.file("index.json").path)
    ]
    if !isPage {
      frame.alternates += CitationFormat.allCases.map { format in
        Alternate(type: format.mediaType, href: format.address(of: shown, in: document).path)
      }
      frame.citationTags = citation.tags
    }
    frame.permanentAddress = citation.address
    if !frame.isHiddenFromRobots { frame.alternates += languageVersions }
    frame.structuredData = StructuredData.report(shown, of: document, citation, in: catalogue)
    return frame
  }

  /// The document in each of its languages, its own among them, as search engines ask for them.
  private var languageVersions: [Alternate] {
    let others = catalogue.translations(of: document).filter { !$0.isWithdrawn }
    guard !others.isEmpty else { return [] }
    return ([document] + others).map { version in
      Alternate(
        language: version.current.edition.language,
        href: catalogue.archive.settings.absolute(version.id.address))
    }
  }

  // MARK: Above the text

  /// Where, what, when and by whom, in one line.
  private var eyebrow: HTMLText? {
    guard !isPage else { return nil }
    let day = catalogue.day(of: document)
    let inspectorates = facts.shortInspectorates
    let by = inspectorates.isEmpty ? [] : [HTMLText(inspectorates.joined(separator: words[.listSeparator]))]
    let parts = facts.areas + facts.themes + [HTMLText(day, words)] + by
    return HTMLText(joining: parts, element: "span", separator: " ")
  }

  private var notices: [DocumentView.Notice] {
    var notices: [DocumentView.Notice] = []
    if let withdrawal = document.withdrawal(of: shown) { notices.append(notice(of: withdrawal)) }
    if edition.id != document.current.edition.id { notices.append(noticeOfLaterEdition) }
    return notices
  }

  private func notice(of withdrawal: Withdrawal) -> DocumentView.Notice {
    let day = HTMLText(catalogue.day(of: withdrawal.at), words)
    let paragraphs = [
      words.html(.noticeWithdrawnReason, HTMLText(withdrawal.reason)),
      withdrawal.decidedBy.map { words.html(.noticeWithdrawnDecidedBy, HTMLText($0)) },
      words.html(.noticeWithdrawnText),
    ]
    return DocumentView.Notice(
      kind: "withdrawn", heading: words.html(.noticeWithdrawnHeading, day),
      paragraphs: paragraphs.compactMap(\.self))
  }

  private var noticeOfLaterEdition: DocumentView.Notice {
    let latest = document.current
    let text = words.html(
      .noticeSupersededText, HTMLText(String(edition.id.number)),
      HTMLText(String(latest.edition.id.number)), HTMLText(catalogue.day(of: latest.release), words))
    return DocumentView.Notice(
      kind: "superseded", heading: words.html(.noticeSupersededHeading), paragraphs: [text],
      link: Link(words[.noticeSupersededLink], document.id.address))
  }

  private var wording: DocumentView.WordingView {
    let long: Phrase =
      switch edition.wording {
      case .official: .wordingOfficialLong
      case .summary: .wordingSummaryLong
      case .facts:
        document.id.collection == .letters ? .wordingFactsLong : .wordingFactsLongOther
      }
    return DocumentView.WordingView(
      id: edition.wording.rawValue, short: words[edition.wording.short], long: words[long],
      source: edition.source)
  }

  private var translations: [DocumentView.Translation] {
    catalogue.translations(of: document).map { other in
      DocumentView.Translation(
        link: Link(other.current.edition.title, other.id.address), language: other.current.edition.language)
    }
  }

  // MARK: Below the text

  private var attachments: [DocumentView.File] {
    rendered.attachments.map { file in
      DocumentView.File(
        link: Link(
          rendered.attachmentTitles[file.attachment.name] ?? file.attachment.name,
          document.id.address.file(file.attachment.name)),
        type: file.attachment.type.label, size: words.size(ofBytes: file.size))
    }
  }

  private var history: [DocumentView.HistoryEntry] {
    document.editions.reversed().map { other in
      DocumentView.HistoryEntry(
        number: other.edition.id.number, day: ShownDay(catalogue.day(of: other.release), words),
        href: other.edition.id.address.path, change: other.edition.change ?? words[.firstPublished],
        isCurrent: other.edition.id == edition.id, isMinor: other.edition.isMinor)
    }
  }
}

extension PublishedDocument {
  /// The withdrawal that an edition is under: its own, or that of the document as it stands.
  func withdrawal(of shown: PublishedEdition) -> Withdrawal? { shown.withdrawal ?? current.withdrawal }
}

extension Edition {
  /// What the document is: the kind of a follow-up, else one of its collection.
  var singular: Phrase {
    guard case .followUp(let facts) = facts, let kind = facts.kind else {
      return id.document.collection.singular
    }
    return switch kind {
    case .statement: .statementOfAction
    case .response: .response
    case .progress: .progress
    case .reinspection: .reinspection
    }
  }
}

extension DocumentCollection {
  /// What one document of the collection is.
  var singular: Phrase {
    switch self {
    case .letters: .letter
    case .overviews: .overview
    case .guidance: .guidanceOne
    case .followUps: .followUp
    case .announcements: .announcement
    case .consultations: .consultation
    case .pages: .pageOne
    }
  }

  /// What its documents are.
  var plural: Phrase {
    switch self {
    case .letters: .letters
    case .overviews: .overviews
    case .guidance: .guidance
    case .followUps: .followUps
    case .announcements: .announcements
    case .consultations: .consultations
    case .pages: .pages
    }
  }
}
