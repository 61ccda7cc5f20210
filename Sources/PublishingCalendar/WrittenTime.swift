/// A time as an author wrote it: a date alone, a local time, or a time with an offset.
package enum WrittenTime: Hashable, Sendable {
  case date(Day)
  case local(LocalTime)
  case instant(Instant)

  /// The forms that are read, for messages.
  package static let forms = "2027-03-12, 2027-03-12 09:30 or 2027-03-12T09:30:00+00:00"

  /// Reads a written time; anything else is nil.
  ///
  /// The forms are `2027-03-12`, `2027-03-12 09:30`, `2027-03-12T09:30:00` and
  /// `2027-03-12T09:30:00.250+01:00`. Digits beyond the millisecond must be zero: no instant is ever rounded.
  package init?(_ text: String) {
    var scanner = Scanner(text)
    guard let day = scanner.day() else { return nil }
    if scanner.isAtEnd {
      self = .date(day)
      return
    }
    guard scanner.skip(" ") || scanner.skip("T"), let time = scanner.timeOfDay() else { return nil }
    guard let milliseconds = scanner.fraction() else { return nil }
    let local = LocalTime(day: day, time: time)
    if scanner.isAtEnd {
      guard milliseconds == 0 else { return nil }
      self = .local(local)
      return
    }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    let seconds = local.secondsSince1970 - Int64(offset)
    self = .instant(Instant(seconds: seconds).advanced(byMilliseconds: Int64(milliseconds)))
  }

  /// Why a local time names no single moment.
  package enum Ambiguity: Error, Hashable {
    /// The clocks went forward over it.
    case doesNotExist
    /// The clocks went back over it; these are the two moments.
    case existsTwice(Instant, Instant)
  }

  /// The moment meant in the zone; a date alone means that time of the day, the end of the day its last
  /// millisecond.
  package func resolved(in zone: Zone, dateMeans time: TimeOfDay) throws(Ambiguity) -> Instant {
    switch self {
    case .date(let day):
      try zone.instant(of: LocalTime(day: day, time: time))
        .advanced(byMilliseconds: time == .endOfDay ? 999 : 0)
    case .local(let local): try zone.instant(of: local)
    case .instant(let instant): instant
    }
  }
}

/// Reads the digits and signs of a written time from left to right.
struct Scanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A number of exactly that many digits.
  mutating func number(digits: Int) -> Int? {
    guard rest.count >= digits else { return nil }
    var value = 0
    for byte in rest.prefix(digits) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    rest = rest.dropFirst(digits)
    return value
  }

  mutating func day() -> Day? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  mutating func timeOfDay() -> TimeOfDay? {
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2) else { return nil }
    guard skip(":") else { return TimeOfDay(hour: hour, minute: minute) }
    guard let second = number(digits: 2) else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: second)
  }

  /// Milliseconds of a decimal fraction, 0 where there is none, nil where it has finer digits.
  mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var value = 0
    var digits = 0
    while let digit = number(digits: 1) {
      digits += 1
      if digits <= 3 {
        value = value * 10 + digit
      } else if digit != 0 {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    for _ in min(digits, 3)..<3 { value *= 10 }
    return value
  }

  /// Seconds east of UTC.
  mutating func offset() -> Int? {
    if skip("Z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2),
      hours <= 18, minutes <= 59
    else { return nil }
    return sign * (hours * 60 + minutes) * 60
  }
}
