/// The candidate that was probably meant by a word that is none of them, or nil where none is near.
///
/// Near means an edit distance of at most a third of the longer word, transpositions counted once; ties go
/// to the first candidate in alphabetical order.
package func nearMiss(for word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().utf8.prefix(longestWord))
  guard !typed.isEmpty else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates.sorted() {
    let known = Array(candidate.lowercased().utf8.prefix(longestWord))
    let limit = max(1, max(typed.count, known.count) / 3)
    guard abs(typed.count - known.count) <= limit else { continue }
    let distance = editDistance(typed, known)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// Words are compared up to this many bytes, so that a hostile word costs no more than a long one.
private let longestWord = 64

/// The optimal string alignment distance of two words.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1] + previous.dropFirst()
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
