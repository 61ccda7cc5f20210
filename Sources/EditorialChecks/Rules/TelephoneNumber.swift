import Diagnostics
import Model

extension EditorialRule {
  /// A telephone number that may be a person's.
  ///
  /// That is a number of the United Kingdom: 10 or 11 digits that begin with 0, or `+44` and the rest; or one of
  /// another country after `+`. Spaces, hyphens, brackets and points may stand between the digits. A number that is
  /// introduced as a reference is none (`reference 01234567890`). Numbers
  /// that begin with 03, 08 or 09 and 116 are of organisations alone (Ofcom, National Telephone Numbering Plan)
  /// and are left alone; 01 and 02 may be of an office, and are left alone where a document that is no letter
  /// says in the same paragraph or heading that they are: `contact`, `enquiries`, `office`, `helpline`. The
  /// number is not repeated.
  static let telephoneNumber = EditorialRule(
    "telephone-number", "a telephone number stands in the text", words: [.number] + officialWords
  ) { manuscript in
    let offices = manuscript.letter == nil ? OfficialPassages(manuscript.spots(of: officialWords)) : nil
    return manuscript.spots(of: [.number]).compactMap { spot in
      guard let number = number(at: spot), !isOfOrganisation(number), !isReference(spot) else { return nil }
      if !number.isForeign, number.digits[0] != 7, offices?.contains(spot.passage) == true { return nil }
      return Slip(
        at: .spot(spot), "this looks like a telephone number", expected: "no telephone number of a person")
    }
  }

  private struct Number {
    /// Those after the 0 or +44; of a foreign number all.
    let digits: [UInt8]
    var isForeign = false
  }

  /// The telephone number that begins at the spot, nil where none does.
  private static func number(at spot: Spot) -> Number? {
    guard let first = spot[0] else { return nil }
    if let before = spot[-1], before.kind == .number || !first.isAfterSpace && !opens(before) { return nil }
    // The 0 of "+44 (0)20 7946 0958" is no beginning.
    if spot.word(-1) == "(", spot[-2]?.kind == .number { return nil }
    let hasPlus = spot.word(-1) == "+"
    // "0.12" is a share and "01.02.2016" a date, "0113.496" is the beginning of a number.
    let mayHavePoints = hasPlus || first.digits >= 3
    var digits: [UInt8] = []
    for offset in spot.offsets(upTo: longest) {
      guard let token = spot[offset] else { break }
      if token.kind == .number {
        digits += spot.passage.bytes[token.range]
        // A number such as "01" or "12 13" goes on no longer than it has to.
        if digits.count > 15 { return nil }
      } else if token.word == "." {
        let next = spot[offset + 1]
        guard mayHavePoints, !token.isAfterSpace, next?.kind == .number, next?.isAfterSpace == false else {
          break
        }
      } else if !separators.contains(token.word) {
        break
      }
    }
    return number(digits.map { $0 - UInt8(ascii: "0") }, hasPlus: hasPlus)
  }

  /// How many tokens a number has at most.
  private static let longest = 14

  private static let separators: Set<Word> = ["-", "(", ")"]

  private static func opens(_ token: Token) -> Bool {
    ["(", "+", ":", "'", "\"", "[", "|", ","].contains(token.word)
  }

  private static func number(_ digits: [UInt8], hasPlus: Bool) -> Number? {
    var values = digits[...]
    if hasPlus ? values.starts(with: [4, 4]) : values.starts(with: [0, 0, 4, 4]) {
      values = values.dropFirst(hasPlus ? 2 : 4)
      if values.first == 0 { values = values.dropFirst() }
    } else if hasPlus {
      // The shortest numbers with the code of their country have nine digits (ITU-T E.164 has at most 15).
      return digits.count >= 9 && digits.first != 0 ? Number(digits: digits, isForeign: true) : nil
    } else {
      guard values.first == 0 else { return nil }
      values = values.dropFirst()
    }
    guard (9...10).contains(values.count), let first = values.first, first != 0 else { return nil }
    return Number(digits: Array(values))
  }

  private static func isOfOrganisation(_ number: Number) -> Bool {
    !number.isForeign && [3, 8, 9].contains(number.digits[0])
  }

  /// Whether the number is introduced as a reference: `reference 01234567890`, `Ref. no: 01234567890`.
  private static func isReference(_ spot: Spot) -> Bool {
    let introductions: Set<Word> = [
      "reference", "references", "ref", "refs", "urn", "isbn", "invoice", "doi", "ukprn", "id",
    ]
    let fillers: Set<Word> = [":", ".", "number", "numbers", "no", "nos", "is", "was", "-", "(", "#"]
    for offset in 1...5 {
      guard let word = spot.word(-offset) else { return false }
      if introductions.contains(word) { return true }
      guard fillers.contains(word) else { return false }
    }
    return false
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
