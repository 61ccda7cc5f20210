/// An age as it is written in a text: `aged 12`, `17-year-old`, `two years old`.
struct WrittenAge {
  /// The tokens that it consists of.
  let tokens: Range<Int>

  /// Ages up to this are of children and of young people who leave care.
  private static let oldest = 25

  private static let numbers: Set<Word> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  /// Whether a number of years stands at the spot.
  static func isNumber(_ token: Token?) -> Bool {
    guard let token else { return false }
    return token.kind == .number ? token.digits <= 2 && token.value <= oldest : numbers.contains(token.word)
  }

  /// The age whose `aged` or `age` stands at the spot, nil where there is none or a span of ages.
  init?(ofAged spot: Spot) {
    var next = 1
    while let word = spot.word(next), ["about", "just", "only", "around", ":", "is", "was"].contains(word),
      next < 4
    {
      next += 1
    }
    guard Self.isNumber(spot[next]), !Self.isSpan(spot.moved(by: next)) else { return nil }
    tokens = spot.index..<spot.index + next + 1
  }

  /// The age whose `old` stands at the spot: `17-year-old`, `17 years old`.
  init?(ofOld spot: Spot) {
    var first = -1
    if spot.word(first) == "-" { first -= 1 }
    let units: Set<Word> = ["year", "years", "month", "months", "week", "weeks"]
    guard let unit = spot.word(first), units.contains(unit) else { return nil }
    first -= 1
    if spot.word(first) == "-" { first -= 1 }
    guard Self.isNumber(spot[first]) else { return nil }
    guard !Self.endsSpan(spot.moved(by: first)) else { return nil }
    tokens = spot.index + first..<spot.index + 1
  }

  /// Whether the number at the spot ends a span: `10 to 15-year-old`, `16- and 17-year-old`.
  private static func endsSpan(_ spot: Spot) -> Bool {
    guard let before = spot.word(-1), ["to", "-", "and", "or"].contains(before) else { return false }
    return isNumber(spot[-2]) || spot.word(-2) == "-" && isNumber(spot[-3])
  }

  /// Whether the number at the spot begins a span: `0 to 7`, `10 and over`, `16 years or older`.
  private static func isSpan(_ spot: Spot) -> Bool {
    let isYears = spot.word(1) == "years" || spot.word(1) == "months"
    let next = isYears ? 2 : 1
    guard let word = spot.word(next), let after = spot[next + 1] else { return false }
    switch word {
    case "to", "-", "+", "/": return true
    case "and", "or":
      return ["over", "above", "under", "older", "younger", "below", "up", "upwards"].contains(after.word)
    default: return false
    }
  }
}
