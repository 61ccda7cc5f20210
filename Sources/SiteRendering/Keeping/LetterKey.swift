import Embargo
import Escaping
import Model
import SearchCore

/// Tells whether rendering a letter again would give what it gave before: by the digest of all that it takes.
///
/// A letter takes its own editions, what all letters take (``SiteRenderer/basisOfLetters()``), and of other documents
/// only what this names: those it refers to, its translations and the lists of related documents. What it asks while it is
/// rendered, where its links lead, is asked again (``SiteRenderer/answers(to:in:)``).
struct LetterKey {
  private var writer = ByteWriter()

  /// - Parameter basis: What all letters take.
  init(_ letter: PublishedDocument, in renderer: SiteRenderer, basis: Digest) {
    writer.write(text: basis.raw)
    writer.write(text: renderer.catalogue.archive.basis(of: letter).raw)
    addPlace(of: letter, in: renderer)
    for edition in letter.editions.map(\.edition) {
      for (_, id) in edition.namedDocuments { addReference(to: id, in: renderer) }
    }
    for other in renderer.catalogue.translations(of: letter) { addReference(to: other.id, in: renderer) }
    addRelated(of: letter, in: renderer)
  }

  var digest: Digest { Digest(of: writer.bytes) }

  /// Where the letter stands among all: its number in the search index, and whether counts leave it out.
  private mutating func addPlace(of letter: PublishedDocument, in renderer: SiteRenderer) {
    let catalogue = renderer.catalogue
    writer.write(number: catalogue.listed(letter.id).map { catalogue.listed.count - $0.position } ?? 0)
    writer.write(number: catalogue.isTranslation(letter) ? 1 : 0)
    addChannels(of: letter.id, in: renderer)
  }

  /// What is shown of a document that the letter refers to, and which channels have it.
  private mutating func addReference(to id: DocumentID, in renderer: SiteRenderer) {
    add(id.description)
    guard let document = renderer.catalogue.archive.document(id) else { return add("not public") }
    add(document.current.edition.title)
    add(document.current.edition.language)
    add(document.isWithdrawn ? "withdrawn" : "")
    addChannels(of: id, in: renderer)
  }

  /// The related documents as the page lists them, and which channels have them.
  private mutating func addRelated(of letter: PublishedDocument, in renderer: SiteRenderer) {
    let language = renderer.language(for: letter.current.edition.language)
    let related = RelatedDocuments(letter, renderer, language, leavingOut: [])
    for list in related.lists() {
      writer.write(number: list.documents.count)
      add(list.heading)
      add(list.more.map { $0.title + $0.href } ?? "")
      for listed in list.documents {
        writer.write(text: related.line(of: listed, in: list).bytes)
        addChannels(of: listed.document.id, in: renderer)
      }
    }
  }

  private mutating func addChannels(of id: DocumentID, in renderer: SiteRenderer) {
    for channel in renderer.channels { writer.write(number: channel.has(id) ? 1 : 0) }
  }

  private mutating func add(_ text: String) { writer.write(text: Bytes(text.utf8)) }
}
