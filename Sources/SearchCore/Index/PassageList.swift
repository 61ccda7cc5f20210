/// In which passages of its documents a form is.
///
/// Part of a list: a byte with two parameters of four bits; for each document the number of passages less 1,
/// and the passages, each less the one before less 1.
package struct PassageList: Sendable {
  /// The places in `passages` where each document begins, and the end.
  private(set) var starts = [0]
  /// Rising numbers of passages in the document.
  private(set) var passages: [Int] = []

  /// Adds the next part of the list, and returns whether it is whole.
  mutating func add(_ part: BlockPart, of block: [UInt8]) -> Bool {
    guard var reader = ByteReader.bits(of: part, in: block) else { return false }
    let counts = reader.parameter()
    let gaps = reader.parameter()
    for _ in part.start..<part.end {
      var rest = reader.rice(counts) &+ 1
      var last: UInt32 = 0
      while rest > 0 {
        last &+= reader.rice(gaps) &+ 1
        guard !reader.isDamaged, last <= PassageSet.mostInDocument else { return false }
        passages.append(Int(last) - 1)
        rest -= 1
      }
      starts.append(passages.count)
    }
    return true
  }

  /// A part of a list as the index has it.
  ///
  /// - Parameters:
  ///   - counts: The number of passages of each document less 1.
  ///   - gaps: The passages of each document, each less the one before less 1.
  package static func written(counts: [UInt32], gaps: [UInt32]) -> [UInt8] { BitWriter.lists(counts, gaps) }
}

/// Where in the passages of a part of a list a form stands.
///
/// Part of a list: a byte with two parameters of four bits; for each passage of each document the number of
/// positions less 1, and the positions, each less the one before less 1.
package enum PositionList {
  /// A part of a list as the index has it.
  ///
  /// - Parameters:
  ///   - counts: The number of positions in each passage less 1.
  ///   - gaps: The positions in each passage, each less the one before less 1.
  package static func written(counts: [UInt32], gaps: [UInt32]) -> [UInt8] { BitWriter.lists(counts, gaps) }
}

extension BitWriter {
  /// Two parameters, then for each count the count itself and as many gaps and one.
  fileprivate static func lists(_ counts: [UInt32], _ gaps: [UInt32]) -> [UInt8] {
    let countParameter = RiceParameter(for: counts)
    let gapParameter = RiceParameter(for: gaps)
    var bits = BitWriter()
    bits.write(UInt32(countParameter.bits), bits: 4)
    bits.write(UInt32(gapParameter.bits), bits: 4)
    var next = 0
    for count in counts {
      bits.write(rice: count, countParameter)
      let end = next + Int(count) + 1
      while next < end {
        bits.write(rice: gaps[next], gapParameter)
        next += 1
      }
    }
    return bits.finished()
  }
}
