/// Text as the engine holds it: bytes of UTF-8, since `String` would make the browser's engine three times
/// as large.
let slash: UInt8 = 0x2F

// None of this is repeated where it is called: the browser's engine would be half as large again.
extension [UInt8] {
  @inline(never)
  init(_ text: StaticString) {
    self.init()
    append(text)
  }

  @inline(never)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  @inline(never)
  mutating func append(decimal number: Int) {
    if number < 0 {
      append(0x2D)
      return append(decimal: -number)
    }
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(number % 10))
  }

  /// Appends the two digits of a byte to base 16.
  @inline(never)
  mutating func append(hexadecimal byte: UInt8) {
    append(Self.hexadecimalDigit(byte >> 4))
    append(Self.hexadecimalDigit(byte & 15))
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// The bytes from a place to before another.
  @inline(never)
  func part(_ start: Int, _ end: Int) -> [UInt8] { [UInt8](self[start..<end]) }

  // MARK: Comparing

  @inline(never)
  static func == (one: [UInt8], other: StaticString) -> Bool {
    one.count == other.count && one.starts(with: other)
  }

  @inline(never)
  private func starts(with beginning: StaticString) -> Bool {
    for index in 0..<beginning.count where self[index] != beginning[index] { return false }
    return true
  }

  @inline(never)
  func isEqual(to other: [UInt8]) -> Bool { count == other.count && starts(with: other) }

  /// Whether it stands before the other text in the order of bytes.
  @inline(never)
  func isBefore(_ other: [UInt8]) -> Bool {
    let shared = Swift.min(count, other.count)
    var index = 0
    while index < shared {
      if self[index] != other[index] { return self[index] < other[index] }
      index += 1
    }
    return count < other.count
  }

  @inline(never)
  func starts(with beginning: [UInt8]) -> Bool {
    guard count >= beginning.count else { return false }
    var index = 0
    while index < beginning.count {
      if self[index] != beginning[index] { return false }
      index += 1
    }
    return true
  }

  /// The place of the first such byte from a place on, or the end.
  @inline(never)
  func place(of byte: UInt8, from start: Int = 0) -> Int {
    var place = start
    while place < count, self[place] != byte { place += 1 }
    return place
  }

  /// The number that it writes in at most nine digits.
  @inline(never)
  var decimal: Int? {
    guard count > 0, count <= 9 else { return nil }
    var number = 0
    for byte in self {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// How many characters of UTF-8 it has.
  @inline(never)
  var characterCount: Int {
    var count = 0
    for byte in self where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// With small letters of ASCII.
  @inline(never)
  var lowercased: [UInt8] {
    var text = self
    for index in 0..<text.count where text[index] &- 0x41 < 26 { text[index] |= 0x20 }
    return text
  }
}

extension [[UInt8]] {
  /// Whether it has just these texts from a place on.
  @inline(never)
  func has(_ texts: [[UInt8]], at place: Int) -> Bool {
    guard place + texts.count <= count else { return false }
    for index in 0..<texts.count where !self[place + index].isEqual(to: texts[index]) { return false }
    return true
  }

  /// The place of the last text that is not behind another, in an order of bytes; nil where it is before all.
  @inline(never)
  func place(of text: [UInt8]) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if text.isBefore(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? low - 1 : nil
  }
}
