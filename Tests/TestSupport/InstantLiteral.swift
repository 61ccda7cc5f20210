package import PublishingCalendar

extension Instant: ExpressibleByStringLiteral {
  /// A moment in one of the forms that authors write, London time unless it says otherwise, 09:30 where it
  /// is a date alone.
  package init(stringLiteral text: String) {
    guard let zone = Zone(identifier: "Europe/London"), let time = TimeOfDay("09:30"),
      let written = WrittenTime(text),
      let instant = try? written.resolved(in: zone, dateMeans: time)
    else { preconditionFailure("'\(text)' is no moment in London") }
    self = instant
  }
}
