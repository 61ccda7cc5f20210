import Diagnostics
import Model

/// A document as its files lie in the content, not yet read.
struct ScannedDocument: Sendable {
  let id: DocumentID
  let editions: [(number: Int, file: EditionFile)]
  let attachments: [Attachment]
  /// The sealed file that it came from; nil where it lies open.
  var sealedFile: String?

  /// What documents are put in order by: their ids, then where they lie.
  var order: (DocumentID, String) { (id, editions.first?.file.displayPath ?? "") }
}

/// A file that holds an edition.
struct EditionFile: Sendable {
  let storage: FileStorage
  let displayPath: String
  /// What is wrong with its place or name.
  var problems: [Diagnostic] = []
}

extension EditionFile {
  /// The file of an edition of a document with that slug.
  ///
  /// - Parameter isNameValid: Whether the name from which the slug was taken is UTF-8.
  init(_ storage: FileStorage, displayPath: String, slug: String, isNameValid: Bool = true) {
    self.init(storage: storage, displayPath: displayPath)
    if !isNameValid || !Slug.isID(slug) {
      problems.append(
        Diagnostic(
          .error, "slug", at: Place(file: displayPath), "\(quoting: slug) is no slug",
          expected: "\(Slug.form)", suggestion: Self.slug(like: slug)))
    } else if Slug.isReserved(slug) {
      problems.append(
        Diagnostic(
          .error, "slug", at: Place(file: displayPath), "\(quoting: slug) is the address of a listing",
          expected: "a slug other than page, editions, feed, index or four digits"))
    }
  }

  /// The nearest slug to a name.
  private static func slug(like name: String) -> String? {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-")
    return Slug.isID(slug) && !Slug.isReserved(slug) ? slug : nil
  }

  /// The number in `edition-2.md`.
  static func number(_ name: String) -> Int? {
    guard name.hasPrefix("edition-"), name.hasSuffix(".md") else { return nil }
    let digits = name.dropFirst(8).dropLast(3)
    guard let number = Int(digits), number > 0, String(number) == digits, number < 1000 else { return nil }
    return number
  }
}
