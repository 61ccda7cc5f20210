import Embargo
import Escaping
import Markdown
import Model
import PublishingCalendar

/// The data beside a document, `index.json`: its latest edition as a program reads it.
///
/// `{"id", "collection", "address", "title", "summary", "wording", "language", "published", "edition",
/// "withdrawn", "inspectorates": [{"id", "name"}], "themes", "areas", "programme", …,
/// "contents": [{"id", "level", "title"}], "findings": [{"id", "number", "kind", "strand", "lead", "text",
/// "items", "agencies", "agency-basis", "criteria"}], "attachments": [{"name", "address", "bytes", "sha256"}],
/// "editions": [{"number", "address", "release", "change", "minor"}], "licence"}`, and between them the
/// facts of its collection by the keys of the front matter. Absent members are left out, instants are in
/// UTC, and documents stand by their addresses, where they are public.
struct DocumentJSON {
  private let rendered: RenderedEdition
  private let published: PublishedDocument
  private let catalogue: Catalogue

  init(_ rendered: RenderedEdition, of document: PublishedDocument, in catalogue: Catalogue) {
    self.rendered = rendered
    published = document
    self.catalogue = catalogue
  }

  /// The file.
  func document() -> Bytes {
    JSON.members(identity + facts + text + [("licence", licence)]).document()
  }

  private var edition: Edition { rendered.shown.edition }
  private var settings: ArchiveSettings { catalogue.archive.settings }

  private var identity: [(String, JSON?)] {
    [
      ("id", .string(published.id.description)),
      ("collection", .string(published.id.collection.rawValue)),
      ("address", .string(settings.absolute(published.id.address))),
      ("title", .string(edition.title)),
      ("summary", .text(edition.summary)),
      // The pages of the archive itself are nobody's official text.
      ("wording", published.id.collection == .pages ? nil : .string(edition.wording.rawValue)),
      ("language", .string(edition.language)),
      ("translation-of", .text(edition.translationOf.flatMap(publicAddress))),
      ("published", .string(published.firstRelease.rfc3339)),
      ("dated", .text(edition.dated?.description)),
      ("edition", .number(edition.id.number)),
      ("withdrawn", withdrawn),
      ("reference", .text(edition.reference)),
      ("source", edition.source.map { .object([("name", .string($0.name)), ("url", .string($0.url))]) }),
    ]
  }

  private var withdrawn: JSON? {
    rendered.shown.withdrawal.map {
      .members([
        ("at", .string($0.at.rfc3339)), ("reason", .string($0.reason)),
        ("decided-by", .text($0.decidedBy)),
      ])
    }
  }

  // MARK: Facts

  private var facts: [(String, JSON?)] {
    [
      ("inspectorates", list(catalogue.inspectorates(of: rendered.shown).map { entry($0, $1.name) })),
      ("themes", list(edition.themes.map(theme))),
      ("areas", list(catalogue.areas(of: edition).map { entry($0.id, $0.name) })),
      ("programme", catalogue.programme(of: edition).map { entry($0.id, $0.name) }),
      ("applies-to", list(edition.appliesTo.map { .string($0) })),
    ] + own
  }

  /// An entry of a list of the archive.
  private func entry(_ id: String, _ name: String) -> JSON {
    .object([("id", .string(id)), ("name", .string(name))])
  }

  private func theme(_ id: String) -> JSON { entry(id, catalogue.theme(id).name) }

  /// The values, nil where there are none.
  private func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  /// The members that have a value, nil where none has.
  private func members(_ members: [(String, JSON?)]) -> JSON? {
    members.allSatisfy { $0.1 == nil } ? nil : .members(members)
  }

  private var own: [(String, JSON?)] {
    switch edition.facts {
    case .letter(let letter):
      [
        ("guidance", .text(letter.guidance.flatMap(publicAddress))),
        ("fieldwork-start", .text(letter.fieldwork?.start.description)),
        ("fieldwork-end", .text(letter.fieldwork?.end.description)),
        ("addressees", list(letter.addressees.map { .string($0) })),
        ("signatories", list(letter.signatories.map { .string($0) })),
        ("principal-authority", .text(letter.principalAuthority)),
        ("statement", letter.statement.flatMap(statement)),
      ]
    case .guidance(let guidance):
      [
        ("in-force", .text(guidance.inForce?.description)),
        ("replaces", .text(guidance.replaces.flatMap(publicAddress))),
      ]
    case .overview(let round): [("round", self.round(round))]
    case .consultation(let consultation):
      [
        ("state", .text(rendered.shown.consultation?.rawValue)),
        ("opens", .text(consultation.opens?.description)),
        ("closes", .text(consultation.closes?.description)),
        ("outcome", .text(consultation.outcome.flatMap(publicAddress))),
      ]
    case .followUp(let followUp):
      [
        ("kind", .text(followUp.kind?.rawValue)),
        ("follows", .text(followUp.follows.flatMap(publicAddress))),
      ]
    case .none: []
    }
  }

  private func statement(_ statement: StatementOfAction) -> JSON? {
    members([
      ("required", statement.isRequired.map { .bool($0) }), ("due", .text(statement.due?.description)),
      ("basis", .text(statement.basis)), ("lead", .text(statement.lead)),
      ("cooperating", list(statement.cooperating.map { .string($0) })),
      ("received", .text(statement.received?.description)),
    ])
  }

  private func round(_ round: Round) -> JSON? {
    members([
      ("themes", list(round.themes.map(theme))),
      ("from", .text(round.from?.description)), ("to", .text(round.to?.description)),
      ("letters", list(round.letters.compactMap(publicAddress).map { .string($0) })),
    ])
  }

  /// The address of a document, nil where it is not public.
  private func publicAddress(_ id: DocumentID) -> String? {
    catalogue.archive.document(id) == nil ? nil : settings.absolute(id.address)
  }

  // MARK: Text and editions

  private var text: [(String, JSON?)] {
    [
      ("contents", .array(rendered.headings.map(heading))),
      ("findings", list(rendered.findings.map { .written($0.jsonLine()) })),
      ("attachments", rendered.attachments.isEmpty ? nil : .array(rendered.attachments.map(attachment))),
      ("editions", .array(published.editions.map(entry))),
    ]
  }

  private func heading(_ heading: Heading) -> JSON {
    .object([
      ("id", .string(heading.id)), ("level", .number(heading.level)), ("title", .string(heading.text)),
    ])
  }

  private func attachment(_ file: RenderedAttachment) -> JSON {
    .object([
      ("name", .string(file.attachment.name)),
      ("address", .string(settings.absolute(published.id.address.file(file.attachment.name)))),
      ("bytes", .number(file.size)),
      ("sha256", .string(file.digest.description)),
    ])
  }

  private func entry(_ shown: PublishedEdition) -> JSON {
    .members([
      ("number", .number(shown.edition.id.number)),
      ("address", .string(settings.absolute(shown.edition.id.address))),
      ("release", .string(shown.release.rfc3339)),
      ("change", .text(shown.edition.change)),
      ("minor", shown.edition.isMinor ? .bool(true) : nil),
    ])
  }

  private var licence: JSON? { settings.licence.map { .string($0.url) } }
}
