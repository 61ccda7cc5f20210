package import Model
package import PublishingCalendar

/// What is public at one instant, and nothing else.
///
/// `Archive.published(at:)` is the only way to one, but for a pack (`PackedEdition`), whose archive says so. Pages, feeds, data, search and counts take this type,
/// so that none of them can name what is not public.
package struct PublishedArchive: Sendable {
  package let settings: ArchiveSettings
  /// The entries of the lists that readers may know, with the names that hold at the instant.
  package let lists: Lists
  /// The documents with a public edition, in the order of their ids.
  package let documents: [PublishedDocument]
  package let removals: [RemovedDocument]
  /// The former addresses of public and of removed documents, in their order.
  package let redirects: [Redirect]
  /// Whether it holds an edition that is not public, for a pack; no site may be made of it.
  package let isPacked: Bool
  let timelines: PublicTimelines
  let editorial: EditorialErrors
  private let positions: [DocumentID: Int]
  private let pages: GeneratedPages

  init(
    settings: ArchiveSettings, lists: Lists, documents: [PublishedDocument],
    removals: [RemovedDocument], timelines: PublicTimelines, editorial: EditorialErrors,
    isPacked: Bool = false
  ) {
    self.settings = settings
    self.lists = lists
    self.documents = documents
    self.removals = removals
    let redirects =
      documents.flatMap { Redirect.all(from: $0.editions.flatMap(\.redirects), to: $0.id) }
      + removals.flatMap { Redirect.all(from: $0.redirects, to: $0.id) }
    self.redirects = Set(redirects).sorted { $0.from < $1.from }
    self.timelines = timelines
    self.editorial = editorial
    self.isPacked = isPacked
    positions = Dictionary(
      documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    pages = GeneratedPages(of: documents, lists, settings)
  }

  /// The document of that id, nil where none is public.
  package func document(_ id: DocumentID) -> PublishedDocument? {
    positions[id].map { documents[$0] }
  }

  /// Whether readers find what the reference leads to; places elsewhere and parts of a page are not looked
  /// at.
  package func leads(to reference: Reference) -> Bool {
    switch reference {
    case .document(let id, _), .file(_, of: let id): document(id) != nil
    case .edition(let id, _):
      document(id.document)?.editions.contains { $0.edition.id.number == id.number } ?? false
    case .page(let path): pages.contains(path)
    case .unknown: false
    case .attachment, .fragment, .elsewhere: true
    }
  }

  /// Whether the site has a page at that path from its root, such as `/themes/`.
  package func hasPage(_ path: String) -> Bool {
    leads(to: Reference(path, settings: settings))
  }
}

/// A document with its public editions.
///
/// A class, since the same immutable document stands in many lists and a reference is cheap to pass on.
package final class PublishedDocument: Sendable {
  package let id: DocumentID
  /// The public editions, first to last; there is at least one.
  package let editions: [PublishedEdition]
  /// The latest public edition, which the document's address shows.
  package let current: PublishedEdition
  /// The moment at which the document first became public.
  package let firstRelease: Instant
  private let attachments: [String: Attachment]

  init?(id: DocumentID, editions: [PublishedEdition], attachments: [Attachment]) {
    guard let first = editions.first, let current = editions.last else { return nil }
    self.id = id
    self.editions = editions
    self.current = current
    firstRelease = first.release
    self.attachments = Dictionary(
      attachments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the document has left listings, feeds, search and counts.
  package var isWithdrawn: Bool { current.withdrawal != nil }

  /// The attachment that a public edition links to by that name; there is no list of them, since those
  /// that only unreleased editions link to are not public.
  package func attachment(linkedAs name: String) -> Attachment? { attachments[name] }
}

/// An edition that readers see.
package struct PublishedEdition: Sendable {
  package let edition: Edition
  package let release: Instant
  /// The withdrawal, from its instant on.
  package let withdrawal: Withdrawal?
  package let isSuperseded: Bool
  /// Whether a consultation takes answers at the instant; nil where it gives no dates, or is none.
  package let consultation: ConsultationState?
  /// The former addresses of the document that it names.
  let redirects: [Address]

  init(
    edition: Edition, release: Instant, withdrawal: Withdrawal?, isSuperseded: Bool,
    consultation: ConsultationState?, redirects: [Address]
  ) {
    self.edition = edition
    self.release = release
    self.withdrawal = withdrawal
    self.isSuperseded = isSuperseded
    self.consultation = consultation
    self.redirects = redirects
  }
}

/// A document whose text was removed after it had been public: a tombstone stands at its addresses.
package struct RemovedDocument: Sendable {
  package struct Notice: Sendable {
    package let at: Instant
    package let reason: String
    package let decidedBy: String?
  }

  package let id: DocumentID
  /// The editions that had been public.
  package let editions: [EditionID]
  /// The former addresses that these name.
  let redirects: [Address]
  /// What is said of it, from the instant of the removal on.
  package let notice: Notice?
}

/// A former address, and where it leads now.
package struct Redirect: Hashable, Sendable {
  package let from: Address
  package let to: Address

  /// Those from some former addresses of a document.
  fileprivate static func all(from addresses: [Address], to document: DocumentID) -> [Redirect] {
    addresses.map { Redirect(from: $0, to: document.address) }
  }
}
