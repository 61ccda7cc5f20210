import PublishingCalendar

extension [SkippedDay] {
  /// The days with such a reason in short: `9–10, 16–17 March; 6–7 April 2024`.
  func days(_ hasReason: (SkippedDay.Reason) -> Bool) -> String {
    DaySpan.spans(of: filter { hasReason($0.reason) }.map(\.day)).inShort
  }

  /// The bank holidays: `Good Friday (Fri 29 March 2024)`.
  var holidays: String {
    compactMap { skipped in
      if case .holiday(let name) = skipped.reason { "\(name) (\(skipped.day.long))" } else { nil }
    }.joined(separator: ", ")
  }

  /// Each moratorium with the first and last day of it that was stepped over.
  var moratoria: String {
    var spans: [(reason: String, span: DaySpan)] = []
    for skipped in self {
      guard case .moratorium(let reason) = skipped.reason else { continue }
      if let last = spans.indices.last, spans[last].reason == reason {
        spans[last].span.last = skipped.day
      } else {
        spans.append((reason, DaySpan(first: skipped.day, last: skipped.day)))
      }
    }
    return spans.map { "\($0.reason) (\($0.span.long))" }.joined(separator: ", ")
  }
}

/// Days in a row.
private struct DaySpan {
  let first: Day
  var last: Day

  /// The spans of days that come in their order.
  static func spans(of days: [Day]) -> [DaySpan] {
    var spans: [DaySpan] = []
    for day in days {
      if let index = spans.indices.last, spans[index].last.advanced(by: 1) == day {
        spans[index].last = day
      } else {
        spans.append(DaySpan(first: day, last: day))
      }
    }
    return spans
  }
}

extension [DaySpan] {
  /// The spans with each month and year named once, after the last span in it.
  fileprivate var inShort: String {
    indices.map { index in
      let span = self[index]
      let next = index + 1 < count ? self[index + 1].first : nil
      let isYearLast = next?.year != span.last.year
      let isMonthLast = isYearLast || next?.month != span.last.month || !span.isWithinMonth
      let end = isMonthLast ? " \(span.last.monthName)" : ""
      let separator = next == nil ? "" : isMonthLast ? "; " : ", "
      return span.days + end + (isYearLast ? " \(span.last.year)" : "") + separator
    }.joined()
  }
}

extension DaySpan {
  /// `Mon 29 April 2024 to Fri 3 May 2024`.
  fileprivate var long: String { first == last ? first.long : "\(first.long) to \(last.long)" }

  fileprivate var isWithinMonth: Bool { (first.year, first.month) == (last.year, last.month) }

  /// The days without the last one's month and year: `9–10`, `31 August–1`, `31 December 2022–1`.
  fileprivate var days: String {
    if first == last { return "\(last.dayOfMonth)" }
    if isWithinMonth { return "\(first.dayOfMonth)–\(last.dayOfMonth)" }
    let year = first.year == last.year ? "" : " \(first.year)"
    return "\(first.dayOfMonth) \(first.monthName)\(year)–\(last.dayOfMonth)"
  }
}

extension Day {
  /// The date for people: `Mon 29 April 2024`.
  var long: String {
    let name = weekday.rawValue
    let weekday = name.prefix(1).uppercased() + name.dropFirst().prefix(2)
    return "\(weekday) \(dayOfMonth) \(monthName) \(year)"
  }

  fileprivate var monthName: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return names[month - 1]
  }
}
