import Diagnostics
import Model

extension EditorialRule {
  /// A telephone number that may be a person's.
  ///
  /// That is a number of the United Kingdom: 10 or 11 digits that begin with 0, or `+44` and the rest. Numbers
  /// that begin with 03, 08 or 09 and 116 are of organisations alone (Ofcom, National Telephone Numbering Plan)
  /// and are left alone; 01 and 02 may be of an office, and are left alone where a document that is no letter
  /// says in the same paragraph or heading that they are: `contact`, `enquiries`, `office`, `helpline`. The
  /// number is not repeated.
  static let telephoneNumber = EditorialRule(
    "telephone-number", "a telephone number stands in the text", words: [.number] + officialWords
  ) { manuscript in
    let offices = manuscript.letter == nil ? OfficialPassages(manuscript.spots(of: officialWords)) : nil
    return manuscript.spots(of: [.number]).compactMap { spot in
      guard let number = number(at: spot), !isOfOrganisation(number) else { return nil }
      if number[0] != 7, offices?.contains(spot.passage) == true { return nil }
      return Slip(
        at: .spot(spot), "this looks like a telephone number", expected: "no telephone number of a person")
    }
  }

  /// The digits of a telephone number after its 0 or +44, nil where none begins at the spot.
  private static func number(at spot: Spot) -> [UInt8]? {
    guard let first = spot[0] else { return nil }
    if let before = spot[-1], before.kind == .number || !first.isAfterSpace && !opens(before) { return nil }
    // The 0 of "+44 (0)20 7946 0958" is no beginning.
    if spot.word(-1) == "(", spot[-2]?.kind == .number { return nil }
    var digits: [UInt8] = []
    for offset in spot.offsets(upTo: longest) {
      guard let token = spot[offset] else { break }
      if token.kind == .number {
        digits += spot.passage.bytes[token.range]
        // A number such as "01" or "12 13" goes on no longer than it has to.
        if digits.count > 15 { return nil }
      } else if !separators.contains(token.word) {
        break
      }
    }
    return nationalNumber(digits, hasPlus: spot.word(-1) == "+")
  }

  /// How many tokens a number has at most.
  private static let longest = 12

  private static let separators: Set<Word> = ["-", "(", ")"]

  private static func opens(_ token: Token) -> Bool {
    ["(", "+", ":", "'", "\"", "[", "|", ","].contains(token.word)
  }

  private static func nationalNumber(_ digits: [UInt8], hasPlus: Bool) -> [UInt8]? {
    var values = digits.map { $0 - UInt8(ascii: "0") }[...]
    if hasPlus ? values.starts(with: [4, 4]) : values.starts(with: [0, 0, 4, 4]) {
      values = values.dropFirst(hasPlus ? 2 : 4)
      if values.first == 0 { values = values.dropFirst() }
    } else {
      guard !hasPlus, values.first == 0 else { return nil }
      values = values.dropFirst()
    }
    guard (9...10).contains(values.count), let first = values.first, first != 0 else { return nil }
    return Array(values)
  }

  private static func isOfOrganisation(_ number: [UInt8]) -> Bool {
    [3, 8, 9].contains(number[0])
  }

  private static let officialWords: [Word] = [
    "contact", "enquiries", "enquiry", "office", "helpline", "switchboard", "reception", "textphone",
    "press", "hotline", "complaints",
  ]
}

/// The passages of which one of some words says that they are about an office: those that hold it, and those
/// under a heading that does.
private struct OfficialPassages {
  private var passages: Set<ObjectIdentifier> = []
  private var headings: Set<Int> = []

  init(_ spots: [Spot]) {
    for passage in spots.map(\.passage) {
      passages.insert(ObjectIdentifier(passage))
      if passage.kind == .heading, let number = passage.section.last { headings.insert(number) }
    }
  }

  func contains(_ passage: Passage) -> Bool {
    passages.contains(ObjectIdentifier(passage)) || passage.section.contains(where: headings.contains)
  }
}
