import Diagnostics
import Escaping
import Model
import Sealing

/// A document as it is sealed: its place in the content, and its files.
struct SealedDocument: Sendable {
  let id: DocumentID
  /// The path from the folder of the content of its one file, `letters/leeds-2027.md`, or of its folder.
  let place: String
  let isFolder: Bool
  /// The files in the order of their paths.
  private(set) var files: [PackedFile]

  /// The most that one document may hold, in bytes: what is sealed is held in memory.
  static let sizeLimit = 128 << 20

  /// Why a container holds no document.
  struct Problem: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  /// The document whose files these are.
  ///
  /// Nothing else is let in, since whoever has a public key can make a sealed file.
  init(_ files: [PackedFile]) throws(Problem) {
    guard let first = files.first else { throw Problem("it is empty") }
    let (folder, name) = Self.split(first.path)
    isFolder = EditionFile.number(name) != nil || files.count > 1
    place = isFolder ? folder : first.path
    self.files = files
    let parts = place.split(separator: "/")
    guard parts.count >= 2, parts.count <= ContentScan.deepest + 1, let last = parts.last,
      let collection = DocumentCollection(rawValue: String(parts[0])), isFolder || last.hasSuffix(".md")
    else { throw Problem("it is no document of a collection") }
    let slug = isFolder ? String(last) : String(last.dropLast(3))
    guard Slug.isID(slug), !Slug.isReserved(slug) else {
      throw Problem("the name of its document is no slug")
    }
    id = DocumentID(collection, slug)
    guard isFolder else { return }
    for file in files {
      let (place, name) = Self.split(file.path)
      guard place == folder else { throw Problem("it holds files of more than one document") }
      guard EditionFile.number(name) != nil || Self.isAttachment(name) else {
        throw Problem("it holds a file that is no edition and no attachment")
      }
    }
    guard files.contains(where: { EditionFile.number(Self.split($0.path).name) != nil }) else {
      throw Problem("it holds no edition")
    }
  }

  /// Whether a file of that name can be an attachment.
  static func isAttachment(_ name: String) -> Bool {
    AttachmentType(name: name) != nil && name.utf8.allSatisfy(Address.isNameByte)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// The document with other bytes for an edition; nil where it does not hold that edition as it was loaded.
  func replacing(_ edition: ArchivedEdition, with bytes: Bytes) throws -> SealedDocument? {
    let name = "edition-\(edition.id.number).md"
    let before = try edition.edition.body.readFile()
    guard let index = files.firstIndex(where: { !isFolder || Self.split($0.path).name == name }),
      files[index].bytes == before
    else { return nil }
    var changed = self
    changed.files[index] = PackedFile(path: files[index].path, mode: files[index].mode, bytes: bytes)
    return changed
  }

  /// The document as it is read, from the sealed file of that path.
  ///
  /// Diagnostics name its editions by that path and their numbers: the slug is under the embargo too.
  func scanned(from sealedFile: String) -> ScannedDocument {
    var editions: [(number: Int, file: EditionFile)] = []
    var attachments: [Attachment] = []
    for file in files {
      let name = Self.split(file.path).name
      if let number = isFolder ? EditionFile.number(name) : 1 {
        let path = "\(sealedFile)/edition-\(number).md"
        editions.append((number, EditionFile(.memory(file.bytes), displayPath: path, slug: id.slug)))
      } else if let type = AttachmentType(name: name) {
        attachments.append(Attachment(name: name, .memory(file.bytes), type: type))
      }
    }
    editions.sort { $0.number < $1.number }
    return ScannedDocument(
      id: id, editions: editions, attachments: attachments, sealedFile: sealedFile)
  }
}
