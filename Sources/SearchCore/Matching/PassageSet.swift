/// Some of the passages of the documents of an index, or of the places in them, rising.
///
/// A passage is its document, its number there and 0 in one number, of 24, 20 and 20 bits; a place in it has
/// its position instead of 0. So one function merges sets of both.
struct PassageSet {
  /// A document has fewer passages, and a passage fewer words.
  static let mostInDocument = 1 << 20

  private(set) var keys: [UInt64] = []

  static func key(_ document: Int, _ passage: Int, _ position: Int = 0) -> UInt64 {
    UInt64(document) << 40 | UInt64(passage) << 20 | UInt64(position)
  }

  static func document(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 40) }
  static func passage(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 20) & (mostInDocument - 1) }

  /// Appends a passage or place that is behind all others.
  mutating func append(_ key: UInt64) { keys.append(key) }

  /// Whether it has a passage.
  func contains(_ key: UInt64) -> Bool {
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
    var documents = DocumentSet(of: size)
    for key in keys { documents.insert(Self.document(of: key)) }
    return documents
  }

  /// The passages that have one of the places.
  var passages: PassageSet {
    var passages = PassageSet()
    var last: UInt64?
    for key in keys {
      let passage = key & ~UInt64(Self.mostInDocument - 1)
      if passage != last { passages.append(passage) }
      last = passage
    }
    return passages
  }

  // MARK: Merging

  mutating func formIntersection(_ other: PassageSet) { keys = merged(other, onlyHere: false, both: true) }
  mutating func subtract(_ other: PassageSet) { keys = merged(other, onlyHere: true, both: false) }

  mutating func formUnion(_ other: PassageSet) {
    keys = keys.isEmpty ? other.keys : merged(other, onlyHere: true, both: true, onlyThere: true)
  }

  /// - Parameters:
  ///   - onlyHere: Whether to take what this set alone has.
  ///   - both: Whether to take what both sets have.
  ///   - onlyThere: Whether to take what the other set alone has.
  @inline(never)
  private func merged(
    _ other: PassageSet, onlyHere: Bool, both: Bool, onlyThere: Bool = false
  ) -> [UInt64] {
    var merged: [UInt64] = []
    var left = 0
    var right = 0
    while left < keys.count, right < other.keys.count {
      let here = keys[left]
      let there = other.keys[right]
      if here < there {
        if onlyHere { merged.append(here) }
        left += 1
      } else if there < here {
        if onlyThere { merged.append(there) }
        right += 1
      } else {
        if both { merged.append(here) }
        left += 1
        right += 1
      }
    }
    while onlyHere, left < keys.count {
      merged.append(keys[left])
      left += 1
    }
    while onlyThere, right < other.keys.count {
      merged.append(other.keys[right])
      right += 1
    }
    return merged
  }
}
