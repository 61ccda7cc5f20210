import Escaping
import Model
import Zip

/// What a document of an office program says of itself: Office Open XML (ECMA-376) and OpenDocument (ISO 26300).
///
/// Names are looked for in `docProps/core.xml` and `docProps/app.xml`, or in `meta.xml`; tracked changes and
/// comments in the parts that hold the text, or as parts of their own.
struct OfficeProperties {
  private(set) var authors: [String] = []
  private(set) var editors: [String] = []
  private(set) var hasTrackedChanges = false
  private(set) var hasComments = false

  /// The most of a part with properties, and of one with text, that is looked through.
  private static let propertiesLimit = 1 << 20
  private static let textLimit = 256 << 20

  init(of file: borrowing ZipFile, type: AttachmentType) {
    switch type {
    case .odt, .ods: readOpenDocument(file)
    case .docx: readWord(file)
    default: readSpreadsheet(file)
    }
  }

  private mutating func readOpenDocument(_ file: borrowing ZipFile) {
    let meta = XMLElements(in: file.bytes(of: "meta.xml", limit: Self.propertiesLimit))
    authors = meta.texts(of: ["initial-creator"])
    editors = meta.texts(of: ["creator", "printed-by"])
    hasTrackedChanges = Self.holds(
      [
        "<text:changed-region", "<table:cell-content-change", "<table:insertion", "<table:deletion",
        "<table:movement",
      ], "content.xml", of: file)
    hasComments = Self.holds(["<office:annotation"], "content.xml", of: file)
  }

  private mutating func readWord(_ file: borrowing ZipFile) {
    readOpenXML(file)
    let changes: [StaticString] = [
      "<w:ins ", "<w:del ", "<w:moveFrom ", "<w:moveTo ", "<w:rPrChange ", "<w:pPrChange ",
    ]
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] where !hasTrackedChanges {
      hasTrackedChanges = Self.holds(changes, part, of: file)
    }
    hasComments = Self.holds(["<w:comment "], "word/comments.xml", of: file)
  }

  private mutating func readSpreadsheet(_ file: borrowing ZipFile) {
    readOpenXML(file)
    hasTrackedChanges = file.contains("xl/revisions/revisionHeaders.xml")
  }

  private mutating func readOpenXML(_ file: borrowing ZipFile) {
    let core = XMLElements(in: file.bytes(of: "docProps/core.xml", limit: Self.propertiesLimit))
    authors = core.texts(of: ["creator"])
    editors = core.texts(of: ["lastModifiedBy"])
    authors += XMLElements(in: file.bytes(of: "docProps/app.xml", limit: Self.propertiesLimit))
      .texts(of: ["Manager"])
  }

  /// Whether one of the beginnings of elements stands in a part.
  private static func holds(_ beginnings: [StaticString], _ part: String, of file: borrowing ZipFile) -> Bool
  {
    let beginnings = beginnings.map { Bytes($0.description.utf8) }
    let longest = beginnings.map(\.count).max() ?? 0
    var rest = Bytes()
    var isFound = false
    file.forEachPiece(of: part, limit: textLimit) { piece in
      rest += piece
      isFound = rest.holds(anyOf: beginnings)
      rest.removeFirst(max(0, rest.count - longest))
      return !isFound
    }
    return isFound
  }
}

extension Bytes {
  /// Whether one of the beginnings of elements stands in the bytes.
  fileprivate func holds(anyOf beginnings: [Bytes]) -> Bool {
    var position = startIndex
    while let bracket = self[position...].firstIndex(of: UInt8(ascii: "<")) {
      if beginnings.contains(where: { self[bracket...].starts(with: $0) }) { return true }
      position = bracket + 1
    }
    return false
  }
}
