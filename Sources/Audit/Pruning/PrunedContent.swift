import Archive
import Embargo
import Escaping
import FanOut
import FileSystem
import Model
import PublishingCalendar

/// A copy of the content on the disk from which everything is deleted that is not public: editions, the files that
/// only they link to, entries of lists that no public edition reaches, names and timetables to come, what is for the
/// staff, the recipients of sealed content.
///
/// The folders for order are left out too. The copy is private, and gone when nobody holds it any more.
final class PrunedContent {
  /// The folder of the copy.
  let path: String
  /// The public editions and the lists, as whole paths.
  private(set) var texts: [String] = []
  /// The words of the public editions.
  private(set) var vocabulary = PublicVocabulary()
  /// The digests of the attachments, which go to readers as they are.
  private(set) var attachments: Set<Digest> = []
  private let folder: PrivateFolder

  init(
    of archive: Archive, in content: String, keeping published: PublishedArchive, at instant: Instant,
    jobs: Int, workFolder: String
  ) async throws {
    folder = try PrivateFolder(in: workFolder)
    path = folder.path
    let documents = archive.documents.compactMap { document in
      Self.kept(of: document, published).map { (document, $0) }
    }
    for (document, _) in documents {
      try FileSystem.makeFolders(path + "/" + document.id.description)
    }
    let (path, settings) = (path, archive.settings)
    let cutKeys = StaffKeys(at: instant, keepsRules: !published.removals.isEmpty)
    let written = try await fanOut(over: documents.count, jobs: jobs) { index in
      let (document, numbers) = documents[index]
      let shown = published.document(document.id)
      return try Self.copy(
        document, editions: numbers, without: shown == nil ? nil : cutKeys,
        linked: shown?.linkedNames(settings: settings), to: path + "/" + document.id.description)
    }
    // What was removed stays for its tombstone alone.
    texts += zip(documents, written).flatMap { published.document($0.0.id) == nil ? [] : $1.texts }
    attachments = Set(written.flatMap(\.attachments))
    for copy in written { vocabulary.formUnion(copy.vocabulary) }
    try copyLists(
      from: content,
      PrunedLists(
        published: published, rules: archive.rules, vocabulary: vocabulary,
        day: archive.settings.zone.local(instant).day))
  }

  /// The numbers of the editions that stay; nil where none does.
  private static func kept(of document: ArchivedDocument, _ published: PublishedArchive) -> Set<Int>? {
    // Another file may claim the id.
    guard document.ownsAddress else { return nil }
    if let shown = published.document(document.id) { return Set(shown.editions.map(\.edition.id.number)) }
    guard let removal = published.removals.first(where: { $0.id == document.id }) else { return nil }
    // The tombstone is told by whichever edition says that the text was removed.
    let telling = document.editions.filter { $0.status.removal != nil }.map(\.id.number)
    guard !telling.isEmpty else { return nil }
    return Set(removal.editions.map(\.number)).union(telling)
  }

  /// What was copied of a document.
  private struct Copy: Sendable {
    var texts: [String] = []
    var attachments: [Digest] = []
    var vocabulary = PublicVocabulary()
  }

  /// Copies a document; without `linked` all its attachments, since the editions of a removed text are not read.
  ///
  /// - Parameter keys: The keys of the front matter that are left out, nil where all stay for a tombstone.
  private static func copy(
    _ document: ArchivedDocument, editions numbers: Set<Int>, without keys: StaffKeys?, linked: Set<String>?,
    to folder: String
  ) throws -> Copy {
    var copy = Copy()
    for edition in document.editions where numbers.contains(edition.id.number) {
      let file = folder + "/edition-\(edition.id.number).md"
      let text = try edition.edition.body.readFrontMatter() + edition.edition.body.read()
      try FileSystem.create(file, [keys.map { text.withoutKeys($0.cut(from: edition)) } ?? text])
      copy.texts.append(file)
      if keys != nil { copy.vocabulary.insert(text) }
    }
    for attachment in document.attachments where linked?.contains(attachment.name) ?? true {
      // A file that is too large has an error of its own.
      guard let bytes = try attachment.read() else { continue }
      try FileSystem.create(folder + "/" + attachment.name, [bytes])
      copy.attachments.append(Digest(of: bytes))
    }
    return copy
  }

  private func copyLists(from content: String, _ lists: PrunedLists) throws {
    for name in PrunedLists.names + ["bank-holidays.json"] {
      let source = content + "/" + name
      guard FileSystem.kind(of: source) == .file,
        let bytes = try FileSystem.read(source, limit: Body.sizeLimit)
      else { continue }
      let isList = name != "bank-holidays.json"
      try FileSystem.create(path + "/" + name, [isList ? lists.pruned(bytes, named: name) : bytes])
      texts.append(path + "/" + name)
    }
  }
}

/// The keys of a front matter that only the staff may know, of an edition that is public.
private struct StaffKeys: Sendable {
  let instant: Instant
  /// Whether the rules about time stay, by which an edition has to have been agreed or exempt.
  let keepsRules: Bool

  init(at instant: Instant, keepsRules: Bool) {
    self.instant = instant
    self.keepsRules = keepsRules
  }

  func cut(from edition: ArchivedEdition) -> Set<String> {
    var keys: Set<String> = keepsRules ? ["hold"] : ["hold", "agreed", "moratorium-exempt"]
    if let withdrawal = edition.status.withdrawal, withdrawal.at > instant { keys.insert("withdrawn") }
    return keys
  }
}
