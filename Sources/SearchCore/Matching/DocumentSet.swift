/// Some of the documents of a shard.
struct DocumentSet: Sendable {
  private var bits: [UInt64]
  /// How many documents the shard has.
  let size: Int

  init(none size: Int) {
    self.size = size
    bits = [UInt64](repeating: 0, count: (size + 63) / 64)
  }

  init(all size: Int) {
    self.init(none: size)
    for index in bits.indices { bits[index] = ~0 }
    if size % 64 > 0 { bits[bits.count - 1] = (1 << UInt64(size % 64)) - 1 }
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

  func contains(_ document: Int) -> Bool { bits[document >> 6] >> UInt64(document & 63) & 1 == 1 }
  mutating func insert(_ document: Int) { bits[document >> 6] |= 1 << UInt64(document & 63) }

  mutating func formIntersection(_ other: DocumentSet) {
    for index in bits.indices { bits[index] &= other.bits[index] }
  }

  mutating func formUnion(_ other: DocumentSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  mutating func subtract(_ other: DocumentSet) {
    for index in bits.indices { bits[index] &= ~other.bits[index] }
  }

  /// Hands on the documents in their order.
  func forEach(_ body: (Int) -> Void) {
    for (index, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        body(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}

/// Some of the passages of the documents of a shard, rising.
struct PassageSet: Sendable {
  private(set) var keys: [PassageKey] = []

  init() {}

  /// - Parameter keys: Rising.
  init(rising keys: [PassageKey]) {
    self.keys = keys
  }

  var isEmpty: Bool { keys.isEmpty }

  func contains(_ key: PassageKey) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// The documents that have one of them.
  func documents(of size: Int) -> DocumentSet {
    var documents = DocumentSet(none: size)
    for key in keys { documents.insert(key.document) }
    return documents
  }

  mutating func keep(where isKept: (PassageKey) -> Bool) { keys.removeAll { !isKept($0) } }

  mutating func formIntersection(_ other: PassageSet) {
    keys = merged(other, first: false, both: true, second: false)
  }
  mutating func formUnion(_ other: PassageSet) { keys = merged(other, first: true, both: true, second: true) }
  mutating func subtract(_ other: PassageSet) {
    keys = merged(other, first: true, both: false, second: false)
  }

  private func merged(_ other: PassageSet, first: Bool, both: Bool, second: Bool) -> [PassageKey] {
    var merged: [PassageKey] = []
    merged.reserveCapacity(
      first && second ? keys.count + other.keys.count : min(keys.count, other.keys.count))
    var (left, right) = (0, 0)
    while left < keys.count, right < other.keys.count {
      let (one, two) = (keys[left], other.keys[right])
      if one == two {
        if both { merged.append(one) }
        left += 1
        right += 1
      } else if one < two {
        if first { merged.append(one) }
        left += 1
      } else {
        if second { merged.append(two) }
        right += 1
      }
    }
    if first { merged += keys[left...] }
    if second { merged += other.keys[right...] }
    return merged
  }
}

/// A passage of a document of a shard.
struct PassageKey: Comparable, Sendable {
  private let value: UInt64

  init(document: Int, passage: Int) {
    value = UInt64(document) << 32 | UInt64(passage)
  }

  var document: Int { Int(value >> 32) }
  var passage: Int { Int(value & 0xFFFF_FFFF) }

  static func < (first: PassageKey, second: PassageKey) -> Bool { first.value < second.value }
}
