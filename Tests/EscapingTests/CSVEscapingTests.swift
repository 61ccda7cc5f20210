import Escaping
import Testing

@Suite struct `Text in CSV` {
  @Test(arguments: [
    ("", ""),
    ("Leeds", "Leeds"),
    (" Leeds ", " Leeds "),
    ("Leeds, Salford", "\"Leeds, Salford\""),
    ("say \"no\"", "\"say \"\"no\"\"\""),
    ("\"", "\"\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines\r", "\"two\r\nlines\r\""),
    ("a;b\tc'd", "a;b\tc'd"),
    ("é ’ 👍\u{2028}", "é ’ 👍\u{2028}"),
    ("=1+1", "=1+1"),
    ("=HYPERLINK(\"x\",\"y\")", "\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
  ])
  func `is one cell, in quotation marks where it has to be`(text: String, cell: String) {
    var bytes = Bytes()
    bytes.append(csv: text)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-5, or so", "\"'-5, or so\""), ("@x", "'@x"), ("+44", "'+44"), ("\rx", "\"'\rx\""),
    ("\tx", "'\tx"), ("Leeds", "Leeds"), ("'=1", "'=1"),
  ])
  func `is no formula in a table for spreadsheets`(text: String, cell: String) {
    var bytes = Bytes()
    bytes.append(spreadsheetCell: text)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  @Test(arguments: ["=1", "+44 113", "-", "@SUM(A1)", "\tx", "\rx"])
  func `may look like a formula to a spreadsheet`(text: String) {
    #expect(text.isFormulaInSpreadsheets)
  }

  @Test(arguments: ["", "Leeds", "– item", "−1", " =1", "1=1", "'=1", "\n=1"])
  func `is mostly none`(text: String) {
    #expect(!text.isFormulaInSpreadsheets)
  }
}
