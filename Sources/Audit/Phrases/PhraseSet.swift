import Escaping
package import Model

/// The phrases that readers must not find, each with what it tells of.
struct PhraseSet: Sendable {
  private(set) var secrets: [Secret] = []
  private(set) var lengths = PhraseLengths()
  /// The place in `secrets` of what each phrase tells of.
  private var owners: [Phrase: UInt32] = [:]
  /// The phrases and their owners when all are known, made to be asked for every word of a site.
  private var table = PhraseTable([:])

  /// How many phrases are looked for.
  var count: Int { owners.count }
  var isEmpty: Bool { owners.isEmpty }

  // MARK: Putting it together

  /// Adds every run of eight words of texts that tell of the same.
  mutating func insertRuns(of texts: [Bytes], telling subject: Secret.Subject) {
    secrets.append(Secret(kind: .text, subject: subject, isShort: false))
    for text in texts { insert(text, every: PhraseReader.longest) }
  }

  /// Adds a text as one phrase, or every run of eight words where it is longer.
  mutating func insert(_ text: String, _ kind: Secret.Kind, telling subject: Secret.Subject) {
    let text = Bytes(text.utf8)
    var reader = PhraseReader()
    reader.read(text.span, lengths: PhraseLengths()) { _ in }
    let count = reader.wordCount
    guard count > 0 else { return }
    secrets.append(Secret(kind: kind, subject: subject, isShort: count <= 2))
    insert(text, every: min(count, PhraseReader.longest))
  }

  /// Adds the name of a document, a compound that is found as it is written, also in an address.
  mutating func insert(_ document: DocumentID) {
    let subject = Secret.Subject.document(document)
    insert(document.description, .slug, telling: subject)
    secrets.append(Secret(kind: .slug, subject: subject, isShort: false))
    insert(Bytes(document.slug.utf8), every: PhraseReader.compound)
  }

  /// Adds the phrases of a text that are so long; they tell of the last secret unless they tell of one before.
  private mutating func insert(_ text: Bytes, every length: Int) {
    let owner = UInt32(secrets.count - 1)
    var own = PhraseLengths()
    own.insert(length)
    var reader = PhraseReader()
    reader.read(text.span, lengths: own) { phrase in
      if owners[phrase] == nil { owners[phrase] = owner }
    }
    lengths.insert(length)
  }

  /// Leaves out phrases that readers may find; the set must be closed again.
  mutating func remove(_ phrases: some Sequence<Phrase>) {
    for phrase in phrases { owners[phrase] = nil }
  }

  /// Prepares the set for being asked often; it must not change afterwards.
  mutating func close() { table = PhraseTable(owners) }

  // MARK: Looking

  /// Calls the body with each phrase of a text that is in the set, and the place of what it tells of.
  func search(_ text: borrowing Span<UInt8>, with reader: inout PhraseReader, _ found: (Phrase, Int) -> Void)
  {
    reader.read(text, lengths: lengths) { phrase in
      if let owner = table.owner(of: phrase) { found(phrase, Int(owner)) }
    }
  }
}

/// Something that readers must not learn from the public site.
package struct Secret: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case title, slug
    case fileName = "file-name"
    /// Eight words in a row.
    case text
    /// What the status keys of an edition or a moratorium say, such as the reason of a hold.
    case status
    /// Who has agreed, cleared or decided something, by the status keys of an edition.
    case person
    /// A name in a list that no public edition reaches, or that is still to come.
    case listEntry = "list-entry"
  }

  /// What a phrase tells of.
  package enum Subject: Hashable, Sendable, CustomStringConvertible {
    case document(DocumentID)
    case edition(EditionID)
    /// An entry of a list, or a rule of the archive: the file and its id or key.
    case entry(of: String, String)

    package var description: String {
      switch self {
      case .document(let id): id.description
      case .edition(let id): id.description
      case .entry(let file, let id): "\(file): \(id)"
      }
    }

    /// The edition that it is.
    var edition: EditionID? {
      if case .edition(let id) = self { id } else { nil }
    }

    /// The document that it is, or an edition of.
    var document: DocumentID? {
      switch self {
      case .document(let id): id
      case .edition(let id): id.document
      case .entry: nil
      }
    }
  }

  package let kind: Kind
  /// What it tells of.
  package let subject: Subject
  /// Whether it is one or two words, which may stand in another text by chance.
  let isShort: Bool

  /// Whether whoever finds it learns of something unreleased: the name of a place or theme, of a person or a court may
  /// stand anywhere.
  var isTelling: Bool { !isShort && kind != .listEntry && kind != .person }
}
