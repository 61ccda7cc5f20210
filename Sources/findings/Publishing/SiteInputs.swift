import Archive
import Embargo
import Model
import Publishing
import PublishingCalendar

/// What the site of an instant is made of, as far as it can be told without making it: where two are the same, so are
/// their sites.
///
/// By the embargo a site takes nothing from an edition that is not public at its instant (rule 2), nor from the files
/// beside a document of which nothing is. So these are left out, and every other file counts, also where it may be
/// none of the site's.
struct SiteInputs: Equatable {
  private let files: FolderFingerprint
  private let editions: [EditionID]
  private let removals: [DocumentID]

  /// - Parameter paths: The folders that the archive and its site were read from.
  init(of archive: Archive, at instant: Instant, in paths: (content: String, site: String)) throws {
    let published = archive.published(at: instant)
    editions = published.documents.flatMap { $0.editions.map(\.edition.id) }
    removals = published.removals.map(\.id)
    let start = paths.content + "/"
    let hidden = archive.documents.flatMap { $0.files(hiddenBy: published) }.filter { $0.hasPrefix(start) }
    let names = Set(hidden.map { String($0.dropFirst(start.count)) }).union(["packs.jsonl"])
    files = try FolderFingerprint(of: [paths.content, paths.site], besides: names)
  }
}

extension ArchivedDocument {
  /// The files of which readers see nothing, of a document that lies open.
  fileprivate func files(hiddenBy published: PublishedArchive) -> [String] {
    guard sealedFile == nil, !published.removals.contains(where: { $0.id == id }) else { return [] }
    guard let shown = published.document(id) else { return editions.map(\.file) + attachmentFiles }
    let numbers = Set(shown.editions.map(\.edition.id.number))
    return editions.filter { !numbers.contains($0.id.number) }.map(\.file)
  }

  /// They lie beside the editions.
  private var attachmentFiles: [String] {
    guard let edition = editions.first, let slash = edition.file.lastIndex(of: "/") else { return [] }
    return attachments.map { edition.file[...slash] + $0.name }
  }
}
