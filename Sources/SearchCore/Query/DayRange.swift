/// Days as a query names them: `2019`, `2019-05`, `2019-05-16`, `2019..2021`, `..2021`, `2021..`; from the first
/// to the last, both included, as 20190516.
struct DayRange {
  let first: Int
  let last: Int

  private static let never = 9999_12_31

  /// Nil where the text names none.
  init?(_ text: [UInt8]) {
    var from = text
    var to = text
    var dots = text.place(of: 0x2E)
    while dots + 1 < text.count, text[dots + 1] != 0x2E { dots = text.place(of: 0x2E, from: dots + 1) }
    if dots + 1 < text.count {
      from = text.part(0, dots)
      to = text.part(dots + 2, text.count)
      if from.isEmpty, to.isEmpty { return nil }
    }
    guard let start = from.isEmpty && !to.isEmpty ? 0 : Self.firstDay(of: from),
      let end = to.isEmpty && !from.isEmpty ? Self.never : Self.firstDay(of: to)
    else { return nil }
    first = start
    last = to.isEmpty ? end : end + Self.length(of: to) - 1
    if first > last { return nil }
  }

  /// By how much the numbers of days grow in a year, a month or a day.
  private static func length(of period: [UInt8]) -> Int {
    period.count == 4 ? 10_000 : period.count == 7 ? 100 : 1
  }

  /// The first day of a year, a month or a day; nil where the text is none.
  @inline(never)
  private static func firstDay(of period: [UInt8]) -> Int? {
    guard period.count == 4 || period.count == 7 || period.count == 10 else { return nil }
    var number = 0
    for index in 0..<period.count {
      if index == 4 || index == 7 {
        guard period[index] == 0x2D else { return nil }
      } else {
        guard period[index] &- 0x30 < 10 else { return nil }
        number = number * 10 + Int(period[index] - 0x30)
      }
    }
    return isInCalendar(number, period) ? number * length(of: period) : nil
  }

  /// Whether there is such a month and such a day of it, as far as the period names them.
  private static func isInCalendar(_ number: Int, _ period: [UInt8]) -> Bool {
    if period.count == 4 { return true }
    let month = period.count == 7 ? number % 100 : number / 100 % 100
    guard month >= 1, month <= 12 else { return false }
    return period.count == 7 || (number % 100 >= 1 && number % 100 <= days(in: month, of: number / 10_000))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    guard month == 2 else { return 30 + (month + month / 8) % 2 }
    return year % 4 == 0 && (year % 100 > 0 || year % 400 == 0) ? 29 : 28
  }
}
