import PublishingCalendar
import Testing

@Suite struct `A time that an author writes` {
  @Test(arguments: [
    ("2027-03-12T09:30:00Z", "2027-03-12T09:30:00Z"),
    ("2027-03-12T09:30Z", "2027-03-12T09:30:00Z"),
    ("2027-03-12 09:30Z", "2027-03-12T09:30:00Z"),
    ("2027-03-12T09:30:00+00:00", "2027-03-12T09:30:00Z"),
    ("2027-03-12T09:30:00-00:00", "2027-03-12T09:30:00Z"),
    ("2027-03-12T09:30:00+01:00", "2027-03-12T08:30:00Z"),
    ("2027-03-12T00:30:00+01:00", "2027-03-11T23:30:00Z"),
    ("2027-03-12T23:30:00-05:30", "2027-03-13T05:00:00Z"),
    ("2027-03-12T09:30:00+14:00", "2027-03-11T19:30:00Z"),
    ("2027-03-12T09:30:00.25Z", "2027-03-12T09:30:00.250Z"),
    ("2027-03-12T09:30:00.250+01:00", "2027-03-12T08:30:00.250Z"),
    ("2027-03-12T09:30:00.001000Z", "2027-03-12T09:30:00.001Z"),
    ("2027-03-12T09:30:00.000Z", "2027-03-12T09:30:00Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z"),
    ("2199-12-31T23:59:59Z", "2199-12-31T23:59:59Z"),
  ])
  func `with an offset is a moment, whatever the zone`(text: String, utc: String) throws {
    guard case .instant(let instant)? = WrittenTime(text) else {
      Issue.record("\(text) was read as something else")
      return
    }
    #expect(instant.rfc3339 == utc)
  }

  @Test(arguments: [
    ("2027-03-12 09:30", "2027-03-12 09:30:00"), ("2027-03-12T09:30", "2027-03-12 09:30:00"),
    ("2027-03-12 09:30:15", "2027-03-12 09:30:15"), ("2027-03-12T00:00:00", "2027-03-12 00:00:00"),
    ("2027-03-12 23:59:59", "2027-03-12 23:59:59"), ("2024-02-29 12:00", "2024-02-29 12:00:00"),
  ])
  func `without an offset is local`(text: String, shown: String) throws {
    guard case .local(let local)? = WrittenTime(text) else {
      Issue.record("\(text) was read as something else")
      return
    }
    #expect(local.description == shown)
  }

  @Test(arguments: ["2027-03-12", "2024-02-29", "1900-01-01", "2199-12-31"])
  func `may be a date alone`(text: String) {
    guard case .date(let day)? = WrittenTime(text) else {
      Issue.record("\(text) was read as something else")
      return
    }
    #expect(day.description == text)
  }

  @Test(arguments: [
    "", " ", "2027", "2027-03", "2027-3-12", "27-03-12", "2027/03/12", "12-03-2027", "20270312",
    "2027-03-12 ", " 2027-03-12", "2027-03-12T", "2027-03-12 9:30", "2027-03-12 09", "2027-03-12 09:3",
    "2027-03-12  09:30", "2027-03-12t09:30", "2027-03-12 09:30:", "2027-03-12 09:30:1",
    "2027-03-12 24:00", "2027-03-12 09:60", "2027-03-12 09:30:60", "2027-03-12 09.30",
    "2027-03-12 09:30 +00:00", "2027-03-12T09:30:00z", "2027-03-12T09:30:00+0000",
    "2027-03-12T09:30:00+00", "2027-03-12T09:30:00+19:00", "2027-03-12T09:30:00+01:60",
    "2027-03-12T09:30:00 Z", "2027-03-12T09:30:00ZZ", "2027-03-12T09:30:00.Z", "2027-03-12 09:30:00.250",
    "2027-03-12T09:30:00.0001Z", "2027-03-12T09:30:00,5Z", "2027-03-12T09:30:00−01:00",
    "2023-02-29", "2027-13-01", "2027-00-01", "2027-01-00", "1899-12-31", "2200-01-01", "+027-03-12",
    "٢٠٢٧-٠٣-١٢", "2027-03-12 09:30 Europe/London", "tomorrow", "2027-03-12\n", "2027-03-12T09:30:00\u{0}Z",
  ])
  func `is refused in any other form`(text: String) {
    #expect(WrittenTime(text) == nil)
  }

  @Test(
    arguments: [
      ("09:30", "09:30:00"), ("00:00", "00:00:00"), ("23:59:59", "23:59:59"), ("9:30", nil), ("24:00", nil),
      ("09:30Z", nil), ("09:30:60", nil), ("", nil), ("0930", nil), ("09:30 ", nil),
    ] as [(String, String?)])
  func `of a day is hours and minutes, perhaps seconds`(text: String, shown: String?) {
    #expect(TimeOfDay(text)?.description == shown)
  }

  @Test(arguments: [("00:00", "2027-03-12T00:00:00Z"), ("09:30", "2027-03-12T09:30:00Z")])
  func `means the time of the day that its place gives it, where it is a date alone`(
    time: String, utc: String
  ) throws {
    let written = try #require(WrittenTime("2027-03-12"))
    let london = try #require(Zone(identifier: "Europe/London"))
    let meaning = try #require(TimeOfDay(time))
    #expect(try written.resolved(in: london, dateMeans: meaning).rfc3339 == utc)
    #expect(try written.resolved(in: london, dateMeans: .endOfDay).rfc3339 == "2027-03-12T23:59:59.999Z")
  }
}
