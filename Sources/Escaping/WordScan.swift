extension UnsafeBufferPointer<UInt8> {
  /// The place of the first special byte at or after an index, or the end.
  ///
  /// Eight bytes are looked at together: nearly all of a text is none of them.
  ///
  /// - Parameter mayHold: Whether one of the eight bytes of a word may be special; never false where one is.
  @inline(__always)
  func first(
    from start: Int, mayHold: (UInt64) -> Bool, isSpecial: (_ byte: UInt8) -> Bool
  ) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index < bytes.count {
      if index + 8 <= bytes.count {
        guard mayHold(unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else {
          index += 8
          continue
        }
      }
      let end = Swift.min(index + 8, bytes.count)
      while index < end {
        if isSpecial(unsafe bytes[index]) { return index }
        index += 1
      }
    }
    return bytes.count
  }
}

extension UInt64 {
  /// Whether one of the eight bytes may be that one; never false where it is.
  @inline(__always)
  func mayHold(_ byte: UInt8) -> Bool { holdsZero(self ^ ones &* UInt64(byte)) }

  /// Whether one of the eight bytes may be below 0x20; never false where one is.
  @inline(__always)
  var mayHoldControl: Bool { (self &- ones &* 0x20) & ~self & (ones << 7) != 0 }
}

let ones: UInt64 = 0x0101_0101_0101_0101

/// Whether one of the eight bytes may be zero; never false where one is.
@inline(__always)
func holdsZero(_ word: UInt64) -> Bool {
  (word &- ones) & ~word & (ones << 7) != 0
}
