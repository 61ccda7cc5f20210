import Embargo
import Escaping
import Model
import PublishingCalendar
import Templates

/// A pack as its template sees it.
struct PackView: TemplateView {
  /// A file that the text links to and that the copy does not hold.
  private struct File: TemplateView {
    let name: String
    let type: String
    let size: String
    let digest: String

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "name": self.name
      case "type": type
      case "size": size
      case "digest": digest
      default: nil
      }
    }
  }

  private let rendered: RenderedEdition
  private let copy: PackCopy
  private let absent: [RenderedAttachment]
  private let places: [CommentPlace]
  private let catalogue: Catalogue
  private let words: Words
  private let styles: HTMLText
  private let facts: DocumentFacts
  private let release: Instant?

  init(
    _ rendered: RenderedEdition, packed: PackedEdition, copy: PackCopy, absent: [RenderedAttachment],
    places: [CommentPlace], catalogue: Catalogue, words: Words, styles: Bytes
  ) {
    self.rendered = rendered
    self.copy = copy
    self.absent = absent
    self.places = places
    self.catalogue = catalogue
    self.words = words
    self.styles = HTMLText(rendered: styles)
    release = packed.release
    facts = DocumentFacts(
      document: packed.document, shown: packed.shown, catalogue: catalogue, words: words, criteria: nil,
      evidence: nil)
  }

  private var edition: Edition { rendered.shown.edition }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "language": edition.language
    case "styles": styles
    case "archive": catalogue.archive.settings.title
    case "title": edition.title
    case "kindLabel": words[edition.singular]
    case "summary": edition.summary
    case "change": edition.change
    case "facts": facts.rowsBeforeRelease().ifAny
    case "appliesTo":
      edition.appliesTo.isEmpty ? nil : edition.appliesTo.joined(separator: words[.listSeparator])
    case "glance": FindingGlance.all(rendered.findings, doubtful: rendered.doubtfulKinds, words).ifAny
    case "body": rendered.html
    case "files": files.ifAny
    case "embargo": embargo
    case "stage": words[copy.stage == .draft ? .packDraft : .packFinal]
    case "isDraft": copy.stage == .draft
    case "recipient": copy.recipient
    case "holder": holder
    case "receipts": copy.receipts
    case "serial": copy.serial
    case "made": moment(copy.made)
    case "edition": edition.id.number
    case "id": edition.id.document.description
    case "digest": rendered.digest.description
    case "places": places.ifAny
    default: nil
    }
  }

  /// Until when nobody may pass it on.
  private var embargo: String {
    release.map { words(.packEmbargo, moment($0)) } ?? words[.packNoRelease]
  }

  /// The name as every page has room for it; the number of the copy tells those apart that begin alike.
  private var holder: String {
    let longest = 60
    return copy.recipient.count <= longest ? copy.recipient : copy.recipient.prefix(longest) + "…"
  }

  /// The moment with its zone: `12 March 2027 at 09:30 (GMT)`.
  private func moment(_ instant: Instant) -> String {
    let zone = catalogue.archive.settings.zone
    let local = zone.local(instant)
    let time = words(.timeOnDay, words.date(local.day), String(local.time.description.prefix(5)))
    return "\(time) (\(zone.name(at: instant)))"
  }

  private var files: [File] {
    absent.map { file in
      File(
        name: file.attachment.name, type: file.attachment.type.label, size: words.size(ofBytes: file.size),
        digest: file.digest.description)
    }
  }
}
