/// Reads the parts of a piece of the index that stand on whole bytes.
///
/// What would lie beyond the end reads as nothing and sets `isDamaged`, so that a broken piece is found out
/// at the end of a list and never read past.
package struct ByteReader {
  private let bytes: [UInt8]
  package private(set) var position: Int
  private let end: Int
  /// Whether something was read that is not there.
  package private(set) var isDamaged = false

  package init(_ bytes: [UInt8]) {
    self.init(bytes, 0..<bytes.count)
  }

  /// Reads a part of the bytes.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  package var isAtEnd: Bool { position >= end }

  package mutating func byte() -> UInt8 {
    guard position < end else {
      isDamaged = true
      return 0
    }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number of at most 31 bits.
  @inline(never)
  package mutating func number() -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 35 {
      let next = byte()
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80, number <= Int32.max { return Int(number) }
      shift += 7
    }
    isDamaged = true
    return 0
  }

  /// The place of so many bytes, which are stepped over; none where there are not as many.
  @inline(never)
  package mutating func range(_ count: Int) -> Range<Int> {
    guard count <= end - position else {
      isDamaged = true
      position = end
      return end..<end
    }
    defer { position += count }
    return position..<position + count
  }

  @inline(never)
  package mutating func raw(_ count: Int) -> [UInt8] { [UInt8](bytes[range(count)]) }

  /// How many bytes there are, and the bytes.
  @inline(never)
  package mutating func text() -> [UInt8] { raw(number()) }

  /// How many texts there are, and the texts.
  @inline(never)
  mutating func texts() -> [[UInt8]] { texts(number()) }

  /// So many texts.
  @inline(never)
  mutating func texts(_ count: Int) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    while texts.count < count, !isDamaged { texts.append(text()) }
    return texts
  }

  /// How many bytes a text shares with the beginning of another, and the rest of it.
  @inline(never)
  mutating func text(sharing other: [UInt8]) -> [UInt8] {
    let shared = number()
    guard shared <= other.count else {
      isDamaged = true
      return []
    }
    return other.part(0, shared) + text()
  }

  package mutating func fixed() -> UInt32 {
    var number: UInt32 = 0
    for shift in stride(from: UInt32(0), to: 32, by: 8) { number |= UInt32(byte()) << shift }
    return number
  }
}
