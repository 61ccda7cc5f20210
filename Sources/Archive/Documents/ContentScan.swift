import Diagnostics
import FileSystem
import Model

/// Walks the folders of the content and says what each file is; nothing is passed over in silence.
struct ContentScan {
  private(set) var documents: [ScannedDocument] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let content: ContentFolder

  private static let lists = [
    "archive.yml", "inspectorates.yml", "programmes.yml", "themes.yml", "areas.yml", "agencies.yml",
    "glossary.yml", "recipients.yml", "bank-holidays.json",
  ]
  /// Files about the content, for the people who keep it.
  private static let companions = ["README.md", "LICENSE", "LICENSE.md", "packs.jsonl"]
  /// How deep the folders for order may lie in each other.
  static let deepest = 8

  /// Scans the folder; an error where it cannot be listed.
  init(_ content: ContentFolder) throws(FileError) {
    self.content = content
    for entry in try FileSystem.entries(of: content.path) where !entry.name.hasPrefix(".") {
      switch entry.kind {
      case .folder where DocumentCollection(rawValue: entry.name) != nil:
        let collection = DocumentCollection(rawValue: entry.name) ?? .pages
        try scan(entry.name, of: collection, depth: 1)
      case .folder where entry.name == SealedFolder.name: break
      case .file where Self.lists.contains(entry.name) || Self.companions.contains(entry.name): break
      case .link where Self.lists.contains(entry.name):
        report(
          .error, "symbolic-link", entry.name, "this list is a symbolic link", expected: "the file itself")
      default: reportUnexpected(entry)
      }
    }
  }

  private mutating func reportUnexpected(_ entry: FileSystem.Entry) {
    let known = entry.kind == .folder ? DocumentCollection.allCases.map(\.rawValue) : Self.lists
    report(
      .error, "unexpected-file", entry.name, "this is no part of the content",
      expected: "one of \(known.joined(separator: ", "))",
      suggestion: nearMiss(for: entry.name, among: known))
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ rule: String, _ path: String, _ message: Message,
    expected: Message? = nil, suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, rule, at: Place(file: content.displayPath(path)), message, expected: expected,
        suggestion: suggestion))
  }

  // MARK: Folders for order

  private mutating func scan(
    _ folder: String, of collection: DocumentCollection, depth: Int
  ) throws(FileError) {
    guard depth <= Self.deepest else {
      report(.error, "nesting-too-deep", folder, "the folders lie too deep in each other")
      return
    }
    let entries = try FileSystem.entries(of: content.displayPath(folder))
    if depth > 1, entries.contains(where: { EditionFile.number($0.name) != nil }) {
      scanDocument(folder, of: collection, entries: entries)
      return
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = folder + "/" + entry.name
      switch entry.kind {
      case .folder where !entry.isNameValid:
        report(
          .error, "invalid-utf8", path, "the name of this folder is not UTF-8", expected: "a name in UTF-8")
      case .folder: try scan(path, of: collection, depth: depth + 1)
      case .link: reportLink(path)
      case .file where entry.name.hasSuffix(".md"):
        let slug = String(entry.name.dropLast(3))
        let place = content.displayPath(path)
        let file = EditionFile(
          .file(path: place), displayPath: place, slug: slug, isNameValid: entry.isNameValid)
        documents.append(
          ScannedDocument(id: DocumentID(collection, slug), editions: [(1, file)], attachments: []))
      case .file where depth > 1 && AttachmentType(name: entry.name) != nil:
        report(
          .warning, "unexpected-file", path, "this file belongs to no document",
          expected: "attachments beside edition-1.md in the folder of their document")
      default:
        report(.warning, "unexpected-file", path, "this is no document", expected: "files ending in .md")
      }
    }
  }

  private mutating func reportLink(_ path: String) {
    report(
      .error, "symbolic-link", path, "this is a symbolic link",
      expected: "the file itself; only an attachment may be a link, to a file in its own folder")
  }

  // MARK: Document folders

  private mutating func scanDocument(
    _ folder: String, of collection: DocumentCollection, entries: [FileSystem.Entry]
  ) {
    let slug = String(folder[folder.index(after: folder.lastIndex(of: "/") ?? folder.startIndex)...])
    var editions: [(number: Int, file: EditionFile)] = []
    var attachments: [Attachment] = []
    var problems: [Diagnostic] = []
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = folder + "/" + entry.name
      if let number = EditionFile.number(entry.name), entry.kind == .file {
        let place = content.displayPath(path)
        editions.append((number, EditionFile(.file(path: place), displayPath: place, slug: slug)))
        continue
      }
      do {
        attachments.append(try attachment(entry, in: folder))
      } catch {
        problems.append(error.diagnostic)
      }
    }
    editions.sort { $0.number < $1.number }
    guard !editions.isEmpty else {
      diagnostics += problems
      return
    }
    // A file that is no attachment stops nothing by lying there: an edition that links to it has an error.
    // What may be meant to deceive is an error of the latest edition, which may still be to come.
    diagnostics += problems.filter { $0.severity == .warning }
    editions[editions.count - 1].file.problems += problems.filter { $0.severity == .error }
    documents.append(
      ScannedDocument(id: DocumentID(collection, slug), editions: editions, attachments: attachments))
  }

  /// Why a file beside an edition is no attachment.
  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private func attachment(
    _ entry: FileSystem.Entry, in folder: String
  ) throws(Refusal) -> Attachment {
    let path = content.displayPath(folder + "/" + entry.name)
    func refusal(
      _ rule: String, _ message: Message, expected: Message, _ severity: Diagnostic.Severity = .warning
    ) -> Refusal {
      Refusal(diagnostic: Diagnostic(severity, rule, at: Place(file: path), message, expected: expected))
    }
    if entry.name.hasPrefix("edition-"), entry.name.hasSuffix(".md") {
      throw refusal(
        "unexpected-file", "this is no edition", expected: "a file named edition-1.md, edition-2.md, …",
        .error)
    }
    guard entry.kind != .folder, !entry.name.hasSuffix(".md") else {
      throw refusal(
        "unexpected-file", "this is no part of the document",
        expected: "edition-1.md, edition-2.md, … and attachments")
    }
    guard let type = AttachmentType(name: entry.name) else {
      throw refusal(
        "attachment-type", "a file of this type cannot be published", expected: "\(AttachmentType.names)")
    }
    guard entry.isNameValid, entry.name.utf8.allSatisfy(Address.isNameByte) else {
      throw refusal(
        "attachment-name", "the name cannot stand in an address",
        expected: "letters, digits, hyphens, underscores and dots")
    }
    guard let target = Self.file(at: path, in: content.displayPath(folder)) else {
      throw refusal(
        "symbolic-link", "this leads to no attachment in the folder of the document",
        expected: "a file, or a symbolic link to another attachment of the document", .error)
    }
    return Attachment(name: entry.name, .file(path: target), type: type)
  }

  /// The path of a regular file, a symbolic link followed as long as it leads to an attachment in the
  /// folder: not to an edition, which has an embargo of its own.
  private static func file(at path: String, in folder: String) -> String? {
    switch FileSystem.kind(of: path) {
    case .file: return path
    case .link:
      guard let target = FileSystem.resolved(path), let folder = FileSystem.resolved(folder),
        target.hasPrefix(folder + "/"), FileSystem.kind(of: target) == .file,
        AttachmentType(name: target) != nil
      else { return nil }
      return target
    default: return nil
    }
  }
}
