extension Bytes {
  /// Appends the text as a cell of RFC 4180: in quotation marks where it has to be, and otherwise as it is.
  package mutating func append(csv text: String) {
    var text = text
    text.withUTF8 { unsafe append(csv: $0) }
  }

  /// Appends the text as a cell of a table that people open in a spreadsheet: what that would take for a formula
  /// stands behind an apostrophe.
  package mutating func append(spreadsheetCell text: String) {
    append(csv: text.isFormulaInSpreadsheets ? "'" + text : text)
  }

  private mutating func append(csv cell: UnsafeBufferPointer<UInt8>) {
    guard unsafe cell.firstSpecialInCSV(from: 0) < cell.count else {
      unsafe append(contentsOf: cell)
      return
    }
    append(UInt8(ascii: "\""))
    unsafe append(doublingQuotationMarks: cell)
    append(UInt8(ascii: "\""))
  }

  private mutating func append(doublingQuotationMarks cell: UnsafeBufferPointer<UInt8>) {
    let mark = UInt8(ascii: "\"")
    var copied = 0
    while copied < cell.count {
      let index = unsafe cell.first(from: copied, mayHold: { $0.mayHold(mark) }, isSpecial: { $0 == mark })
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: cell[copied..<index]))
      if index < cell.count { append("\"\"") }
      copied = index + 1
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte for which a cell has to stand in quotation marks, or the end.
  fileprivate func firstSpecialInCSV(from start: Int) -> Int {
    unsafe first(from: start) { word in
      word.mayHold(UInt8(ascii: ",")) || word.mayHold(UInt8(ascii: "\"")) || word.mayHoldControl
    } isSpecial: { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
  }
}

extension String {
  /// Whether a spreadsheet would take the text for a formula, or for what begins after its first character.
  package var isFormulaInSpreadsheets: Bool {
    switch utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
