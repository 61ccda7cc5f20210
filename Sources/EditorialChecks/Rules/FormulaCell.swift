import Diagnostics
import Escaping
import Model

extension EditorialRule {
  /// A text that begins as a formula does, which a spreadsheet that opens the data files would work out.
  ///
  /// Looked at is every text that becomes a cell: title, summary, reference and source, and the blocks of the
  /// text. Such texts are published as they are, in the page and in the data: a telephone number is none the
  /// worse for it.
  static let formulaCell = EditorialRule(
    "formula-cell", "a text begins with `=`, `+`, `-` or `@`, so that a spreadsheet takes it for a formula"
  ) { manuscript in
    let edition = manuscript.edition
    let frontMatter: [(FrontMatterKey, String?)] = [
      (FrontMatterKey("title"), edition.title), (FrontMatterKey("summary"), edition.summary),
      (FrontMatterKey("reference"), edition.reference),
      (FrontMatterKey("source", "url"), edition.source?.url),
    ]
    let facts = frontMatter.compactMap { key, words in words.flatMap { slip($0, at: .frontMatter(key)) } }
    let texts = manuscript.passages.compactMap { passage -> Slip? in
      guard case .text(let line, _) = passage.place, passage.kind != .address else { return nil }
      return slip(
        String(decoding: passage.bytes, as: UTF8.self), at: .line(line, allowed: passage.allowed))
    }
    return facts + texts
  }

  private static func slip(_ words: String, at place: Slip.Place) -> Slip? {
    guard words.isFormulaInSpreadsheets else { return nil }
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? words
    return Slip(
      at: place, "a spreadsheet takes \(quoting: line) for a formula; the data files hold it as it stands",
      expected: "a text that does not begin with =, +, -, @ or a tab")
  }
}
