/// The documents of a shard that have a form, and how much each has it.
///
/// Postings: a byte with the parameters of the two lists, four bits each; the documents, each less the one
/// before less 1; the weights, each less 1. A parameter of 15 says that there is no such list: every document
/// of the shard has the form; every weight is 1.
package struct Postings: Sendable {
  /// Rising numbers of documents in the shard.
  package let documents: [UInt16]
  /// How often the document has the form, the title and headings counted several times.
  package let weights: [UInt16]

  private static let none = 15

  init(reading bytes: [UInt8], _ range: Range<Int>, count: Int, shardSize: Int) throws(IndexError) {
    guard let first = range.first, count <= shardSize else { throw .damaged }
    let parameters = (documents: Int(bytes[first] & 15), weights: Int(bytes[first] >> 4))
    var reader = BitReader(bytes, range.dropFirst())
    if parameters.documents == Self.none {
      guard count == shardSize else { throw .damaged }
      documents = (0..<count).map { UInt16(truncatingIfNeeded: $0) }
    } else {
      documents = try reader.rising(count, RiceParameter(bits: parameters.documents), below: shardSize)
    }
    if parameters.weights == Self.none {
      weights = [UInt16](repeating: 1, count: count)
    } else {
      let parameter = RiceParameter(bits: parameters.weights)
      var weights: [UInt16] = []
      weights.reserveCapacity(count)
      for _ in 0..<count { weights.append(UInt16(truncatingIfNeeded: reader.rice(parameter) + 1)) }
      self.weights = weights
    }
    guard !reader.isDamaged else { throw .damaged }
  }

  /// The postings as the index has them.
  ///
  /// - Parameters:
  ///   - gaps: The documents, each less the one before less 1.
  ///   - weights: Their weights less 1.
  package static func written(gaps: [UInt32], weights: [UInt32], shardSize: Int) -> [UInt8] {
    let documentParameter = gaps.count == shardSize ? nil : RiceParameter(for: gaps, below: none)
    let weightParameter = weights.allSatisfy { $0 == 0 } ? nil : RiceParameter(for: weights, below: none)
    var bits = BitWriter()
    bits.write(UInt32(documentParameter?.bits ?? none), bits: 4)
    bits.write(UInt32(weightParameter?.bits ?? none), bits: 4)
    if let documentParameter { for gap in gaps { bits.write(rice: gap, documentParameter) } }
    if let weightParameter { for weight in weights { bits.write(rice: weight, weightParameter) } }
    return bits.finished()
  }
}

extension BitReader {
  /// A list of rising numbers, each written less the one before less 1.
  mutating func rising(
    _ count: Int, _ parameter: RiceParameter, below limit: Int
  ) throws(IndexError) -> [UInt16] {
    var numbers: [UInt16] = []
    numbers.reserveCapacity(count)
    var last = -1
    for _ in 0..<count {
      last += Int(rice(parameter)) + 1
      guard last < limit, !isDamaged else { throw .damaged }
      numbers.append(UInt16(truncatingIfNeeded: last))
    }
    return numbers
  }
}
