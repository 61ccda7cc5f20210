import PublishingCalendar
import Testing

/// Reads a local time in the zone: the moment in UTC, or why there is none.
private func moment(_ text: String, in zone: String) throws -> String {
  let zone = try #require(Zone(identifier: zone))
  let written = try #require(WrittenTime(text))
  do throws(WrittenTime.Ambiguity) {
    return try written.resolved(in: zone, dateMeans: .midnight).rfc3339
  } catch {
    switch error {
    case .doesNotExist: return "does not exist"
    case .existsTwice(let first, let second): return "twice: \(first.rfc3339), \(second.rfc3339)"
    }
  }
}

@Suite struct `A local time` {
  @Test(arguments: [
    // Clocks go forward on Sunday 31 March 2024, 01:00 to 02:00.
    ("2024-03-31 00:59:59", "2024-03-31T00:59:59Z"),
    ("2024-03-31 01:00:00", "does not exist"),
    ("2024-03-31 01:30:00", "does not exist"),
    ("2024-03-31 01:59:59", "does not exist"),
    ("2024-03-31 02:00:00", "2024-03-31T01:00:00Z"),
    ("2024-03-31 02:00:01", "2024-03-31T01:00:01Z"),
    // They go back on Sunday 27 October 2024, 02:00 to 01:00.
    ("2024-10-27 00:59:59", "2024-10-26T23:59:59Z"),
    ("2024-10-27 01:00:00", "twice: 2024-10-27T00:00:00Z, 2024-10-27T01:00:00Z"),
    ("2024-10-27 01:30:00", "twice: 2024-10-27T00:30:00Z, 2024-10-27T01:30:00Z"),
    ("2024-10-27 01:59:59", "twice: 2024-10-27T00:59:59Z, 2024-10-27T01:59:59Z"),
    ("2024-10-27 02:00:00", "2024-10-27T02:00:00Z"),
    // Summer, winter, midnight.
    ("2016-05-10 09:30", "2016-05-10T08:30:00Z"),
    ("2016-12-10 09:30", "2016-12-10T09:30:00Z"),
    ("2024-07-01", "2024-06-30T23:00:00Z"),
    // Other years: the change is on the last Sunday.
    ("2027-03-28 01:30", "does not exist"),
    ("2027-03-27 01:30", "2027-03-27T01:30:00Z"),
    ("2027-10-31 01:30", "twice: 2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z"),
    // All of 1968 to 1971 was an hour ahead.
    ("1970-01-01 00:00", "1969-12-31T23:00:00Z"),
  ])
  func `in London is one moment, none or two`(text: String, utc: String) throws {
    #expect(try moment(text, in: "Europe/London") == utc)
  }

  @Test(arguments: [
    ("America/New_York", "2024-03-10 02:30", "does not exist"),
    ("America/New_York", "2024-11-03 01:30", "twice: 2024-11-03T05:30:00Z, 2024-11-03T06:30:00Z"),
    ("America/New_York", "2024-07-01 09:30", "2024-07-01T13:30:00Z"),
    ("Australia/Lord_Howe", "2024-10-06 02:15", "does not exist"),  // half an hour
    ("Australia/Lord_Howe", "2024-04-07 01:45", "twice: 2024-04-06T14:45:00Z, 2024-04-06T15:15:00Z"),
    ("Pacific/Apia", "2011-12-30 12:00", "does not exist"),  // a whole day
    ("Pacific/Apia", "2011-12-31 12:00", "2011-12-30T22:00:00Z"),
    ("Asia/Kathmandu", "2024-07-01 09:30", "2024-07-01T03:45:00Z"),
    ("UTC", "2024-03-31 01:30", "2024-03-31T01:30:00Z"),
    ("UTC", "2024-10-27 01:30", "2024-10-27T01:30:00Z"),
  ])
  func `in another zone is one moment, none or two`(zone: String, text: String, utc: String) throws {
    #expect(try moment(text, in: zone) == utc)
  }

  @Test(arguments: ["", "London", "Europe/Lodnon", "GMT+1", "BST", "/", "../etc/passwd", "Europe/London\n"])
  func `in an unknown zone cannot be asked for`(name: String) {
    #expect(Zone(identifier: name) == nil)
  }
}

@Suite struct `A moment` {
  @Test(arguments: [
    ("2024-03-31T00:59:59Z", "2024-03-31T00:59:59+00:00"),
    ("2024-03-31T01:00:00Z", "2024-03-31T02:00:00+01:00"),
    ("2024-10-27T00:59:59Z", "2024-10-27T01:59:59+01:00"),
    ("2024-10-27T01:00:00Z", "2024-10-27T01:00:00+00:00"),
    ("2024-06-30T23:30:00Z", "2024-07-01T00:30:00+01:00"),
    ("1968-10-27T00:00:00Z", "1968-10-27T01:00:00+01:00"),
    ("2024-03-31T00:59:59.999Z", "2024-03-31T00:59:59.999+00:00"),
  ])
  func `is written with the offset of London at that moment`(utc: String, local: String) throws {
    let london = try #require(Zone(identifier: "Europe/London"))
    #expect(london.rfc3339(try instant(utc)) == local)
    #expect(try instant(local) == instant(utc))
  }

  @Test(arguments: [
    ("America/New_York", "2024-01-01T00:00:00Z", "2023-12-31T19:00:00-05:00"),
    ("America/St_Johns", "2024-01-01T00:00:00Z", "2023-12-31T20:30:00-03:30"),
    ("UTC", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00"),
  ])
  func `is written with the offset of its zone`(zone: String, utc: String, local: String) throws {
    #expect(try #require(Zone(identifier: zone)).rfc3339(try instant(utc)) == local)
  }

  @Test func `is whole milliseconds, before 1970 too`() {
    #expect(Instant(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: -1000).rfc3339 == "1969-12-31T23:59:59Z")
    #expect(Instant(milliseconds: 5).rfc3339 == "1970-01-01T00:00:00.005Z")
    #expect(Instant(seconds: 1_462_869_000).rfc3339 == "2016-05-10T08:30:00Z")
    #expect(Instant(seconds: 1).advanced(byMilliseconds: -1) < Instant(seconds: 1))
  }

  @Test func `is read back from the clock on the wall, every half hour of two years`() throws {
    let london = try #require(Zone(identifier: "Europe/London"))
    var instant = try instant("2023-01-01T00:15:00Z")
    let end = try self.instant("2025-01-01T00:00:00Z")
    var ambiguous = 0
    while instant < end {
      do throws(WrittenTime.Ambiguity) {
        #expect(try london.instant(of: london.local(instant)) == instant)
      } catch {
        guard case .existsTwice(let first, let second) = error, [first, second].contains(instant) else {
          Issue.record("\(instant.rfc3339): \(error)")
          return
        }
        ambiguous += 1
      }
      instant = instant.advanced(byMilliseconds: 1_800_000)
    }
    #expect(ambiguous == 8)
  }

  @Test(arguments: [
    ("Europe/London", "2027-03-12", ["2027-03-12T00:00:00Z"]),
    ("Europe/London", "2027-06-01", ["2027-05-31T23:00:00Z"]),
    // The clocks change in the night after, and in the night before.
    ("Europe/London", "2027-03-28", ["2027-03-28T00:00:00Z"]),
    ("Europe/London", "2027-03-29", ["2027-03-28T23:00:00Z"]),
    ("Europe/London", "2026-10-26", ["2026-10-26T00:00:00Z"]),
    // There is no midnight: the clocks go forward over it.
    ("America/Sao_Paulo", "2018-11-04", ["2018-11-04T03:00:00Z"]),
    // There is no such day: the clocks go forward over it.
    ("Pacific/Apia", "2011-12-30", ["2011-12-30T10:00:00Z"]),
    ("Pacific/Apia", "2011-12-31", ["2011-12-30T10:00:00Z"]),
    // A minute after midnight the clocks go back to the day before.
    (
      "America/St_Johns", "2010-11-07",
      ["2010-11-07T02:30:00Z", "2010-11-07T02:31:00Z", "2010-11-07T03:30:00Z"]
    ),
  ])
  func `knows when a day begins`(zone: String, day: String, moments: [String]) throws {
    guard case .date(let day)? = WrittenTime(day) else { throw NoMoment(text: day) }
    #expect(try #require(Zone(identifier: zone)).boundaries(of: day).map(\.rfc3339) == moments)
  }

  private func instant(_ text: String) throws -> Instant {
    guard case .instant(let instant)? = WrittenTime(text) else { throw NoMoment(text: text) }
    return instant
  }

  private struct NoMoment: Error { let text: String }

  @Test(arguments: [
    ("Europe/London", "2027-03-12T09:30:00Z", "GMT"), ("Europe/London", "2027-06-12T08:30:00Z", "BST"),
    ("Europe/London", "2027-10-31T00:59:59Z", "BST"), ("Europe/London", "2027-10-31T01:00:00Z", "GMT"),
    ("UTC", "2027-03-12T09:30:00Z", "UTC+00:00"), ("America/St_Johns", "2027-01-12T09:30:00Z", "UTC-03:30"),
  ])
  func `has the name that people know it by`(zone: String, instant: String, name: String) throws {
    guard case .instant(let instant)? = WrittenTime(instant) else { return #expect(Bool(false)) }
    #expect(try #require(Zone(identifier: zone)).name(at: instant) == name)
  }
}
