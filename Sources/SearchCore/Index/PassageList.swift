/// In which passages of its documents a form is.
///
/// Part of a list: a byte with two parameters of four bits; for each document the number of passages less 1,
/// and the passages, each less the one before less 1.
package struct PassageList: Sendable {
  /// The places in `passages` where each document begins, and the end.
  package private(set) var starts = [0]
  /// Rising numbers of passages in the document.
  package private(set) var passages: [Int] = []

  package init() {}

  /// The passages of a document.
  package func passages(of posting: Int) -> ArraySlice<Int> {
    passages[starts[posting]..<starts[posting + 1]]
  }

  /// Adds the next part of the list.
  mutating func add(_ part: BlockTable.Part, of block: Block) throws(IndexError) {
    let range = try block.range(ofPart: part.position)
    let parameters = block.bytes[range.lowerBound]
    let counts = RiceParameter(bits: Int(parameters & 15))
    let gaps = RiceParameter(bits: Int(parameters >> 4))
    var reader = BitReader(block.bytes, range.dropFirst())
    for _ in part.postings {
      var last = -1
      for _ in 0...reader.rice(counts) {
        last += Int(reader.rice(gaps)) + 1
        passages.append(last)
        guard !reader.isDamaged else { throw .damaged }
      }
      starts.append(passages.count)
    }
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
package struct PositionList: Sendable {
  /// The positions of each passage, in the order of the list.
  package private(set) var positions: [[Int]] = []

  /// Reads a part of a list, whose documents have so many passages in all.
  init(_ part: BlockTable.Part, of block: Block, passageCount: Int) throws(IndexError) {
    let range = try block.range(ofPart: part.position)
    let parameters = block.bytes[range.lowerBound]
    let counts = RiceParameter(bits: Int(parameters & 15))
    let gaps = RiceParameter(bits: Int(parameters >> 4))
    var reader = BitReader(block.bytes, range.dropFirst())
    positions.reserveCapacity(passageCount)
    for _ in 0..<passageCount {
      var list: [Int] = []
      var last = -1
      for _ in 0...reader.rice(counts) {
        last += Int(reader.rice(gaps)) + 1
        list.append(last)
        guard !reader.isDamaged else { throw .damaged }
      }
      positions.append(list)
    }
  }

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
