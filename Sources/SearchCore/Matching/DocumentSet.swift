/// Some of the documents of an index.
struct DocumentSet {
  /// 1 for each document that is in it, else 0.
  private var flags: [UInt8]

  init(of size: Int, all: Bool = false) {
    flags = [UInt8](repeating: all ? 1 : 0, count: size)
  }

  var isEmpty: Bool { count == 0 }

  var count: Int {
    var count = 0
    for flag in flags { count += Int(flag) }
    return count
  }

  func contains(_ document: Int) -> Bool { flags[document] > 0 }
  mutating func insert(_ document: Int) { flags[document] = 1 }

  @inline(never)
  mutating func formIntersection(_ other: DocumentSet) {
    for document in 0..<flags.count { flags[document] &= other.flags[document] }
  }

  @inline(never)
  mutating func formUnion(_ other: DocumentSet) {
    for document in 0..<flags.count { flags[document] |= other.flags[document] }
  }

  @inline(never)
  mutating func subtract(_ other: DocumentSet) {
    for document in 0..<flags.count { flags[document] &= ~other.flags[document] }
  }
}
