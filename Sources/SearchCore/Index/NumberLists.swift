/// Lists of rising numbers one after the other: the passages of each document of a form, or the positions in each
/// of those passages.
///
/// Part of a list: a byte with two parameters of four bits; for each document or passage how many numbers it has
/// less 1, and the numbers, each less the one before less 1.
struct NumberLists {
  /// The places in `numbers` where each list begins, and the end.
  private(set) var starts = [0]
  private(set) var numbers: [Int] = []

  /// Adds so many lists from a part in a block, and returns whether it has them.
  @inline(never)
  mutating func add(_ count: Int, _ part: BlockPart, of block: [UInt8]) -> Bool {
    guard var reader = ByteReader.bits(of: part, in: block) else { return false }
    let counts = reader.parameter()
    let gaps = reader.parameter()
    for _ in 0..<count {
      var rest = reader.rice(counts) &+ 1
      var last: UInt32 = 0
      while rest > 0 {
        last &+= reader.rice(gaps) &+ 1
        guard !reader.isDamaged, last <= PassageSet.mostInDocument else { return false }
        numbers.append(Int(last) - 1)
        rest -= 1
      }
      starts.append(numbers.count)
    }
    return true
  }
}

/// In which passages of its documents a form is, as the index has it.
package enum PassageList {
  /// A part of a list: `NumberLists`.
  ///
  /// - Parameters:
  ///   - counts: The number of passages of each document less 1.
  ///   - gaps: The passages of each document, each less the one before less 1.
  package static func written(counts: [UInt32], gaps: [UInt32]) -> [UInt8] { BitWriter.lists(counts, gaps) }
}

/// Where in those passages a form stands, as the index has it.
package enum PositionList {
  /// A part of a list: `NumberLists`.
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
