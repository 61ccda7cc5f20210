import Escaping

/// The text form of keys (BIP 173): a prefix, `1`, and data in 32 characters with a checksum that finds any slip of
/// up to four of them.
struct Bech32 {
  let prefix: String
  let bytes: Bytes

  private static let characters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let checksumLength = 6

  /// Reads text in lower case; nil where it is none, or its checksum is wrong.
  init?(_ text: String) {
    let text = Bytes(text.utf8)
    guard let one = text.lastIndex(of: UInt8(ascii: "1")), one > 0,
      text[..<one].allSatisfy({ (0x21...0x7E).contains($0) && !(0x41...0x5A).contains($0) })
    else { return nil }
    let values = text[(one + 1)...].compactMap { Self.characters.firstIndex(of: $0) }
    guard values.count == text.count - one - 1, values.count >= Self.checksumLength,
      Self.checksum(of: text[..<one], values) == 1,
      let bytes = Self.bytes(of: values.dropLast(Self.checksumLength))
    else { return nil }
    prefix = String(decoding: text[..<one], as: UTF8.self)
    self.bytes = bytes
  }

  /// The remainder of the text as a polynomial; 1 where nothing is wrong.
  private static func checksum(of prefix: ArraySlice<UInt8>, _ values: [Int]) -> Int {
    let generator = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    let all = prefix.map { Int($0 >> 5) } + [0] + prefix.map { Int($0 & 31) } + values
    return all.reduce(1) { sum, value in
      let shifted = (sum & 0x1FF_FFFF) << 5 ^ value
      return generator.enumerated().reduce(shifted) { $1.offset.isSet(in: sum >> 25) ? $0 ^ $1.element : $0 }
    }
  }

  /// The bytes of values of five bits each; nil where bits are left over that are not zero.
  private static func bytes(of values: ArraySlice<Int>) -> Bytes? {
    var bytes = Bytes()
    var (bits, count) = (0, 0)
    for value in values {
      (bits, count) = (bits << 5 | value, count + 5)
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(bits >> count))
      bits &= (1 << count) - 1
    }
    return count < 5 && bits == 0 ? bytes : nil
  }
}

extension Int {
  /// Whether the bit of that number is set.
  fileprivate func isSet(in bits: Int) -> Bool { bits >> self & 1 == 1 }
}
