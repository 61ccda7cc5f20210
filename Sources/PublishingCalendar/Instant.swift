/// A moment on the time line, to the millisecond, without time zone or calendar.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package init(seconds: Int64) {
    milliseconds = seconds * 1000
  }

  package static func < (a: Instant, b: Instant) -> Bool {
    a.milliseconds < b.milliseconds
  }

  /// The moment that many milliseconds later.
  package func advanced(byMilliseconds count: Int64) -> Instant {
    Instant(milliseconds: milliseconds + count)
  }

  /// The whole seconds since 1970, rounded towards the past.
  var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
  }

  /// The moment in UTC as RFC 3339: `2016-05-10T08:30:00Z`, with milliseconds where there are any.
  package var rfc3339: String {
    LocalTime(secondsSince1970: seconds).rfc3339(decimals: self) + "Z"
  }
}

extension LocalTime {
  /// The local time as RFC 3339 without an offset, with the milliseconds of the moment where it has any.
  func rfc3339(decimals instant: Instant) -> String {
    let fraction = instant.milliseconds - instant.seconds * 1000
    return "\(day)T\(time)" + (fraction == 0 ? "" : "." + padded(Int(fraction), to: 3))
  }
}
