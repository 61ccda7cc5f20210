import Escaping
import Model
import Zip

/// What the properties of an attachment tell of the people who wrote it.
struct PersonalTraces {
  enum Kind: Hashable, CaseIterable {
    case author, lastEditor, trackedChanges, comments
  }

  private(set) var kinds: Set<Kind> = []
  /// What the file says of itself could not be read.
  private(set) var isUnreadable = false

  /// Looks at a file; files of other types have no properties that are known here.
  ///
  /// - Parameter organisations: Names in lower case that are no person's.
  init(of bytes: Bytes, type: AttachmentType, organisations: Set<String>) {
    switch type {
    case .pdf:
      if PDFProperties.authors(in: bytes).contains(where: { Self.isPerson($0, organisations) }) {
        kinds.insert(.author)
      }
    case .docx, .xlsx, .odt, .ods:
      guard let document = ZipFile.read(bytes, { OfficeProperties(of: $0, type: type) }) else {
        isUnreadable = true
        return
      }
      if document.authors.contains(where: { Self.isPerson($0, organisations) }) { kinds.insert(.author) }
      if document.editors.contains(where: { Self.isPerson($0, organisations) }) { kinds.insert(.lastEditor) }
      if document.hasTrackedChanges { kinds.insert(.trackedChanges) }
      if document.hasComments { kinds.insert(.comments) }
    case .csv, .txt, .png, .jpeg, .jpg, .webp: break
    }
  }

  private static func isPerson(_ name: String, _ organisations: Set<String>) -> Bool {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return !name.isEmpty && !organisations.contains(name)
  }
}
