import Diagnostics
import Escaping
import Model

extension EditorialRule {
  /// A text that begins as a formula does, which a spreadsheet that opens the data files would work out.
  ///
  /// Such texts are published as they are, in the page and in the data: a telephone number is none the worse
  /// for it.
  static let formulaCell = EditorialRule(
    "formula-cell", "a text begins with `=`, `+`, `-` or `@`, so that a spreadsheet takes it for a formula"
  ) { manuscript in
    manuscript.passages.compactMap { passage in
      let words = String(decoding: passage.bytes, as: UTF8.self)
      guard words.isFormulaInSpreadsheets, let place = Slip.Place(beginningOf: passage) else { return nil }
      return Slip(
        at: place, "a spreadsheet takes \(quoting: words) for a formula; the data files hold it as it stands",
        expected: "a text that does not begin with =, +, -, @ or a tab")
    }
  }
}

extension Slip.Place {
  /// The place of a passage that has cells of its own in the data files, nil for any other.
  fileprivate init?(beginningOf passage: Passage) {
    switch passage.place {
    case .text(let line, _):
      guard passage.kind != .address else { return nil }
      self = .line(line, allowed: passage.allowed)
    case .frontMatter(let key):
      guard ["title", "summary"].contains(key.key) else { return nil }
      self = .frontMatter(key)
    }
  }
}
