package import FileSystem

/// A file beside an edition, public exactly when a public edition links to it.
package struct Attachment: Hashable, Sendable {
  package let name: String
  /// Where the file is on this machine.
  package let path: String
  package let type: AttachmentType

  package init(name: String, path: String, type: AttachmentType) {
    self.name = name
    self.path = path
    self.type = type
  }

  /// The largest attachment, in bytes.
  package static let sizeLimit = 64 << 20

  /// The bytes of the file; nil where there are too many.
  package func read() throws(FileError) -> [UInt8]? {
    try FileSystem.read(path, limit: Self.sizeLimit)
  }
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
