import PublishingCalendar

/// A date as it is written in a text: `16 May 2016`, `16th of May`, `May 16, 2016`, `16/05/2016`, `2016-05-16`.
///
/// Dates in figures are read as in Britain, the day first.
struct WrittenDate {
  let dayOfMonth: Int
  let month: Int
  /// Nil where the text names none.
  let year: Int?
  /// The tokens that it consists of.
  let tokens: Range<Int>

  /// The day, nil where no year is named or no such day exists.
  var day: Day? { year.flatMap { Day(year: $0, month: month, day: dayOfMonth) } }

  fileprivate static let months: [Word: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  fileprivate static let ordinals: Set<Word> = ["st", "nd", "rd", "th"]

}

extension WrittenDate {
  /// The date that begins at a spot, nil where none does.
  init?(at spot: Spot) {
    guard let date = Self(inFigures: spot) ?? Self(dayFirst: spot) ?? Self(monthFirst: spot) else {
      return nil
    }
    self = date
  }

  /// The date that ends just before a spot, nil where none does.
  init?(before spot: Spot) {
    for length in 2...6 {
      if let date = Self(at: spot.moved(by: -length)), date.tokens.upperBound == spot.index {
        self = date
        return
      }
    }
    return nil
  }

  private init(_ day: Int, _ month: Int, _ year: Int?, from spot: Spot, length: Int) {
    self.init(dayOfMonth: day, month: month, year: year, tokens: spot.index..<spot.index + length)
  }

  /// The number of a day and how many tokens it takes: `16`, `16th`.
  static func dayOfMonth(at spot: Spot) -> (day: Int, length: Int)? {
    guard let number = spot[0], (1...2).contains(number.digits), (1...31).contains(number.value) else {
      return nil
    }
    guard let ordinal = spot[1], !ordinal.isAfterSpace, ordinals.contains(ordinal.word) else {
      return spot[1].map { $0.kind == .word && !$0.isAfterSpace } == true ? nil : (number.value, 1)
    }
    return (number.value, 2)
  }

  private static func month(at spot: Spot) -> Int? {
    guard let token = spot[0], token.isCapitalised else { return nil }
    return months[token.word]
  }

  private static func year(at spot: Spot) -> Int? {
    guard let token = spot[0], token.digits == 4, Day.years.contains(token.value) else { return nil }
    return token.value
  }

  private init?(dayFirst spot: Spot) {
    guard let (day, length) = Self.dayOfMonth(at: spot) else { return nil }
    var next = length
    if spot.word(next) == "of" { next += 1 }
    guard let month = Self.month(at: spot.moved(by: next)) else { return nil }
    next += 1
    let comma = spot.word(next) == "," ? 1 : 0
    guard let year = Self.year(at: spot.moved(by: next + comma)) else {
      self.init(day, month, nil, from: spot, length: next)
      return
    }
    self.init(day, month, year, from: spot, length: next + comma + 1)
  }

  private init?(monthFirst spot: Spot) {
    guard let month = Self.month(at: spot), let (day, length) = Self.dayOfMonth(at: spot.moved(by: 1))
    else { return nil }
    let next = 1 + length
    let comma = spot.word(next) == "," ? 1 : 0
    guard let year = Self.year(at: spot.moved(by: next + comma)) else {
      self.init(day, month, nil, from: spot, length: next)
      return
    }
    self.init(day, month, year, from: spot, length: next + comma + 1)
  }

  private init?(inFigures spot: Spot) {
    let tokens = (0..<5).compactMap { spot[$0] }
    guard tokens.count == 5, tokens[1].word == tokens[3].word, tokens[1].kind == .mark,
      ["/", ".", "-"].contains(tokens[1].word), tokens.dropFirst().allSatisfy({ !$0.isAfterSpace }),
      [0, 2, 4].allSatisfy({ tokens[$0].kind == .number })
    else { return nil }
    let (first, second, third) = (tokens[0], tokens[2], tokens[4])
    guard (1...12).contains(second.value), second.digits <= 2 else { return nil }
    if first.digits == 4, third.digits == 2, (1...31).contains(third.value) {
      self.init(third.value, second.value, first.value, from: spot, length: 5)
    } else if first.digits <= 2, (1...31).contains(first.value), [2, 4].contains(third.digits) {
      let year = third.digits == 2 ? 2000 + third.value : third.value
      self.init(first.value, second.value, year, from: spot, length: 5)
    } else {
      return nil
    }
  }
}

extension Day {
  /// The date as the letters write it: `16 May 2016`.
  var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return "\(dayOfMonth) \(months[month - 1]) \(year)"
  }
}

extension Weekday {
  /// The word as it is written: `Monday`.
  var inWords: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
