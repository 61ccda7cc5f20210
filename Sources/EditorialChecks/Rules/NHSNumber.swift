import Diagnostics

extension EditorialRule {
  /// An NHS number.
  ///
  /// That is ten digits, together or as 943 476 5919, whose last is the check digit of the others (NHS Data
  /// Dictionary: the digits weighted from 10 down to 1 add up to a multiple of 11). Numbers that begin with 0, 1
  /// or 2 are telephone numbers or of Scotland. An ISBN of ten digits has the same check digit and is known by
  /// its name. The number is not repeated.
  static let nhsNumber = EditorialRule("nhs-number", "an NHS number stands in the text", words: [.number]) {
    manuscript in
    manuscript.spots(of: [.number]).compactMap { spot in
      guard let digits = digits(at: spot), isValid(digits), !isISBN(spot) else { return nil }
      return Slip(at: .spot(spot), "this looks like an NHS number", expected: "no number of a patient")
    }
  }

  /// The ten digits of the number that begins at a spot, nil where there are not just ten.
  private static func digits(at spot: Spot) -> [Int]? {
    guard let first = spot[0], !isJoined(spot[-1], to: first) else { return nil }
    if first.digits == 10 {
      return isJoined(first, to: spot[1]) ? nil : decimals([first.value], lengths: [10])
    }
    let isHyphenated = spot.word(1) == "-"
    let groups = isHyphenated ? [spot[0], spot[2], spot[4]] : [spot[0], spot[1], spot[2]]
    let numbers = groups.compactMap(\.self)
    guard numbers.map(\.digits) == [3, 3, 4], !isHyphenated || spot.word(3) == "-",
      !isJoined(numbers[2], to: spot[isHyphenated ? 5 : 3])
    else { return nil }
    return decimals(numbers.map(\.value), lengths: [3, 3, 4])
  }

  /// Whether two tokens are parts of one longer thing, such as an address, a decimal or a reference number.
  private static func isJoined(_ token: Token?, to next: Token?) -> Bool {
    guard let token, let next else { return false }
    if next.isAfterSpace { return token.kind == .number && next.kind == .number }
    return token.kind != .mark && next.kind != .mark || token.word == "/" || next.word == "/"
  }

  private static func decimals(_ values: [Int], lengths: [Int]) -> [Int] {
    zip(values, lengths).flatMap { value, length in
      let digits = String(value).compactMap(\.wholeNumberValue)
      return [Int](repeating: 0, count: length - digits.count) + digits
    }
  }

  private static func isValid(_ digits: [Int]) -> Bool {
    guard digits[0] > 2, Set(digits).count > 1 else { return false }
    return zip(digits, (1...10).reversed()).map(*).reduce(0, +).isMultiple(of: 11)
  }

  private static func isISBN(_ spot: Spot) -> Bool {
    (1...4).contains { spot.word(-$0) == "isbn" }
  }
}
