import Archive
import Embargo
import Escaping
import FanOut
import FileSystem
import Model

/// A copy of the content on the disk from which everything is deleted that is not public: editions, the files that
/// only they link to, entries of lists that no public edition reaches, the recipients of sealed content.
///
/// The folders for order are left out too. The copy is private, and gone when nobody holds it any more.
final class PrunedContent {
  /// The folder of the copy.
  let path: String
  /// The public editions and the lists, as whole paths.
  private(set) var texts: [String] = []
  /// The digests of the attachments, which go to readers as they are.
  private(set) var attachments: Set<Digest> = []
  private let folder: PrivateFolder

  init(
    of archive: Archive, in content: String, keeping published: PublishedArchive, jobs: Int,
    workFolder: String
  ) async throws {
    folder = try PrivateFolder(in: workFolder)
    path = folder.path
    try copyLists(from: content, reached: published.lists, rules: archive.rules)
    let documents = archive.documents.compactMap { document in
      Self.kept(of: document, published).map { (document, $0) }
    }
    for (document, _) in documents {
      try FileSystem.makeFolders(path + "/" + document.id.description)
    }
    let (path, settings) = (path, archive.settings)
    let written = try await fanOut(over: documents.count, jobs: jobs) { index in
      let (document, numbers) = documents[index]
      return try Self.copy(
        document, editions: numbers, linked: published.document(document.id)?.linkedNames(settings: settings),
        to: path + "/" + document.id.description)
    }
    // What was removed stays for its tombstone alone.
    texts += zip(documents, written).flatMap { published.document($0.0.id) == nil ? [] : $1.texts }
    attachments = Set(written.flatMap(\.attachments))
  }

  /// The numbers of the editions that stay; nil where none does.
  private static func kept(of document: ArchivedDocument, _ published: PublishedArchive) -> Set<Int>? {
    if let shown = published.document(document.id) { return Set(shown.editions.map(\.edition.id.number)) }
    guard let removal = published.removals.first(where: { $0.id == document.id }) else { return nil }
    // The tombstone is told by whichever edition says that the text was removed.
    let telling = document.editions.filter { $0.status.removal != nil }.map(\.id.number)
    return Set(removal.editions.map(\.number)).union(telling)
  }

  /// Copies a document; without `linked` all its attachments, since the editions of a removed text are not read.
  private static func copy(
    _ document: ArchivedDocument, editions numbers: Set<Int>, linked: Set<String>?, to folder: String
  ) throws -> (texts: [String], attachments: [Digest]) {
    var texts: [String] = []
    for edition in document.editions where numbers.contains(edition.id.number) {
      let file = folder + "/edition-\(edition.id.number).md"
      let body = edition.edition.body
      try FileSystem.create(file, [try body.readFrontMatter(), try body.read()])
      texts.append(file)
    }
    var digests: [Digest] = []
    for attachment in document.attachments where linked?.contains(attachment.name) ?? true {
      // A file that is too large has an error of its own.
      guard let bytes = try attachment.read() else { continue }
      try FileSystem.create(folder + "/" + attachment.name, [bytes])
      digests.append(Digest(of: bytes))
    }
    return (texts, digests)
  }

  // MARK: Lists

  private func copyLists(from content: String, reached: Lists, rules: PublishingRules) throws {
    // An area of a moratorium tells which editions it holds, also where none of them is public.
    let areas = Set(reached.areas.map(\.id)).union(rules.moratoria.flatMap(\.areas))
    try copyList("areas.yml", from: content) { $0.keepingEntries(where: areas.contains, key: "id") }
    let themes = Set(reached.themes.map(\.id))
    try copyList("themes.yml", from: content) { $0.keepingEntries(where: themes.contains, key: "id") }
    let programmes = Set(reached.programmes.map(\.id))
    try copyList("programmes.yml", from: content) { $0.keepingEntries(where: programmes.contains, key: "id") }
    for name in ["archive.yml", "inspectorates.yml", "agencies.yml", "glossary.yml", "bank-holidays.json"] {
      try copyList(name, from: content) { $0 }
    }
  }

  private func copyList(_ name: String, from content: String, _ pruned: (Bytes) -> Bytes) throws {
    let source = content + "/" + name
    guard FileSystem.kind(of: source) == .file,
      let bytes = try FileSystem.read(source, limit: Body.sizeLimit)
    else { return }
    try FileSystem.create(path + "/" + name, [pruned(bytes)])
    texts.append(path + "/" + name)
  }
}
