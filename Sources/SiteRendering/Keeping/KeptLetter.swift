import Diagnostics
import Embargo
import Escaping
import Model
import SearchCore
import SearchIndexing

/// What the rendering of a letter gave besides the files below its address, as it is kept for the next build.
struct KeptLetter {
  /// The links of its texts of which the archive decides where they lead, and what it decided.
  let links: [String]
  let answers: Bytes
  let outcome: DocumentOutcome
  /// What the search index needs of it; nil where it is not searched.
  let search: KeptDocument?
  /// Its rows in the database; nil where none is made.
  let database: DatabaseChunk?

  // MARK: Writing

  func written() -> Bytes {
    var writer = ByteWriter()
    writer.write(list: links) { $0.write($1) }
    writer.write(text: answers)
    writer.write(list: outcome.record) { writer, edition in
      writer.write(text: edition.digest.raw)
      writer.write(list: edition.attachments) { writer, file in
        writer.write(file.attachment.name)
        writer.write(number: file.size)
        writer.write(text: file.digest.raw)
      }
    }
    writer.write(list: outcome.fragments) { writer, fragment in
      writer.write(fragment.document.description)
      writer.write(fragment.fragment)
      writer.write(fragment.place.file)
      writer.write(number: fragment.place.line ?? 0)
    }
    writer.write(list: outcome.anchors.sorted()) { $0.write($1) }
    writer.write(list: outcome.findings) { writer, finding in
      writer.write(finding.kind.rawValue)
      writer.write(finding.wording.rawValue)
      writer.write(list: finding.agencies) { $0.write($1) }
      writer.write(list: finding.criteria) { $0.write($1) }
      writer.write(place: finding.item)
    }
    writer.write(number: search == nil ? 0 : 1)
    if let search {
      writer.write(text: search.summary ?? [])
      writer.write(place: search.words)
    }
    writer.write(number: database == nil ? 0 : 1)
    if let database { writer.write(database) }
    return writer.bytes
  }

  // MARK: Reading

  /// What was kept of a letter; nil where it is damaged, or an attachment is not what it was.
  init?(reading bytes: Bytes, of letter: PublishedDocument) throws {
    var reader = ByteReader(bytes)
    links = reader.list { $0.string() }
    answers = reader.text()
    var outcome = DocumentOutcome(of: letter.id)
    guard reader.number() == letter.editions.count else { return nil }
    for shown in letter.editions {
      guard let digest = Digest(raw: reader.text()), let files = try reader.attachments(of: letter) else {
        return nil
      }
      outcome.add(EditionRecord(shown: shown, digest: digest, attachments: files))
    }
    for _ in 0..<reader.number() where !reader.isDamaged {
      guard let fragment = reader.fragment() else { return nil }
      outcome.add(fragment)
    }
    outcome.anchors = Set(reader.list { $0.string() })
    for _ in 0..<reader.number() where !reader.isDamaged {
      guard let finding = reader.finding() else { return nil }
      outcome.findings.append(finding)
    }
    search = reader.number() == 0 ? nil : KeptDocument(summary: reader.text(), words: reader.place())
    database = reader.number() == 0 ? nil : reader.databaseChunk()
    self.outcome = outcome
    if reader.isDamaged || !reader.isAtEnd { return nil }
  }

  init(
    links: [String], answers: Bytes, outcome: DocumentOutcome, search: KeptDocument?, database: DatabaseChunk?
  ) {
    self.links = links
    self.answers = answers
    self.outcome = outcome
    self.search = search
    self.database = database
  }
}

extension ByteWriter {
  mutating func write(_ string: String) { write(text: Bytes(string.utf8)) }
}

extension ByteReader {
  mutating func string() -> String { String(decoding: text(), as: UTF8.self) }

  /// The attachments of an edition; nil where one of them is not what it was.
  fileprivate mutating func attachments(of letter: PublishedDocument) throws -> [RenderedAttachment]? {
    var files: [RenderedAttachment] = []
    for _ in 0..<number() where !isDamaged {
      let (name, size, digest) = (string(), number(), Digest(raw: text()))
      guard let attachment = letter.attachment(linkedAs: name), let digest, let bytes = try attachment.read(),
        Digest(of: bytes) == digest
      else { return nil }
      files.append(RenderedAttachment(attachment: attachment, size: size, digest: digest))
    }
    return files
  }

  fileprivate mutating func fragment() -> DocumentFragment? {
    let (document, fragment, file, line) = (string(), string(), string(), number())
    return DocumentID(document).map {
      DocumentFragment(
        document: $0, fragment: fragment, place: Place(file: file, line: line == 0 ? nil : line))
    }
  }

  fileprivate mutating func finding() -> FindingEntry? {
    let (kind, wording) = (FindingKind(rawValue: string()), Wording(rawValue: string()))
    let (agencies, criteria) = (list { $0.string() }, list { $0.string() })
    let item = place()
    guard let kind, let wording else { return nil }
    return FindingEntry(kind: kind, wording: wording, agencies: agencies, criteria: criteria, item: item)
  }
}
