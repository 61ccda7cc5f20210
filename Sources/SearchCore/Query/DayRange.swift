/// Days as a query names them: `2019`, `2019-05`, `2019-05-16`, `2019..2021`, `..2021`, `2021..`.
enum DayRange {
  /// The days from the first to the last, both included, as 20190516; nil where the text names none.
  static func days(of text: [UInt8]) -> ClosedRange<Int>? {
    guard let dots = text.indices.dropLast().first(where: { text[$0] == 0x2E && text[$0 + 1] == 0x2E }) else {
      return period(text)
    }
    let (from, to) = ([UInt8](text[..<dots]), [UInt8](text[(dots + 2)...]))
    guard !(from.isEmpty && to.isEmpty) else { return nil }
    guard let first = from.isEmpty ? 0...0 : period(from), let last = to.isEmpty ? never...never : period(to),
      first.lowerBound <= last.upperBound
    else { return nil }
    return first.lowerBound...last.upperBound
  }

  private static let never = 9999_12_31

  /// A year, a month or a day.
  private static func period(_ text: [UInt8]) -> ClosedRange<Int>? {
    var numbers: [Int] = []
    for (index, part) in text.split(separator: 0x2D, omittingEmptySubsequences: false).enumerated() {
      guard part.count == (index == 0 ? 4 : 2), part.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    switch numbers.count {
    case 1: return numbers[0] * 10_000...numbers[0] * 10_000 + 9999
    case 2: return numbers[0] * 10_000 + numbers[1] * 100...numbers[0] * 10_000 + numbers[1] * 100 + 99
    case 3:
      let day = numbers[0] * 10_000 + numbers[1] * 100 + numbers[2]
      return day...day
    default: return nil
    }
  }
}
