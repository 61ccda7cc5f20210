/// The output of the renderer while it grows: UTF-8, appended to and written out once.
package typealias Bytes = [UInt8]

extension Bytes {
  /// Appends the text as UTF-8, as it stands.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends the text as UTF-8, as it stands: the caller knows that it needs no escape.
  package mutating func append(verbatim text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends the number in decimal digits.
  package mutating func append(decimal number: Int) {
    guard (0..<1000).contains(number) else {
      append(contentsOf: String(number).utf8)
      return
    }
    if number >= 100 { append(digit: number / 100) }
    if number >= 10 { append(digit: number / 10 % 10) }
    append(digit: number % 10)
  }

  private mutating func append(digit: Int) { append(UInt8(ascii: "0") + UInt8(digit)) }

  /// Appends the bytes with each special one replaced.
  ///
  /// Runs without a special byte are copied whole, since nearly all of a text is such a run.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, replacing special: (UInt8) -> StaticString?
  ) {
    var copied = 0
    for index in bytes.indices {
      guard let replacement = special(unsafe bytes[index]) else { continue }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
      append(replacement)
      copied = index + 1
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
  }

  /// Appends the text with each special byte replaced.
  mutating func append(_ text: String, replacing special: (UInt8) -> StaticString?) {
    var text = text
    text.withUTF8 { unsafe append($0, replacing: special) }
  }
}
