/// Days as a query names them: `2019`, `2019-05`, `2019-05-16`, `2019..2021`, `..2021`, `2021..`; from the first
/// to the last, both included, as 20190516.
struct DayRange {
  let first: Int
  let last: Int

  private static let never = 9999_12_31

  /// Nil where the text names none.
  init?(_ text: [UInt8]) {
    var dots = text.place(of: 0x2E)
    while dots + 1 < text.count, text[dots + 1] != 0x2E { dots = text.place(of: 0x2E, from: dots + 1) }
    guard dots + 1 < text.count else {
      self.init(period: text)
      return
    }
    let from = text.part(0, dots)
    let to = text.part(dots + 2, text.count)
    let start = DayRange(period: from)
    let end = DayRange(period: to)
    guard start != nil || from.isEmpty, end != nil || to.isEmpty, start != nil || end != nil else { return nil }
    self.init(from: start?.first ?? 0, to: end?.last ?? Self.never)
    if first > last { return nil }
  }

  private init(from first: Int, to last: Int) {
    self.first = first
    self.last = last
  }

  /// A year, a month or a day.
  private init?(period text: [UInt8]) {
    guard text.count == 4 || text.count == 7 || text.count == 10 else { return nil }
    var number = 0
    for index in 0..<text.count {
      if index == 4 || index == 7 {
        guard text[index] == 0x2D else { return nil }
      } else {
        guard text[index] &- 0x30 < 10 else { return nil }
        number = number * 10 + Int(text[index] - 0x30)
      }
    }
    let days = text.count == 4 ? 10_000 : text.count == 7 ? 100 : 1
    self.init(from: number * days, to: number * days + days - 1)
  }
}
