import Embargo
import Escaping
import Model
import Templates

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
    view.glance = FindingGlance.all(rendered.findings, doubtful: rendered.doubtfulKinds, words)
    view.consultation = ConsultationStatus(shown, words)
    view.questions = rendered.questions.map { Link($0.text, "#" + $0.id) }
    view.questionCount = words.count(rendered.questions.count, .questions)
    view.evidence = evidence
    view.contents = contents
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

  /// The contents of the text, and of the evidence below it.
  private var contents: HTMLText? {
    let below = evidence.map { _ in
      [ContentsList.Entry(id: RoundEvidenceView.anchor, text: words[.evidence])]
    }
    return ContentsList(rendered.headings, below: below ?? [])?.html
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
