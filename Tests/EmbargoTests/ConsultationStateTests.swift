import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The state of a consultation` {
  private static func state(_ dates: String, at instant: Instant) async throws -> ConsultationState? {
    let published = try await Content {
      Document("consultations/c.md", "release: 2015-01-01\n" + dates)
    }.published(at: instant)
    return published.documents.first?.current.consultation
  }

  @Test(
    arguments: [
      ("opens: 2015-07-15\ncloses: 2015-08-11", "2015-07-14T23:59:59.999+01:00", .upcoming),
      ("opens: 2015-07-15\ncloses: 2015-08-11", "2015-07-15T00:00:00+01:00", .open),
      ("opens: 2015-07-15\ncloses: 2015-08-11", "2015-08-11T23:59:59.999+01:00", .open),
      ("opens: 2015-07-15\ncloses: 2015-08-11", "2015-08-12T00:00:00+01:00", .closed),
      ("opens: 2015-07-15\ncloses: 2015-07-15", "2015-07-15T12:00:00+01:00", .open),
      ("closes: 2015-08-11 17:00", "2015-08-11T16:59:59.999+01:00", .open),
      ("closes: 2015-08-11 17:00", "2015-08-11T17:00:00+01:00", .closed),
      ("closes: 2015-08-11T17:00:00Z", "2015-08-11T17:59:59+01:00", .open),
      ("opens: 2015-07-15", "2030-01-01", .open),
      ("", "2015-07-15", nil),
    ] as [(String, Instant, ConsultationState?)])
  func `changes when it opens and when it closes`(
    dates: String, instant: Instant, state: ConsultationState?
  ) async throws {
    #expect(try await Self.state(dates, at: instant) == state)
  }

  @Test func `changes at the two moments that its facts name, and at no other`() async throws {
    let published = try await Content {
      Document("consultations/c.md", "release: 2015-01-01\nopens: 2015-10-24\ncloses: 2015-10-25")
    }.published(at: "2015-01-02")
    let facts = try #require(published.documents.first?.current.edition.facts.consultation)
    #expect(facts.opens?.instant == "2015-10-24T00:00:00+01:00")
    // The clocks go back in the night: the day has 25 hours.
    #expect(facts.closes?.instant == "2015-10-26T00:00:00+00:00")
    #expect(facts.closes?.description == "2015-10-25")
  }

  @Test func `is that of no other document`() async throws {
    let published = try await Content { Document("letters/a.md", "release: 2015-01-01") }
      .published(at: "2015-01-02")
    #expect(published.documents.first?.current.consultation == nil)
  }
}
