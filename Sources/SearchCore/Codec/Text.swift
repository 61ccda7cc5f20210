/// Text as the engine holds it: bytes of UTF-8, since `String` would make the browser's engine three times
/// as large.
let slash: UInt8 = 0x2F

extension [UInt8] {
  init(_ text: StaticString) {
    self.init()
    append(text)
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  mutating func append(decimal number: Int) {
    if number < 0 {
      append(0x2D)
      return append(decimal: -number)
    }
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(number % 10))
  }

  /// Whether it stands before the other text in the order of bytes.
  func isBefore(_ other: [UInt8]) -> Bool {
    let shared = Swift.min(count, other.count)
    var index = 0
    while index < shared {
      if self[index] != other[index] { return self[index] < other[index] }
      index += 1
    }
    return count < other.count
  }

  func starts(with beginning: [UInt8]) -> Bool {
    count >= beginning.count && self[..<beginning.count].elementsEqual(beginning)
  }
}
