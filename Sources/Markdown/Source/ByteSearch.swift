import Escaping
import Glibc

// The C library finds a byte in a long text some twenty times faster than a loop does.

extension Bytes {
  /// The first place of a byte at or after an index.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0 && start <= count, "a place in the bytes")
    return unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  func contains(_ byte: UInt8, then follower: UInt8) -> Bool {
    var start = 0
    while let index = firstIndex(of: byte, from: start) {
      if index + 1 < count, self[index + 1] == follower { return true }
      start = index + 1
    }
    return false
  }

  /// The first place, at or after an index, of a byte for which the table of 256 says yes, or the end.
  func firstIndex(in table: [Bool], from start: Int) -> Int {
    precondition(table.count == 256 && start >= 0, "a table of all bytes")
    return unsafe withUnsafeBufferPointer { bytes in
      unsafe table.withUnsafeBufferPointer { table in
        var index = start
        while index < bytes.count, unsafe !table[Int(bytes[index])] { index += 1 }
        return index
      }
    }
  }

  /// The place, at or after an index, where the next control or byte beyond ASCII may be, or the end: eight
  /// bytes with none of them are passed over at a time.
  func endOfPrintableASCII(from start: Int) -> Int {
    let width = MemoryLayout<UInt64>.size
    return unsafe withUnsafeBytes { buffer in
      var index = start
      while index + width <= buffer.count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word.holdsByteBeyondPrintableASCII { break }
        index += width
      }
      return index
    }
  }
}

extension UInt64 {
  /// Whether one of the eight bytes is a control or beyond ASCII; now and then said of another word, too.
  fileprivate var holdsByteBeyondPrintableASCII: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones << 7
    let belowSpace = (self &- ones &* 0x20) & ~self
    let fromDelete = self &+ ones
    return (self | belowSpace | fromDelete) & highBits != 0
  }
}
