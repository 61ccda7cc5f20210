/// A time on a clock on the wall: hours, minutes and seconds of a day.
package struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since midnight, below 86,400.
  let seconds: Int

  package static let midnight = TimeOfDay(seconds: 0)
  /// The last second of a day.
  package static let endOfDay = TimeOfDay(seconds: 86_399)

  init(seconds: Int) {
    self.seconds = seconds
  }

  /// The time, or nil where a clock does not show it; there is no leap second.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    seconds = (hour * 60 + minute) * 60 + second
  }

  /// The time written as `09:30` or `09:30:15`, or nil.
  package init?(_ text: String) {
    var scanner = Scanner(text)
    guard let time = scanner.timeOfDay(), scanner.isAtEnd else { return nil }
    self = time
  }

  package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.seconds < b.seconds }

  package var hour: Int { seconds / 3600 }
  package var minute: Int { seconds / 60 % 60 }

  /// The time as `09:30:00`.
  package var description: String {
    "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(seconds % 60, to: 2))"
  }
}

/// A day and a time on a clock on the wall, in a zone that is known from elsewhere.
package struct LocalTime: Hashable, Sendable, CustomStringConvertible {
  package let day: Day
  package let time: TimeOfDay

  package init(day: Day, time: TimeOfDay) {
    self.day = day
    self.time = time
  }

  /// The local time in UTC of a number of seconds since 1970.
  init(secondsSince1970 seconds: Int64) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    day = Day(number: Int(days))
    time = TimeOfDay(seconds: Int(seconds - days * 86_400))
  }

  /// The seconds since 1970 if this were UTC.
  var secondsSince1970: Int64 {
    Int64(day.number) * 86_400 + Int64(time.seconds)
  }

  /// The local time as `2016-05-10 09:30:00`.
  package var description: String { "\(day) \(time)" }
}
