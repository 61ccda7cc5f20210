package import Escaping
package import FileSystem

/// A file beside an edition, public exactly when a public edition links to it.
package struct Attachment: Hashable, Sendable {
  /// The name of the file, as it stands in its address.
  package let name: String
  package let type: AttachmentType
  private let storage: FileStorage

  package init(name: String, _ storage: FileStorage, type: AttachmentType) {
    self.name = name
    self.storage = storage
    self.type = type
  }

  /// The largest attachment, in bytes.
  package static let sizeLimit = 64 << 20

  /// The bytes of the file; nil where there are too many.
  package func read() throws(FileError) -> Bytes? { try storage.read(limit: Self.sizeLimit) }
}

/// The kinds of file that an edition may link to; the raw value is the ending of the name.
package enum AttachmentType: String, CaseIterable, Sendable {
  case pdf, csv, ods, xlsx, docx, odt, txt, png, jpeg, jpg, webp

  /// The type of a file by the ending of its name, whatever its letter case.
  package init?(name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }

  /// The name that readers know.
  package var label: String {
    switch self {
    case .jpg, .jpeg: "JPEG"
    case .webp: "WebP"
    default: rawValue.uppercased()
    }
  }

  package static let names = "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
}
