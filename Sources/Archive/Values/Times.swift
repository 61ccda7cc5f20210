import Diagnostics
import PublishingCalendar
import StrictYAML

/// How the times that authors write become moments: the zone, and what a date alone means.
struct Times: Sendable {
  let zone: Zone
  /// The time of a release or a withdrawal that is given as a date alone.
  let releaseTime: TimeOfDay
}

extension Fields {
  /// A day written as a date alone.
  mutating func day(_ key: String) -> Day? {
    guard let text = text(key) else { return nil }
    if case .date(let day)? = WrittenTime(text) { return day }
    reportWrong(key, "\(naming(key)) is \(quoting: text)", expected: "a date such as 2027-03-12")
    return nil
  }

  /// A moment; a date alone means that time of the day.
  mutating func instant(_ key: String, dateMeans time: TimeOfDay, in times: Times) -> Instant? {
    guard let text = text(key) else { return nil }
    guard let written = WrittenTime(text) else {
      reportWrong(key, "\(naming(key)) is \(quoting: text)", expected: "\(WrittenTime.forms)")
      return nil
    }
    do {
      return try written.resolved(in: times.zone, dateMeans: time)
    } catch {
      report(error, key, text, in: times.zone)
      return nil
    }
  }

  private func report(_ ambiguity: WrittenTime.Ambiguity, _ key: String, _ text: String, in zone: Zone) {
    switch ambiguity {
    case .doesNotExist:
      reportWrong(
        key, "\(naming(key)) \(quoting: text) does not exist in \(zone.identifier): the clocks go forward",
        expected: "another time, or a time with an offset")
    case .existsTwice(let first, let second):
      reportWrong(
        key, "\(naming(key)) \(quoting: text) exists twice in \(zone.identifier): the clocks go back",
        expected: "the time with its offset, \(zone.rfc3339(first)) or \(zone.rfc3339(second))")
    }
  }
}
