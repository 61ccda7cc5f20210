/// The documents of a shard that have a form, and how much each has it.
///
/// Postings: a byte with the parameters of the two lists, four bits each; the documents, each less the one
/// before less 1; the weights, each less 1. A parameter of 15 says that there is no such list: every document
/// of the shard has the form; every weight is 1.
package final class Postings: Sendable {
  static let empty = Postings()

  /// Rising numbers of documents in the shard.
  let documents: [Int]
  /// How often the document has the form, the title and headings counted several times.
  let weights: [Int]

  private static let none = 15

  private init() {
    documents = []
    weights = []
  }

  /// Nil where they are damaged.
  init?(reading bytes: [UInt8], _ range: Range<Int>, count: Int, shardSize: Int) {
    guard count <= shardSize else { return nil }
    var reader = BitReader(bytes, range)
    let gaps = reader.parameter()
    let weightsLess1 = reader.parameter()
    guard gaps.bits != Self.none || count == shardSize else { return nil }
    var documents: [Int] = []
    var last: UInt32 = 0
    while documents.count < count {
      last &+= (gaps.bits == Self.none ? 0 : reader.rice(gaps)) &+ 1
      guard last <= shardSize else { return nil }
      documents.append(Int(last) - 1)
    }
    var weights = [Int](repeating: 1, count: count)
    if weightsLess1.bits != Self.none {
      for index in 0..<count { weights[index] = Int(reader.rice(weightsLess1) & 0xFFFF) + 1 }
    }
    guard !reader.isDamaged else { return nil }
    self.documents = documents
    self.weights = weights
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
