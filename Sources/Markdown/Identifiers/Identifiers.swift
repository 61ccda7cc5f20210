/// The ids of a document, each given once.
struct Identifiers {
  private var taken: Set<String> = []
  /// The last number that was tried behind a name, so that a thousand equal headings stay cheap.
  private var lastNumbers: [String: Int] = [:]

  /// Takes an id as it is; false where it is taken already.
  mutating func take(_ id: String) -> Bool {
    taken.insert(id).inserted
  }

  /// Takes an id, or the first free one of those with a number behind it.
  ///
  /// One that is reserved, also by its number, gets `-section` behind it.
  mutating func takeFree(_ name: String, isReserved: (String) -> Bool) -> String {
    var number = lastNumbers[name, default: 1]
    while true {
      let numbered = number == 1 ? name : "\(name)-\(number)"
      let id = isReserved(numbered) ? numbered + "-section" : numbered
      lastNumbers[name] = number
      if take(id) { return id }
      number += 1
    }
  }
}

/// Ids that we give ourselves and that nothing else may look like.
enum ReservedIdentifier: String, CaseIterable {
  case paragraph, finding, footnote, page

  /// The kind of reserved id that an id looks like: `paragraph-17`, `finding-2`, `footnote-...`, `page-...`.
  static func matching(_ id: String) -> ReservedIdentifier? {
    allCases.first { reserved in
      guard id.hasPrefix(reserved.rawValue + "-") else { return false }
      switch reserved {
      case .footnote, .page: return true
      case .paragraph, .finding:
        return id.utf8.dropFirst(reserved.rawValue.utf8.count + 1).allSatisfy {
          $0.isDigit || $0 == UInt8(ascii: "-")
        }
      }
    }
  }
}
